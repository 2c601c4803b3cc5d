# Pay with overtime: hours, then the rate. Over 40 hours the rate is one and a half.
def computepay(hours, rate):
    if hours > 40:
        regular = 40 * rate
        extra = (hours - 40) * (rate * 1.5)
        return regular + extra
    else:
        return hours * rate

try:
    h = float(input("Enter Hours: "))
    r = float(input("Enter Rate: "))
except:
    print("Error, please enter numeric input")
    quit()

print("Pay", computepay(h, r))
