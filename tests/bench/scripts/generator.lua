local function total(limit)
  local sum = 0
  for x in coroutine.wrap(function()
    for x = 0, limit - 1 do coroutine.yield(x * 2 + 1) end
  end) do
    sum = sum + x
  end
  return sum
end
print(total(4000000))
