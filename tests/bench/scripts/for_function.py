# The same `for` loop within a function.
def add(limit):
    total = 0
    for i in range(limit):
        if i % 3 == 0:
            total += i
    return total


print(add(3000000))
