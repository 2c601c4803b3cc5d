# Builds and drops cycles until it is stopped: a list in itself, two dicts in each other, and a local
# function that calls itself.
def work(n):
    items = [n]
    items.append(items)
    one, two = {}, {}
    one["other"], two["other"] = two, one

    def count(k):
        return count(k - 1) + 1 if k else 0

    return count(3)


n = 0
while True:
    n += work(n)
