"""Primes by the sieve of Eratosthenes. Input: up to where."""
import math


def sieve(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0:2] = [False] * 2
    for n in range(2, math.isqrt(limit) + 1):
        if is_prime[n]:
            is_prime[n * n :: n] = [False] * len(range(n * n, limit + 1, n))
    return [n for n, prime in enumerate(is_prime) if prime]


limit = int(input("Primes up to: "))
primes = sieve(limit)
for start in range(0, len(primes), 10):
    print(" ".join(f"{p:4}" for p in primes[start:start + 10]))
print(len(primes), "primes; twins:", [(a, b) for a, b in zip(primes, primes[1:]) if b - a == 2][-3:])

# By trial division the answer is the same.
for n in range(2, limit + 1):
    for d in range(2, int(n ** 0.5) + 1):
        if n % d == 0:
            break
    else:
        assert n in primes, n
        continue
    assert n not in primes, n
