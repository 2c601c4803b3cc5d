-- Text that grows is copied by Lua every time: one collects and joins.
local function build(limit)
  local parts = {}
  for i = 0, limit - 1 do
    parts[#parts + 1] = "ab"
    parts[#parts + 1] = tostring(i)
  end
  return table.concat(parts)
end

local function join(limit)
  local words = {}
  for i = 0, limit - 1 do
    words[#words + 1] = "w" .. tostring(i)
  end
  return table.concat(words, ",")
end

print(#build(700000) .. " " .. #join(700000))
