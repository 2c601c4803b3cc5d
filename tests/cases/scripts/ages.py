def older(age):
    return age + 1

age = input()
print("Next year:", older(age))
