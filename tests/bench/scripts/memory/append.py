# Ten million small whole numbers, appended one by one.
numbers = []
for i in range(10**7):
    numbers.append(i % 100)
print(len(numbers))
