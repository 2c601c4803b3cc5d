local function count(limit)
  local words = {}
  for word in ("the quick brown fox jumps over the lazy dog and the cat"):gmatch("%a+") do
    words[#words + 1] = word
  end
  local counts, size = {}, 0
  for i = 0, limit - 1 do
    local word = words[i % 12 + 1]
    if not counts[word] then size = size + 1 end
    counts[word] = (counts[word] or 0) + 1
    local key = i * 7919 % 1000
    if counts[key] then
      counts[key] = counts[key] + 1
    else
      size = size + 1
      counts[key] = 1
    end
  end
  return counts, size
end
local counts, size = count(1200000)
print(size .. " " .. counts["the"] .. " " .. counts[7])
