"""European floors as American ones, basements included, in a house without a thirteenth floor.

Input: a European floor a line; 0 is the ground floor, -1 the first basement; `q` ends.
"""

UNLUCKY = 13


def american(floor):
    """The name of a European floor in America."""
    if floor < 0:
        return "B" + str(-floor)
    us = floor + 1
    if us >= UNLUCKY:
        us += 1
    return str(us)


while True:
    answer = input("Europe floor (q to quit)? ").strip()
    if answer.lower() == "q":
        break
    try:
        number = int(answer)
    except ValueError:
        print(f"{answer!r} is not a floor")
        continue
    if not -4 <= number <= 60:
        print("There is no floor", number)
    else:
        print("US floor", american(number))
print("Bye!")
