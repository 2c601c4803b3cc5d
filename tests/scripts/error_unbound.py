# Forgets `global`: a name that is assigned within a function is the function's own.
count = 0

def increase():
    count += 1
    return count

def maybe(flag):
    if flag:
        message = "set"
    return message

print(maybe(True))
try:
    print(maybe(False))
except UnboundLocalError as error:
    print("caught:", error)
for value in [1, 2]:
    del value
try:
    value
except NameError as error:
    print(type(error).__name__, error)
print(increase())
