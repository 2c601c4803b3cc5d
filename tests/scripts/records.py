"""Cleans a list of records with missing and blank fields, and reports. No input."""
RAW = """
name,  age, city,      salary
Alice, 34,  Berlin,    52000
bob,   ,    Hamburg,   48_500
 CAROL,29,  ,          n/a
Dave,  abc, Munich,    61000.50
,      51,  Cologne,   39000
Eve,   45
alice, 34,  Berlin,    52000
Frank, 62,  Munich,    -1
"""


def clean_row(fields, columns, *, default=None):
    """A dict of the columns; what is missing or blank is the default."""
    fields = [field.strip() for field in fields]
    fields += [""] * (len(columns) - len(fields))
    return {column: field or default for column, field in zip(columns, fields)}


def to_number(text, kind=int):
    if text is None:
        return None
    try:
        return kind(text)
    except ValueError:
        return None


header, *rows = [line.split(",") for line in RAW.strip().splitlines()]
columns = [column.strip() for column in header]
records, problems, seen = [], [], set()

for number, row in enumerate(rows, 2):
    record = clean_row(row, columns)
    if not record["name"]:
        problems.append((number, "no name"))
        continue
    record["name"] = record["name"].capitalize()
    record["age"] = to_number(record["age"])
    salary = to_number(record.pop("salary"), float)
    record["salary"] = salary if salary is not None and salary >= 0 else None
    key = tuple(record.values())
    if key in seen:
        problems.append((number, f"{record['name']} is there twice"))
        continue
    seen.add(key)
    missing = [field for field, value in record.items() if value is None]
    if missing:
        problems.append((number, record["name"] + " lacks " + ", ".join(missing)))
    records.append(record)

print(len(records), "records of", len(rows))
for record in records:
    print("  {name:<8}{age!s:>5} {city!s:<10}{salary!s:>10}".format(**record))
for number, problem in problems:
    print(f"  line {number}: {problem}")

ages = [r["age"] for r in records if r["age"] is not None]
print("mean age", round(sum(ages) / len(ages), 2), "from", min(ages), "to", max(ages))
total = sum(r["salary"] or 0 for r in records)
print(f"salaries {total:,.2f}; all known: {all(r['salary'] is not None for r in records)}")

del records[1:3]
print([r["name"] for r in records], any(r["city"] is None for r in records))
