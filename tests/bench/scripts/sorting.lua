local function records(count)
  local made = {}
  local seed = 42
  for i = 0, count - 1 do
    seed = (seed * 1103515245 + 12345) % 2147483648
    made[#made + 1] = { seed % 1000, i }
  end
  return made
end
local by_value = records(400000)
table.sort(by_value, function(a, b)
  if a[1] ~= b[1] then return a[1] < b[1] end
  return a[2] > b[2]
end)
local middle = by_value[200001]
print(string.format("%d %d (%d, %d)", by_value[1][2], by_value[#by_value][2], middle[1], middle[2]))
