//! Writes what fuzzing starts from: `corpus/TARGET/`, of the inputs that stand in the repository's
//! tests, and `words.dict`, of the names that pemdas knows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use pemdas_fuzz::MADE;
use serde_json::{Value, json};

/// Of the recorded inputs, which are many and alike, every so many-th is a seed.
const STEP: usize = 20;

fn main() -> io::Result<()> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = here.join("../..");
    let mut texts = inputs(&root)?;
    texts.extend(files(&root.join("tests/scripts"), "py")?.values().cloned());
    texts.extend(STUBBORN.iter().map(|program| program.to_string()));

    let texts: Vec<String> = texts.into_iter().collect();
    for target in ["lexer", "parser", "programs"] {
        let made = (0..64u8).map(|seed| [vec![MADE], choices(seed)].concat());
        let seeds = texts
            .iter()
            .map(|text| text.as_bytes().to_vec())
            .chain(made);
        save(&here.join("corpus").join(target), seeds)?;
    }
    let requests = texts.iter().enumerate().map(|(number, text)| {
        let want = [json!([]), json!(["tree", "errors"]), json!(["tree-json"])];
        let request = json!({
            "id": number, "input": text, "want": want[number % 3], "limit_ms": 20, "fresh": true,
        });
        request.to_string().into_bytes()
    });
    save(&here.join("corpus/serve"), requests)?;

    let ladders = files(&root.join("grammar"), "prec")?;
    let parsed = texts.iter().filter(|text| text.len() < 60).step_by(20);
    let ladder = ladders.values().next().cloned().unwrap_or_default();
    let pairs = parsed.map(|text| format!("{ladder}\n---\n{text}"));
    let seeds = ladders
        .values()
        .cloned()
        .chain(pairs)
        .map(String::into_bytes);
    save(&here.join("corpus/ladder"), seeds)?;

    fs::write(here.join("words.dict"), dictionary(&ladder))
}

/// The inputs of the repository's tests.
fn inputs(root: &Path) -> io::Result<BTreeSet<String>> {
    let mut inputs = BTreeSet::new();
    for text in files(&root.join("tests/oracle/recorded"), "jsonl")?.values() {
        for line in text.lines().step_by(STEP) {
            let row: Value = serde_json::from_str(line).map_err(io::Error::other)?;
            inputs.extend(row[0].as_str().map(str::to_string));
        }
    }
    let mut sessions = files(&root.join("tests/cases"), "md")?;
    sessions.insert(
        "README.md".into(),
        fs::read_to_string(root.join("README.md"))?,
    );
    for text in sessions.values() {
        let mut input = String::new();
        for line in text.lines() {
            if let Some(first) = line.strip_prefix("> ") {
                input = first.to_string();
            } else if let Some(more) = line.strip_prefix("… ") {
                input = input + "\n" + more;
            } else {
                inputs.insert(std::mem::take(&mut input));
            }
        }
    }
    // What CPython's parser was asked about, a line a text.
    let mistakes = fs::read_to_string(root.join("src/syntax/parser/tests/mistakes.txt"))?;
    for line in mistakes.lines() {
        let text = line.split('\t').next().unwrap_or_default();
        inputs.insert(text.replace("\\n", "\n").replace("\\t", "\t"));
    }
    Ok(inputs)
}

/// The files of a folder that end so, by their names. A folder that is not there has none.
fn files(folder: &Path, extension: &str) -> io::Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(files);
    };
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == extension) {
            let name = path.file_name().unwrap_or_default();
            files.insert(
                name.to_string_lossy().into_owned(),
                fs::read_to_string(&path)?,
            );
        }
    }
    Ok(files)
}

fn save(folder: &Path, seeds: impl Iterator<Item = Vec<u8>>) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (number, seed) in seeds.enumerate() {
        fs::write(folder.join(format!("seed-{number:05}")), seed)?;
    }
    Ok(())
}

/// Bytes without much order: a small generator of pseudo-random numbers (Knuth's MMIX).
fn choices(seed: u8) -> Vec<u8> {
    let mut state = u64::from(seed);
    let mut next = || {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (state >> 33) as u8
    };
    (0..usize::from(seed) * 4).map(|_| next()).collect()
}

