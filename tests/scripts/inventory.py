"""A shop's inventory: nested dicts, sets, totals. No input."""
stock = {
    "apple": {"price": 0.5, "count": 120, "tags": {"fruit", "red"}},
    "banana": {"price": 0.25, "count": 0, "tags": {"fruit", "yellow"}},
    "carrot": {"price": 0.1, "count": 300, "tags": {"vegetable"}},
    "tomato": {"price": 0.75, "count": 40, "tags": {"fruit", "vegetable", "red"}},
}
order = {"apple": 10, "banana": 2, "durian": 1, "carrot": 500}

for item, wanted in order.items():
    if item not in stock:
        print(f"{item}: not sold here")
        continue
    have = stock[item]["count"]
    sold = min(wanted, have)
    stock[item]["count"] -= sold
    missing = wanted - sold
    print(f"{item}: {sold} sold" + (f", {missing} missing" if missing else ""))

value = {name: entry["price"] * entry["count"] for name, entry in stock.items()}
print("total", sum(value.values()), "most in", max(value, key=value.get))

tags = set()
for entry in stock.values():
    tags |= entry["tags"]
print(sorted(tags), len(tags))
red = {name for name, entry in stock.items() if "red" in entry["tags"]}
fruit = {name for name, entry in stock.items() if "fruit" in entry["tags"]}
print(sorted(red & fruit), sorted(fruit - red), sorted(red ^ {"carrot"}), red <= fruit, red.isdisjoint(["carrot"]))

inverted = {}
for name, entry in stock.items():
    for tag in sorted(entry["tags"]):
        inverted.setdefault(tag, []).append(name)
for tag, names in sorted(inverted.items(), key=lambda kv: (-len(kv[1]), kv[0])):
    print(f"{tag:>10}: {', '.join(names)}")

empty = [name for name, entry in stock.items() if not entry["count"]]
for name in empty:
    print("removed", stock.pop(name)["price"], name)
merged = {**{k: v["count"] for k, v in stock.items()}, "egg": 12} | {"apple": -1}
print(merged, list(merged)[::-1], "egg" in merged)
try:
    for key in merged:
        if merged[key] < 0:
            del merged[key]
except RuntimeError as error:
    print(error)
first, *_, last = merged
print(first, last, merged.get("nothing"), merged.pop("nothing", 0), dict.fromkeys("ab", 1))
