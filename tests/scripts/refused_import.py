# Python runs this; of its library pemdas has `math`, `random` and `sys`.
import math
import json

print(json.dumps([math.floor(2.5)]))
