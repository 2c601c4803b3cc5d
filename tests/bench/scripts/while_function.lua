local function count(limit)
  local i = 0
  local total = 0
  while i < limit do
    total = total + i % 7
    i = i + 1
  end
  return total
end
print(count(3000000))
