# A list comprehension with a filter.
def squares(limit):
    return [x * x for x in range(limit) if x % 3 == 1]


total = 0
for round in range(3):
    total += len(squares(1500000))
print(total, squares(100)[-1])
