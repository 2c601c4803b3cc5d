local function compute(limit)
  local pi = 0.0
  local sign = 1.0
  local x = 0.3
  for k = 0, limit - 1 do
    pi = pi + sign / (2.0 * k + 1.0)
    sign = -sign
    x = 3.7 * x * (1.0 - x)
  end
  return pi * 4.0, x
end
print(string.format("%.9f %.9f", compute(1500000)))
