local function squares(limit)
  local made = {}
  for x = 0, limit - 1 do
    if x % 3 == 1 then
      made[#made + 1] = x * x
    end
  end
  return made
end
local total = 0
for round = 1, 3 do
  total = total + #squares(1500000)
end
local few = squares(100)
print(total .. " " .. few[#few])
