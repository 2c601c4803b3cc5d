# The first ten million whole numbers.
numbers = list(range(10**7))
print(len(numbers))
