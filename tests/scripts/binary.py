"""Decimal to binary and back by hand. Input: a whole number, then a binary numeral."""


def to_base(n, base=2, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if n < 0:
        return "-" + to_base(-n, base)
    result = ""
    while True:
        n, digit = divmod(n, base)
        result = digits[digit] + result
        if n == 0:
            return result


def from_binary(text):
    value = 0
    for place, bit in enumerate(text):
        if bit not in "01":
            raise ValueError(f"bad bit {bit!r} at {place}")
        value = value * 2 + (bit == "1")
    return value


number = int(input("Decimal: "))
print("binary ", to_base(number), bin(number), f"{number:b}", f"{number:#010b}")
print("octal  ", to_base(number, 8), oct(number), "%o" % number)
print("hex    ", to_base(number, 16), hex(number), f"{number:X}", format(number, "_x"))
print("bits   ", bin(number).count("1"), "ones,", number.bit_length(), "long", ~number, number << 2, number >> 1)
bits = input("Binary: ").strip()
print("decimal", from_binary(bits), int(bits, 2))
