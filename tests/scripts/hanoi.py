# The towers of Hanoi. Input: the number of discs.
moves = 0

def hanoi(n, source, target, spare):
    global moves
    if n == 0:
        return
    hanoi(n - 1, source, spare, target)
    towers[target].append(towers[source].pop())
    moves += 1
    if len(towers["A"]) + len(towers["B"]) + len(towers["C"]) <= 3:
        print(f"{moves:2}: {source} -> {target}   {towers}")
    hanoi(n - 1, spare, target, source)

discs = int(input("Discs: "))
towers = {"A": list(range(discs, 0, -1)), "B": [], "C": []}
hanoi(discs, "A", "C", "B")
print(moves, "moves", moves == 2 ** discs - 1, towers["C"][:3])
