local function add(limit)
  local total = 0
  for i = 0, limit - 1 do
    if i % 3 == 0 then
      total = total + i
    end
  end
  return total
end
print(add(3000000))
