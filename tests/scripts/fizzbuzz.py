# FizzBuzz, three ways that must agree. No input.
for i in range(1, 16):
    if i % 3 == 0 and i % 5 == 0:
        print("FizzBuzz")
    elif i % 3 == 0:
        print("Fizz")
    elif i % 5 == 0:
        print("Buzz")
    else:
        print(i)

def fizzbuzz(n, rules=((3, "Fizz"), (5, "Buzz"))):
    return "".join(word for divisor, word in rules if n % divisor == 0) or str(n)

one = [fizzbuzz(n) for n in range(1, 101)]
two = ["Fizz" * (not n % 3) + "Buzz" * (not n % 5) or str(n) for n in range(1, 101)]
print(one == two, one.count("FizzBuzz"), one[-1])
print(*map(lambda n: fizzbuzz(n, rules=[(2, "Bizz"), (7, "Boom")]), range(1, 15)), sep=", ", end=".\n")
i = 0
while i < 5: i += 1; print(fizzbuzz(i), end=" " if i < 5 else "\n")
