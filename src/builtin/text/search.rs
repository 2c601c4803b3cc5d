//! Looking for text in text: `find`, `index`, `count`, `startswith` and their like.

use memchr::memmem;

use super::super::{Args, Entry, Host, Signature};
use super::argument::{Window, receiver, text};
use super::method;
use crate::error::{TypeError, ValueError};
use crate::limits;
use crate::value::{Outcome, Value};

const WHERE: Signature = Signature::Counted {
    required: 1,
    names: &["sub", "start", "end"],
};

pub static METHODS: &[Entry] = &[
    method(
        "find",
        WHERE,
        "The lowest index at which `sub` is found within `s[start:end]`, or -1.",
        &[
            ("'banana'.find('an')", "1"),
            ("'banana'.find('an', 2)", "3"),
            ("'banana'.find('x')", "-1"),
        ],
        |_, args| found(&args, memmem::find).map(|at| at.map_or(Value::Int(-1), Value::from)),
    ),
    method(
        "rfind",
        WHERE,
        "The highest index at which `sub` is found within `s[start:end]`, or -1.",
        &[("'banana'.rfind('an')", "3")],
        |_, args| found(&args, memmem::rfind).map(|at| at.map_or(Value::Int(-1), Value::from)),
    ),
    method(
        "index",
        WHERE,
        "Like `find`, but raises `ValueError` where `sub` is not found.",
        &[("'banana'.index('n')", "2")],
        |_, args| {
            found(&args, memmem::find)?
                .map(Value::from)
                .ok_or_else(|| ValueError::SubstringNotFound.into())
        },
    ),
    method(
        "rindex",
        WHERE,
        "Like `rfind`, but raises `ValueError` where `sub` is not found.",
        &[("'banana'.rindex('n')", "4")],
        |_, args| {
            found(&args, memmem::rfind)?
                .map(Value::from)
                .ok_or_else(|| ValueError::SubstringNotFound.into())
        },
    ),
    method(
        "count",
        WHERE,
        "How often `sub` is found within `s[start:end]`, without overlaps; empty text is found between all characters.",
        &[("'banana'.count('an')", "2"), ("'abc'.count('')", "4")],
        count,
    ),
    method(
        "startswith",
        Signature::Counted {
            required: 1,
            names: &["prefix", "start", "end"],
        },
        "Whether `s[start:end]` begins with `prefix`, or with one of a tuple of them.",
        &[
            ("'banana'.startswith('ban')", "True"),
            ("'banana'.startswith(('x', 'na'), 2)", "True"),
        ],
        |_, args| affix(&args, "startswith", |part, affix| part.starts_with(affix)),
    ),
    method(
        "endswith",
        Signature::Counted {
            required: 1,
            names: &["suffix", "start", "end"],
        },
        "Whether `s[start:end]` ends with `suffix`, or with one of a tuple of them.",
        &[
            ("'banana'.endswith('na')", "True"),
            ("'banana'.endswith(('x', 'y'))", "False"),
        ],
        |_, args| affix(&args, "endswith", |part, affix| part.ends_with(affix)),
    ),
];

/// The index of the text that is looked for.
fn found(args: &Args, find: fn(&[u8], &[u8]) -> Option<usize>) -> Outcome<Option<usize>> {
    let window = Window::new(receiver(args), args, 2)?;
    let needle = text(args, 1)?;
    let at = window
        .part()
        .and_then(|part| find(part.as_bytes(), needle.as_str().as_bytes()));
    Ok(at.map(|at| window.text.index_of(window.offset() + at)))
}

fn count(_: &mut dyn Host, args: Args) -> Outcome {
    let window = Window::new(receiver(&args), &args, 2)?;
    let needle = text(&args, 1)?;
    let Some(part) = window.part() else {
        return Ok(Value::Int(0));
    };
    if needle.is_empty() {
        return Ok(Value::from(window.end - window.start + 1));
    }
    let mut count = 0;
    for _ in memmem::find_iter(part.as_bytes(), needle.as_str().as_bytes()) {
        limits::tick()?;
        count += 1;
    }
    Ok(Value::Int(count))
}

/// `startswith` and `endswith`.
fn affix(args: &Args, method: &'static str, fits: fn(&str, &str) -> bool) -> Outcome {
    let window = Window::new(receiver(args), args, 2)?;
    let fits = |affix: &str| window.part().is_some_and(|part| fits(part, affix));
    match args.get(1) {
        Some(Value::Str(affix)) => Ok(fits(affix.as_str()).into()),
        Some(Value::Tuple(affixes)) => {
            for affix in affixes.items() {
                let Value::Str(affix) = affix else {
                    let value = affix.type_name();
                    return Err(TypeError::AffixItem { method, value }.into());
                };
                if fits(affix.as_str()) {
                    return Ok(true.into());
                }
            }
            Ok(false.into())
        }
        other => {
            let value = other.map_or("NoneType", Value::type_name);
            Err(TypeError::Affix { method, value }.into())
        }
    }
}
