"""Caesar's cipher. Input: the key, then lines of text up to an empty one; `break` tries every key."""
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def shift(ch, key):
    if not ("a" <= ch.lower() <= "z"):
        return ch
    moved = ALPHABET[(ALPHABET.index(ch.lower()) + key) % 26]
    return moved.upper() if ch.isupper() else moved


def encrypt(text, key):
    return "".join([shift(ch, key) for ch in text])


def decrypt(text, key):
    return encrypt(text, -key)


def crack(text):
    """The key whose text has most of the frequent letters."""
    def score(key):
        return sum(decrypt(text, key).lower().count(ch) * weight for weight, ch in enumerate("lrhsnioate", 1))
    return max(range(26), key=score)


word = input("Key: ")
key = None if word == "break" else int(word) % 26
while line := input():
    if key is None:
        found = crack(line)
        print(f"{found:02d} {decrypt(line, found)}")
        continue
    secret = encrypt(line, key)
    print(secret)
    assert decrypt(secret, key) == line

table = str.maketrans(ALPHABET, ALPHABET[13:] + ALPHABET[:13])
print("rot13 of 'uryyb':", "uryyb".translate(table), chr((ord("y") - 97 + 3) % 26 + 97))
