# Starting up.
print(1)
