# A generator expression, summed.
def total(limit):
    return sum(x * 2 + 1 for x in range(limit))


print(total(4000000))
