"""Sorting by several keys; and by hand. No input."""
people = [
    ("Smith", "John", 42), ("doe", "Jane", 35), ("Smith", "Anna", 42),
    ("Brown", "Zoe", 19), ("Doe", "Adam", 35), ("Brown", "Bob", 77),
]

print(sorted(people)[0], min(people, key=lambda p: p[2]), max(people, key=lambda p: (p[2], p[0])))
for last, first, age in sorted(people, key=lambda p: (-p[2], p[0].lower(), p[1])):
    print(f"{age:3} {last:>6}, {first}")

# Sorting is stable: by the last key first.
people.sort(key=lambda p: p[1])
people.sort(key=lambda p: p[0].lower(), reverse=True)
print([first for _, first, _ in people])

by_age = {}
for last, first, age in people:
    by_age.setdefault(age, []).append(first)
print(dict(sorted(by_age.items())))
print(sorted(by_age, key=by_age.get), sorted("bA aB", key=str.lower), sorted([3, 1.5, True, -2]))


def bubble(items):
    items = items[:]
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            break
    return items


def quick(items):
    if len(items) <= 1:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge(left, right):
    merged = []
    while left and right:
        merged.append((left if left[0] <= right[0] else right).pop(0))
    return merged + left + right


def merge_sort(items):
    if len(items) < 2:
        return list(items)
    middle = len(items) // 2
    return merge(merge_sort(items[:middle]), merge_sort(items[middle:]))


numbers = [x * 7919 % 101 for x in range(25)]
print(bubble(numbers))
print(bubble(numbers) == quick(numbers) == merge_sort(numbers) == sorted(numbers))
print(sorted([1, "a"]))
