# Prices of things. Input: a thing a line. One that isn't there is an error.
prices = {"tea": 2, "coffee": 3, (1, 2): "a tuple"}
total = 0
while True:
    thing = input("Thing: ")
    if thing == "":
        break
    total += prices[thing]
print("That is", total)
print(prices[(1, 2)], prices[1, 2])
prices[[1, 2]]
