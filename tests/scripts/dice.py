"""What the generator of `random` gives for a seed: dice, cards, a drunkard's walk. No input."""
import random
from random import choice, shuffle

random.seed(2024)
rolls = [random.randint(1, 6) for _ in range(20)]
print("rolls", *rolls)
print("count", {face: rolls.count(face) for face in range(1, 7)})

deck = [rank + suit for suit in "SHDC" for rank in "A23456789TJQK"]
shuffle(deck)
hand, deck = deck[:5], deck[5:]
print("hand", " ".join(sorted(hand)), "left", len(deck))
print("drawn", random.sample(deck, 3))

x = y = 0
for step in range(100):
    dx, dy = choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
    x, y = x + dx, y + dy
print("after 100 steps at", (x, y), "distance", abs(x) + abs(y))

random.seed("text is a seed, too")
print(random.random(), random.uniform(-1, 1))
print(random.randrange(0, 1000, 25), random.choice("abcdef"), random.getrandbits(40))
inside = 0
for _ in range(2000):
    if random.random() ** 2 + random.random() ** 2 < 1:
        inside += 1
print("pi is about", 4 * inside / 2000)
