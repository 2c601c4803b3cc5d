# Leap years. Input: a year a line, until `stop` or the end.
def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

while True:
    try:
        line = input("Year: ")
        if line == "stop": break
        year = int(line)
    except ValueError:
        print("Please enter a year")
    except EOFError:
        print("(end)")
        break
    else:
        print(year, "is" if is_leap(year) else "is not", "a leap year")
    finally:
        print("--")

print([y for y in range(1890, 1930) if is_leap(y)], sum(map(is_leap, range(1, 2001))))
