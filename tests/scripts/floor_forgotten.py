# The same with the cast forgotten: text and a number don't add up.
inp = input("Europe floor? ")
usf = inp + 1
print("US floor", usf)
