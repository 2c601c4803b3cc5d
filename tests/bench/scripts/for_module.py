# A `for` loop over three million whole numbers, in the module.
total = 0
for i in range(3000000):
    if i % 3 == 0:
        total += i
print(total)
