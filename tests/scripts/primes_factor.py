"""Prime factors, greatest common divisor, perfect numbers. Input: whole numbers, one a line, 0 ends."""


def factors(n):
    found, p = [], 2
    while p * p <= n:
        while n % p == 0:
            found.append(p)
            n //= p
        p += 1 if p == 2 else 2
    if n > 1:
        found.append(n)
    return found


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def gcd_recursive(a, b):
    return a if b == 0 else gcd_recursive(b, a % b)


previous = 1
while (n := int(input("n = "))):
    powers = {}
    for p in factors(abs(n)):
        powers[p] = powers.get(p, 0) + 1
    text = " * ".join(f"{p}^{k}" if k > 1 else str(p) for p, k in powers.items()) or "1"
    print(f"{n} = {'-' if n < 0 else ''}{text}; gcd with {previous}: {gcd(n, previous)} {gcd_recursive(n, previous)}")
    previous = n
print("perfect:", [n for n in range(2, 500) if sum(d for d in range(1, n // 2 + 1) if n % d == 0) == n])
print("2**127 - 1 =", 2 ** 127 - 1, "has", len(str(2 ** 127 - 1)), "digits")
