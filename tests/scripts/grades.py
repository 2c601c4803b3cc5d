# Grades of a class. Input: lines `name: points, points...`; an empty line ends.
def letter(score):
    if score >= 90:
        return "A"
    elif score >= 80:
        return "B"
    elif score >= 70:
        return "C"
    elif score >= 60:
        return "D"
    return "F"

def statistics(scores, *, drop_lowest=False):
    scores = sorted(scores)
    if drop_lowest and len(scores) > 1:
        scores = scores[1:]
    n = len(scores)
    mid = n // 2
    median = scores[mid] if n % 2 else (scores[mid - 1] + scores[mid]) / 2
    mean = sum(scores) / n
    spread = (sum((s - mean) ** 2 for s in scores) / n) ** .5
    return mean, median, spread

gradebook = {}
line = input("Student: ")
while line != "":
    name, points = line.split(":")
    gradebook[name.strip()] = [float(p) for p in points.split(",")]
    line = input("Student: ")

print()
for name in sorted(gradebook, key=lambda n: (-statistics(gradebook[n], drop_lowest=True)[0], n)):
    mean, median, spread = statistics(gradebook[name], drop_lowest=True)
    print(f"{name:10.8s}|{mean:7.2f}|{median:7.2f}|{spread:7.3f}| {letter(mean)}")

letters = [letter(statistics(s)[0]) for s in gradebook.values()]
for grade in "ABCDF":
    print(grade, "x" * letters.count(grade) or "none")
