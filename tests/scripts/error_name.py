# A name misspelt within a function; Python says which one was meant.
def average(values):
    total = sum(values)
    return totl / len(values)

print(average([1, 2, 3]))
