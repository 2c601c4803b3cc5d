# Python runs this; pemdas has no generators of one's own.
def numbers(n):
    while n:
        yield n
        n -= 1

print(list(numbers(3)))
