# Python runs this; pemdas has no `with` and no files.
name = input("File: ")
if name:
    with open(name) as file:
        print(file.read())
