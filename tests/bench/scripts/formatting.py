# f-strings with format specs.
def lines(limit):
    length = 0
    for i in range(limit):
        line = f"{i:>8}|{i / 7:10.3f}|{'item':<6}|{i % 256:02x}"
        length += len(line)
    return length, line


print(*lines(500000))
