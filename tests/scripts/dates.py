"""Dates by hand: days between, weekdays, adding days, a calendar. Input: two dates (2024-02-29)."""
MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def is_leap(y):
    return y % 4 == 0 and y % 100 != 0 or y % 400 == 0


def days_in(year, month):
    return 29 if month == 2 and is_leap(year) else MONTHS[month - 1]


def parse(text):
    try:
        year, month, day = map(int, text.split("-"))
    except ValueError as error:
        raise ValueError(f"not a date: {text!r}") from error
    if not (1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        raise ValueError(f"no such day: {text}")
    return year, month, day


def ordinal(year, month, day):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400 + sum(days_in(year, m) for m in range(1, month)) + day


def from_ordinal(n):
    year = n * 400 // 146097
    while ordinal(year + 1, 1, 1) <= n:
        year += 1
    n -= ordinal(year, 1, 1) - 1
    month = 1
    while n > days_in(year, month):
        n -= days_in(year, month)
        month += 1
    return year, month, n


def weekday(*date):
    return (ordinal(*date) - 1) % 7


def show(date):
    return "{:04}-{:02}-{:02}".format(*date)


first, second = parse(input("From: ")), parse(input("To:   "))
print(ordinal(*second) - ordinal(*first), "days from", NAMES[weekday(*first)], "to", NAMES[weekday(*second)])
for days in (1, 30, 365, -1000):
    print(f"{days:+5} days: {show(from_ordinal(ordinal(*first) + days))}")
print("later:", show(max(first, second)), "same year:", first[0] == second[0])

year, month, _ = first
print(f"{show(first)[:7]:^20}")
print(" ".join(name[:2] for name in NAMES))
print("   " * weekday(year, month, 1), end="")
for day in range(1, days_in(year, month) + 1):
    print(f"{day:2}", end="\n" if weekday(year, month, day) == 6 else " ")
print()
