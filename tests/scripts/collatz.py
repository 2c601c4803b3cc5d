# Collatz: half it if it is even, else three times and one, until it is 1. Input: where to begin.
def collatz(number):
    if number % 2 == 0:
        print(number // 2)
        return number // 2
    elif number % 2 == 1:
        result = 3 * number + 1
        print(result)
        return result

n = input("Enter number: ")
while n != 1:
    n = collatz(int(n))

best = longest = 0
for start in range(1, 1000):
    steps, n = 0, start
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    if steps > longest:
        best, longest = start, steps
print("Below 1000 the longest way is", longest, "steps, from", best)
