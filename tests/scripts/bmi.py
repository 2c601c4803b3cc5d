# Body mass index. Input: the name, the weight in kg, the height in m.
name = input("What is your name? ")
weight = float(input("Your weight in kg: "))
height = float(input("Your height in m: "))
bmi = weight / height ** 2
print("Hello", name + "!", "Your BMI is", round(bmi, 1))
if bmi < 18.5:
    print("underweight")
elif 18.5 <= bmi < 25:
    print("normal")
elif bmi < 30: print("overweight")
else: print("obese")
