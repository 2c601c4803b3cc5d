# Counting with a dict: words and numbers.
def count(limit):
    words = "the quick brown fox jumps over the lazy dog and the cat".split()
    counts = {}
    for i in range(limit):
        word = words[i % 12]
        counts[word] = counts.get(word, 0) + 1
        key = i * 7919 % 1000
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    return counts


counts = count(1200000)
print(len(counts), counts["the"], counts[7])
