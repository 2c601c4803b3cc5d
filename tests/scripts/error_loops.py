# What an interrupted loop leaves behind. Input: where to fail.
stop = int(input())
done = []
for i in range(10):
    try:
        if i == stop:
            raise RuntimeError(f"at {i}")
        done.append(i)
    finally:
        print(i, end=" ", flush=True)
print("all")
