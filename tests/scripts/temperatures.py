"""A temperature log. Input: lines `day value`, `#` begins a comment, blank values are gaps; to the end."""
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
log = {day: [] for day in DAYS}
errors = 0

number = 0
while True:
    try:
        line = input()
    except EOFError:
        break
    number += 1
    line, _, comment = line.partition("#")
    if not line.strip():
        continue
    day, *values = line.split()
    day = day[:3].title()
    if day not in log:
        print(f"line {number}: no day {day!r}")
        errors += 1
        continue
    for value in values:
        try:
            log[day].append(float(value))
        except ValueError as e:
            print(f"line {number}: {e}")
            errors += 1

flat = [t for values in log.values() for t in values]
if not flat:
    print("no temperatures")
    raise SystemExit(1)

mean = sum(flat) / len(flat)
print(f"{len(flat)} values, mean {mean:.2f}, range {min(flat)} to {max(flat)}, {errors} errors")
low, high = min(flat), max(flat)
for day, values in log.items():
    if not values:
        print(day, "-")
        continue
    average = sum(values) / len(values)
    bar = "*" * round((average - low) / ((high - low) or 1) * 20)
    mark = "+" if average > mean else "-" if average < mean else "="
    print(f"{day} {average:6.1f} {mark} {bar}")
hottest = max((d for d in DAYS if log[d]), key=lambda d: max(log[d]))
print("hottest on", hottest, log[hottest])
