"""Tables of conversions. No input."""
KM_PER_MILE = 1.609344

print("Miles to kilometres")
print("-" * 19)
for miles in range(0, 51, 10):
    print(f"{miles:5d} | {miles * KM_PER_MILE:9.3f}")

print()
print('{:<8}{:>10}{:^12}'.format('Celsius', 'Fahr.', 'Kelvin'))
for c in range(-40, 101, 35):
    f = c * 9 / 5 + 32
    print('{:<8}{:>10.1f}{:^12.2f}'.format(c, f, c + 273.15))

print()
units = [("inch", 2.54), ("foot", 30.48), ("yard", 91.44)]
header = "cm".rjust(8) + "".join(name.rjust(10) for name, _ in units)
print(header)
print("=" * len(header))
for cm in (1, 10, 100, 1_000, 10_000):
    print("%8d" % cm + "".join("%10.4g" % (cm / size) for _, size in units))

print()
for i in range(1, 10):
    for j in range(1, 10):
        print("%3d" % (i * j), end="")
    print()
