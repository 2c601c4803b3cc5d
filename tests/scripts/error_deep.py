"""An error three calls deep that nobody catches. Input: a list of numbers by commas."""


def parse(text):
    return int(text)


def total(texts):
    result = 0
    for text in texts:
        result += parse(text)
    return result


def main():
    line = input("Numbers: ")
    print("The sum is", total(line.split(",")))


print("Adding up")
main()
print("Done")
