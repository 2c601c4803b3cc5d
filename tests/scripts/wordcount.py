"""Counts lines, words and how often each word comes. Input: text, up to a line that is a dot, or the end."""
counts = {}
lines = words = chars = 0
longest = ""

while True:
    try:
        line = input()
    except EOFError:
        break
    if line == ".":
        break
    lines += 1
    chars += len(line) + 1
    for word in line.lower().split():
        word = word.strip(".,;:!?\"'()")
        if not word:
            continue
        words += 1
        counts[word] = counts.get(word, 0) + 1
        if len(word) > len(longest):
            longest = word

print(f"{lines} lines, {words} words, {chars} characters, {len(counts)} different")
for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f"{word:<10}{count:>3} {'#' * count}")
if longest:
    print("longest:", longest)

by_letter = {}
for word in counts:
    by_letter.setdefault(word[0], []).append(word)
for letter in sorted(by_letter):
    print(letter, *sorted(by_letter[letter]))
