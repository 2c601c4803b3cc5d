# Converts between Celsius and Fahrenheit: the temperature, then its unit.
temp = float(input('Temperature: '))
unit = input('Unit (C/F): ').strip().upper()

if unit == 'C':
    result = 9 * temp / 5 + 32
    print(f"{temp}°C is {result:.1f}°F")
elif unit == 'F':
    result = (temp - 32) * 5 / 9
    print(f"{temp}°F is {result:.1f}°C")
else:
    print('Unknown unit', repr(unit))
