# A `while` loop over three million whole numbers, in the module.
i = 0
total = 0
while i < 3000000:
    total += i % 7
    i += 1
print(total)
