"""A loan's table. Input: the sum, the interest a year in percent, the months."""
principal = float(input("Loan: "))
rate = float(input("Interest (%): ")) / 100 / 12
months = int(input("Months: "))

try:
    payment = principal * rate / (1 - (1 + rate) ** -months)
except ZeroDivisionError:
    payment = principal / months

print(f"\n{'Month':>5}{'Payment':>12}{'Interest':>12}{'Principal':>12}{'Balance':>14}")
balance, paid = principal, 0
for month in range(1, months + 1):
    interest = balance * rate
    part = payment - interest
    balance -= part
    paid += interest
    if month <= 3 or month > months - 2:
        print(f"{month:5d}{payment:12,.2f}{interest:12,.2f}{part:12,.2f}{abs(balance):14,.2f}")
    elif month == 4:
        print("  ...")
print(f"Interest in all: {paid:,.2f} ({paid / principal:.1%})")
