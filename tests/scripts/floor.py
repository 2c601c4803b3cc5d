# Which floor is it in America? Asks for a European floor.
inp = input("Europe floor? ")
usf = int(inp) + 1
print("US floor", usf)
