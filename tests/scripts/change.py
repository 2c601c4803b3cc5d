# Makes change from as few coins as possible. Input: the price and what is paid, in euros.
COINS = (200, 100, 50, 20, 10, 5, 2, 1)

price = float(input("Price: "))
paid = float(input("Paid:  "))
rest = round((paid - price) * 100)
if rest < 0:
    print(f"That is {-rest / 100:.2f} € too little.")
    exit(2)
print(f"Change: {rest // 100}.{rest % 100:02} €")
for coin in COINS:
    count, rest = divmod(rest, coin)
    if count:
        name = f"{coin // 100} €" if coin >= 100 else f"{coin} ct"
        print(f"  {count} x {name}")

# Greed is not always best: the fewest coins by dynamic programming.
def fewest(amount, coins):
    best = [0] + [None] * amount
    for total in range(1, amount + 1):
        ways = [best[total - c] for c in coins if c <= total and best[total - c] is not None]
        if ways:
            best[total] = min(ways) + 1
    return best[amount]

for amount, coins in [(6, (1, 3, 4)), (30, (25, 10, 1)), (3, (2,)), (287, COINS)]:
    print("fewest of", coins, "for", amount, "is", fewest(amount, coins))
