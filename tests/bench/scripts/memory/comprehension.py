# Ten million small whole numbers from a comprehension.
numbers = [i % 100 for i in range(10**7)]
print(len(numbers))
