"""Checks passwords. Input: the password, as often as it takes, three times at most."""
import sys

SPECIAL = "!@#$%&*"
RULES = {
    "at least 8 characters": lambda p: len(p) >= 8,
    "a digit": lambda p: any(c.isdigit() for c in p),
    "a capital and a small letter": lambda p: any(c.isupper() for c in p) and any(c.islower() for c in p),
    "one of " + SPECIAL: lambda p: not set(p).isdisjoint(SPECIAL),
    "no spaces": lambda p: not any(map(str.isspace, p)),
}

for attempt in range(3, 0, -1):
    password = input("Password: ")
    broken = [rule for rule, holds in RULES.items() if not holds(password)]
    if not broken:
        print("fine:", password[0] + "*" * (len(password) - 2) + password[-1])
        break
    print("needs", "; ".join(broken), f"({attempt - 1} left)")
else:
    sys.exit("too many attempts")
