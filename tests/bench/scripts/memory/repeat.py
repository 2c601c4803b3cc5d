# Ten million small whole numbers: one, repeated.
numbers = [0] * 10**7
print(len(numbers))
