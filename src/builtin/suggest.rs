//! The nearest name, for what was mistyped: "did you mean `append`?".
//!
//! Names are compared as CPython 3.11 does for its tracebacks: by the number of letters to be
//! inserted, left out or replaced, where a change of case alone costs half.

/// The cost of one insertion, deletion or replacement.
const MOVE: usize = 2;
/// The cost of a letter in the other case.
const CASE: usize = 1;
/// Longer names, and more candidates, are not compared.
const LONGEST: usize = 40;
const MOST: usize = 750;

/// The candidate nearest to `name`, unless all differ in more than about a third of their letters.
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(&str, usize)> = None;
    for (count, candidate) in candidates.into_iter().enumerate() {
        if count == MOST {
            return None;
        }
        if candidate == name {
            continue;
        }
        let mut allowed = (name.len() + candidate.len() + 3) * MOVE / 6;
        if let Some((_, distance)) = best {
            allowed = allowed.min(distance - 1);
        }
        if let Some(distance) = distance(name.as_bytes(), candidate.as_bytes(), allowed) {
            if distance == 0 {
                return Some(candidate);
            }
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The cost of turning one name into the other, where it is at most `allowed`.
fn distance(mut a: &[u8], mut b: &[u8], allowed: usize) -> Option<usize> {
    while let ([x, more_a @ ..], [y, more_b @ ..]) = (a, b)
        && x == y
    {
        (a, b) = (more_a, more_b);
    }
    while let ([more_a @ .., x], [more_b @ .., y]) = (a, b)
        && x == y
    {
        (a, b) = (more_a, more_b);
    }
    let within = |cost: usize| (cost <= allowed).then_some(cost);
    if a.is_empty() || b.is_empty() {
        return within((a.len() + b.len()) * MOVE);
    }
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    // One row of the usual table: what it costs to turn the letters of `b` so far into each start
    // of `a`.
    let mut row: Vec<usize> = (0..=a.len()).map(|length| length * MOVE).collect();
    for (so_far, y) in b.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (so_far + 1) * MOVE;
        for (place, x) in a.iter().enumerate() {
            let replaced = diagonal + replacement(*x, *y);
            diagonal = row[place + 1];
            row[place + 1] = replaced.min(diagonal.min(row[place]) + MOVE);
        }
    }
    within(row[a.len()])
}

fn replacement(x: u8, y: u8) -> usize {
    if x == y {
        0
    } else if x.eq_ignore_ascii_case(&y) {
        CASE
    } else {
        MOVE
    }
}

#[cfg(test)]
mod tests {
    use super::suggest;

    /// CPython's own answers, for names of its built-in functions.
    #[test]
    fn as_in_tracebacks() {
        let list = [
            "abs", "id", "input", "int", "len", "max", "min", "print", "set", "sorted", "str",
            "True", "False", "zip",
        ];
        for (name, expected) in [
            ("prnt", Some("print")),
            ("Len", Some("len")),
            ("pirnt", Some("print")),
            ("x", None),
            ("ab", Some("abs")),
            ("true", Some("True")),
            ("flase", None),
            ("INT", Some("int")),
            ("srt", Some("set")),
            ("d", Some("id")),
            ("ste", Some("str")),
            ("zip2", Some("zip")),
        ] {
            let list = list.iter().copied();
            assert_eq!(suggest(name, list), expected, "{name}");
        }
    }

    #[test]
    fn nearest() {
        let list = ["append", "clear", "copy", "count", "extend", "index"];
        for (name, expected) in [
            ("apend", Some("append")),
            ("Append", Some("append")),
            ("coun", Some("count")),
            ("cuont", Some("count")),
            ("xyz", None),
            ("", None),
            ("append", None),
        ] {
            assert_eq!(suggest(name, list), expected, "{name}");
        }
    }
}
