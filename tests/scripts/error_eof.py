# Reads five numbers and shows them backwards. Input: five lines.
numbers = []
for i in range(5):
    numbers.append(int(input()))
    print("read", len(numbers), end="; ")
print()
for n in numbers[::-1]:
    print(n)
