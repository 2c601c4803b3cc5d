inp = input("Europe floor? ")
usf = int(inp) + 1
print("US floor", usf)
