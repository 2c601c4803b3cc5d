# Python runs this; pemdas has no classes and says so before anything runs.
print("begin")

class Dog:
    def bark(self):
        print("woof")

Dog().bark()