/// A dictionary in libFuzzer's form: names, operators, words of Python and of the protocol.
fn dictionary(ladder: &str) -> String {
    let mut words: BTreeSet<String> = BTreeSet::new();
    for entry in pemdas::builtin::table::all() {
        words.insert(entry.name.to_string());
        if entry.owner.is_some() {
            words.insert(format!(".{}(", entry.name));
        }
    }
    words.extend(pemdas::builtin::table::bare_names().map(str::to_string));
    words.extend(ladder.split_whitespace().map(str::to_string));
    words.extend(WORDS.split(' ').map(str::to_string));
    words.extend(LINES.iter().map(|line| line.to_string()));
    let mut text = String::new();
    for word in words {
        text.push('"');
        for byte in word.bytes() {
            match byte {
                b'"' | b'\\' => {
                    text.push('\\');
                    text.push(char::from(byte));
                }
                b' '..=b'~' => text.push(char::from(byte)),
                _ => {
                    let _ = write!(text, "\\x{byte:02x}");
                }
            }
        }
        text.push_str("\"\n");
    }
    text
}

/// Python's words, its punctuation, words of ladders.
const WORDS: &str = "and as assert async await break class continue def del elif else except False \
    finally for from global if import in is lambda None nonlocal not or pass raise return True try \
    while with yield match case += -= *= **= /= //= %= <<= >>= &= |= ^= := == != <= >= << >> ** // -> \
    @ ... ''' \"\"\" f' rf\" b' \\N{ \\u00e9 \\x41 0x 0o 0b 1e309 1_000 1j {{ }} !r} !s: =} :>{ # \
    left right none chain prefix prefix-strict postfix ternary juxtapose language source not-in is-not";

/// Programs that would rather not end, or not small.
const STUBBORN: &[&str] = &[
    "while True:\n    try:\n        while True: pass\n    except: pass\n",
    "while True:\n    try:\n        while True: pass\n    finally: continue\n",
    "def f():\n    try:\n        return f()\n    finally:\n        return 1\nf()\n",
    "def f():\n    try: f()\n    except: f()\nf()\n",
    "def f(n):\n    return f(n + 1)\nf(0)\n",
    "for i in range(3):\n    try:\n        break\n    finally:\n        i = 7\nelse:\n    i = 8\ni\n",
    "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError(e) from e\nfinally:\n    e = 1\n",
    "e = ValueError(1)\ne.__cause__ = e\nraise e\n",
    "e = None\nfor i in range(9):\n    try: raise KeyError(i) from e\n    except KeyError as x: e = x\nraise e\n",
    "a = [1]\nfor x in a:\n    a.append(x)\n",
    "a = {}\nwhile True:\n    a[len(a)] = [a]\n",
    "a = 'x'\nwhile True:\n    a += a\n",
    "x = []\nwhile True:\n    x = [x]\n",
    "def f(g):\n    return lambda: g\nx = 1\nwhile True:\n    x = f(x)\n",
    "x = iter([1])\nfor i in range(99): x = (y for y in x)\nlist(x)\n",
    "def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n        return n\n    return g\nf()()\n",
    "def f(a, /, b=[], *c, d, e=5, **k):\n    b.append(a)\n    return b, c, d, e, k\nf(1, d=2, z=3)\nf(1, [2], 3, d=4)\n",
    "x = 1\ndef f():\n    print(x)\n    x = 2\nf()\n",
    "def f():\n    global x\n    x = 1\n    del x\nf()\nx\n",
    "if 0: pass\nelif 1:\n\tx = 1\nelse:\n        x = 2\n",
    "while input():\n    pass\nelse:\n    print('end')\n",
    "a, *b = c = [*range(5)]\n(x, [y, *z]) = a, b\nfor i, (j, k) in {1: (2, 3)}.items(): print(i, j, k)\n",
    "assert a == 1, 'no'\n",
    "class A:\n    def f(self): pass\nwith open('x') as f: pass\n@f\ndef g(): yield 1\n",
    "match x:\n    case 1: pass\nasync def f(): await x\nimport os\n",
    "import math, sys\nfrom math import pi as p, sqrt\nsys.exit(math.floor(p))\n",
];

/// Pieces that hold white space, and pieces of requests.
const LINES: &[&str] = &[
    "\n",
    "\r\n",
    "\n    ",
    "\n\t",
    ":\n    ",
    "\\\n",
    "\x0c",
    "\u{feff}",
    "é",
    "漢",
    "\u{301}",
    "\u{2028}",
    "\n---\n",
    "\nleft ",
    "\nprefix ",
    "\nternary if else",
    "\nchain < <=",
    ":pow",
    ":neg",
    ":bitxor",
    "{\"id\": 1, \"input\": \"",
    "\"fresh\": true",
    "\"limit_ms\": 20",
    "\"want\": [\"tree\", \"errors\"]",
    "\"tree-json\"",
    "\"stdin\": \"7\\n\"",
    "\\ud800",
    "\\n    ",
    "\n\nexcept ",
    "\nfinally:\n ",
];
