"""Closures: counters, accounts, memory, composition, the trap of the loop. No input."""


def counter(start=0, step=1):
    count = start

    def increment():
        nonlocal count
        count += step
        return count

    def reset(to=0):
        nonlocal count
        count = to

    return increment, reset


tick, reset = counter(10, step=5)
print(tick(), tick(), tick())
reset()
print(tick(), counter()[0]())


def account(balance):
    def dispatch(action, *amounts, fee=0):
        nonlocal balance
        for amount in amounts:
            if action == "deposit":
                balance += amount
            elif action == "withdraw":
                if amount + fee > balance:
                    raise ValueError(f"insufficient funds: {balance} < {amount + fee}")
                balance -= amount + fee
        return balance
    return dispatch


mine, yours = account(100), account(50)
print(mine("deposit", 20, 30), yours("withdraw", 10, fee=1), mine("show"))
try:
    yours("withdraw", 30, 20)
except ValueError as error:
    print("refused:", error, "| left", yours("show"))


def memoize(f):
    memory = {}
    def wrapper(n):
        if n not in memory:
            memory[n] = f(n)
        return memory[n]
    wrapper_memory = memory
    return wrapper, wrapper_memory


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


fib, memory = memoize(fib)
print(fib(80), len(memory))


def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x
    return composed


double = lambda x: x * 2
print(compose(double, lambda x: x + 1, abs)(-5), compose()(7))

late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []), collect(4))

total = 0
def add(n):
    global total, calls
    total += n
    calls = calls + 1 if "calls" in seen else 1
    seen.add("calls")
seen = set()
add(5); add(6)
print(total, calls)


def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = x + "+inner"
            return x
        return inner
    middle()()
    return x


x = "global"
print(outer(), x)
