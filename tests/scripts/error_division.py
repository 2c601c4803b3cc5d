# An average of numbers, up to an empty line. Without any number it divides by zero.
total = 0
count = 0
number = input("Number: ")
while number:
    total = total + float(number)
    count = count + 1
    number = input("Number: ")
print("Average:", total / count)
