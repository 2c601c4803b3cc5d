"""Tic-tac-toe for two. Input: a field (1 to 9) a line, X begins; `q` gives up."""
board = [str(n) for n in range(1, 10)]
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def show():
    print("\n--+---+--\n".join(" | ".join(board[i:i + 3]) for i in (0, 3, 6)))


def winner():
    for a, b, c in LINES:
        if board[a] == board[b] == board[c]:
            return board[a]


player = "X"
for turn in range(9):
    while True:
        move = input(f"{player}: ")
        if move == "q":
            print(player, "gives up")
            exit()
        if move not in board or not move.isdecimal():
            print("not possible")
            continue
        board[int(move) - 1] = player
        break
    if winner():
        show()
        print(winner(), "wins in turn", turn + 1)
        break
    player = "O" if player == "X" else "X"
else:
    show()
    print("draw")
