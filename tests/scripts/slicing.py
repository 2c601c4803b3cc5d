"""Slicing and reversing text. Input: a line of text."""
text = input("Text: ")
print("first  ", text[:1], "| last", text[-1:])
print("half   ", text[:len(text) // 2], "|", text[len(text) // 2:])
print("every 2", text[::2], "|", text[1::2])
print("reverse", text[::-1])
print("middle ", text[1:-1])
print("words reversed    ", " ".join(text.split()[::-1]))
print("each word reversed", " ".join(word[::-1] for word in text.split()))

letters = [ch.casefold() for ch in text if ch.isalpha()]
print("palindrome" if letters and letters == letters[::-1] else "no palindrome")

result = ""
for ch in text:
    result = ch + result
assert result == text[::-1] == "".join(reversed(text))

vowels = 0
for ch in text.lower():
    if ch in "aeiou":
        vowels += 1
print(f"{vowels} vowels, {sum(c.isupper() for c in text)} capitals, {len(text)} characters")
print(text.title().swapcase(), text.replace(" ", "_"), text.center(len(text) + 4, "*"), sep="\n")
