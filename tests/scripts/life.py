"""Conway's game of life on a small torus. Input: generations, then a grid of `.` and `#` up to an empty line."""
generations = int(input())
grid = []
while row := input():
    grid.append([cell == "#" for cell in row])
height, width = len(grid), len(grid[0])
assert all(len(row) == width for row in grid), "rows of different lengths"


def neighbours(grid, y, x):
    return sum(
        grid[(y + dy) % height][(x + dx) % width]
        for dy in (-1, 0, 1)
        for dx in (-1, 0, 1)
        if (dy, dx) != (0, 0)
    )


def step(grid):
    return [[neighbours(grid, y, x) in ((2, 3) if alive else (3,)) for x, alive in enumerate(row)]
            for y, row in enumerate(grid)]


seen = []
for generation in range(generations):
    if grid in seen:
        print("as generation", seen.index(grid))
        break
    seen.append(grid)
    print(f"generation {generation}, {sum(map(sum, grid))} alive")
    print("\n".join("".join(".#"[cell] for cell in row) for row in grid))
    grid = step(grid)
