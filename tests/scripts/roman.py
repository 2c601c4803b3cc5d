"""Roman numerals, both ways. Input: a number or a numeral a line, up to an empty line."""
NUMERALS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]
VALUES = {letter: value for value, letter in NUMERALS if len(letter) == 1}


def to_roman(number):
    if not 0 < number < 4000:
        raise ValueError("only 1 to 3999: " + str(number))
    roman = ""
    for value, letters in NUMERALS:
        while number >= value:
            roman += letters
            number -= value
    return roman


def from_roman(text):
    total = 0
    for this, following in zip(text, text[1:] + " "):
        value = VALUES[this]
        total += -value if value < VALUES.get(following, 0) else value
    if to_roman(total) != text:
        raise ValueError(f"{text} should be {to_roman(total)}")
    return total


while True:
    text = input("> ").strip().upper()
    if not text:
        break
    try:
        print(to_roman(int(text)) if text.lstrip("-").isdigit() else from_roman(text))
    except KeyError as missing:
        print("no such letter:", missing)
    except ValueError as error:
        print("error:", error)

assert all(from_roman(to_roman(n)) == n for n in range(1, 4000, 7))
print("all well")
