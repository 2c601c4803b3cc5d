# `sorted` with a key.
def records(count):
    made = []
    seed = 42
    for i in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        made.append((seed % 1000, i))
    return made


by_value = sorted(records(400000), key=lambda record: (record[0], -record[1]))
print(by_value[0][1], by_value[-1][1], by_value[200000])
