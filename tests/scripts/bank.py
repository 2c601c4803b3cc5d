"""Accounts kept in dicts. Input: commands (`open NAME`, `pay NAME AMOUNT`, `take NAME AMOUNT`,
`move NAME NAME AMOUNT`, `list`, `close NAME`, `end`)."""
accounts = {}


def pay(name, amount):
    if amount <= 0:
        raise ValueError("the amount must be positive")
    accounts[name] += amount


def take(name, amount):
    if accounts[name] < amount:
        raise ValueError(f"{name} has only {accounts[name]}")
    accounts[name] -= amount


def move(source, target, amount):
    before = dict(accounts)
    try:
        take(source, amount)
        pay(target, amount)
    except (ValueError, KeyError):
        accounts.clear()
        accounts.update(before)
        raise


def run(command, *words):
    if command == "open":
        (name,) = words
        if name in accounts:
            raise ValueError(f"{name} is there already")
        accounts[name] = 0
    elif command in ("pay", "take"):
        name, amount = words
        (pay if command == "pay" else take)(name, int(amount))
    elif command == "move":
        *names, amount = words
        move(*names, amount=int(amount))
    elif command == "list":
        for name, balance in sorted(accounts.items()):
            print(f"  {name:.<12}{balance:.>8}")
    elif command == "close":
        del accounts[words[0]]
    else:
        raise LookupError("unknown command " + command)


while (line := input("$ ")) != "end":
    try:
        run(*line.split())
    except KeyError as error:
        print("no account", error)
    except (ValueError, LookupError) as error:
        print("error:", error)
    except TypeError as error:
        print("wrong number of words:", error)
print("sum", sum(accounts.values()), "accounts", list(accounts))
