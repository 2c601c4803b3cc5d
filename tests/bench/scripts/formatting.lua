local function lines(limit)
  local length, line = 0, ""
  for i = 0, limit - 1 do
    line = string.format("%8d|%10.3f|%-6s|%02x", i, i / 7, "item", i % 256)
    length = length + #line
  end
  return length, line
end
local length, line = lines(500000)
print(length .. " " .. line)
