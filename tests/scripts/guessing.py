"""A guessing game: the number is between 1 and 100, and the seed is an argument (42 without one).

Input: a guess a line.
"""
import random
import sys

random.seed(int(sys.argv[1]) if len(sys.argv) > 1 else 42)
secret = random.randint(1, 100)
low, high = 1, 100
tries = 0

while tries < 7:
    guess = input("Guess (%d-%d): " % (low, high))
    if not guess.isdigit():
        print("A number, please.")
        continue
    guess = int(guess)
    tries += 1
    if guess == secret:
        print(f"Right! It took you {tries} {'try' if tries == 1 else 'tries'}.")
        break
    elif guess < secret:
        print("Too low.")
        low = max(low, guess + 1)
    else:
        print("Too high.")
        high = min(high, guess - 1)
else:
    print("Out of tries; it was", secret)
