# Text built piece by piece, and joined.
def build(limit):
    text = ""
    for i in range(limit):
        text += "ab"
        text += str(i)
    return text


def join(limit):
    words = []
    for i in range(limit):
        words.append("w" + str(i))
    return ",".join(words)


print(len(build(700000)), len(join(700000)))
