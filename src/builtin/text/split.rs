//! Taking text apart: `split`, `rsplit`, `splitlines`, `partition`, `rpartition`.

use memchr::memmem;

use super::super::{Args, Entry, Host, Parameter, Signature, Way};
use super::argument::{receiver, size, small, text};
use super::method;
use crate::error::{TypeError, ValueError};
use crate::limits;
use crate::value::text::piece;
use crate::value::unicode::{is_line_end, is_space};
use crate::value::{Outcome, Text, Value};

const SEPARATOR: Signature = Signature::Named(&[
    Parameter {
        name: "sep",
        default: Some("None"),
        way: Way::Either,
    },
    Parameter {
        name: "maxsplit",
        default: Some("-1"),
        way: Way::Either,
    },
]);

pub static METHODS: &[Entry] = &[
    method(
        "split",
        SEPARATOR,
        "The parts between separators (runs of white space where `sep` is `None`), split at most \
         `maxsplit` times from the left.",
        &[
            ("' a  b '.split()", "['a', 'b']"),
            ("'a,,b'.split(',')", "['a', '', 'b']"),
            ("'a b c'.split(maxsplit=1)", "['a', 'b c']"),
        ],
        split,
    ),
    method(
        "rsplit",
        SEPARATOR,
        "Like `split`, but from the right.",
        &[("'a b c'.rsplit(maxsplit=1)", "['a b', 'c']")],
        rsplit,
    ),
    method(
        "splitlines",
        Signature::Named(&[Parameter {
            name: "keepends",
            default: Some("False"),
            way: Way::Either,
        }]),
        "The lines, with the line ends where `keepends` is true.",
        &[
            ("'a\\nb\\r\\n'.splitlines()", "['a', 'b']"),
            ("'a\\nb'.splitlines(True)", "['a\\n', 'b']"),
        ],
        splitlines,
    ),
    method(
        "partition",
        Signature::One("sep"),
        "What stands before the first `sep`, `sep` itself, and what stands after it.",
        &[("'a=b=c'.partition('=')", "('a', '=', 'b=c')")],
        |_, args| {
            let nowhere = [args[0].clone(), "".into(), "".into()];
            partition(&args, memmem::find, nowhere)
        },
    ),
    method(
        "rpartition",
        Signature::One("sep"),
        "What stands before the last `sep`, `sep` itself, and what stands after it.",
        &[("'a=b=c'.rpartition('=')", "('a=b', '=', 'c')")],
        |_, args| {
            let nowhere = ["".into(), "".into(), args[0].clone()];
            partition(&args, memmem::rfind, nowhere)
        },
    ),
];

/// The parts around the separator that `find` finds; `nowhere` where it finds none.
fn partition(args: &Args, find: fn(&[u8], &[u8]) -> Option<usize>, nowhere: [Value; 3]) -> Outcome {
    let separator = text(args, 1)?.as_str();
    if separator.is_empty() {
        return Err(ValueError::EmptySeparator.into());
    }
    let text = receiver(args).as_str();
    let parts = match find(text.as_bytes(), separator.as_bytes()) {
        None => nowhere,
        Some(at) => {
            let (before, rest) = text.split_at(at);
            let (separator, after) = rest.split_at(separator.len());
            [piece(before), piece(separator), piece(after)]
        }
    };
    Ok(Value::tuple(parts.to_vec()))
}

/// Parts that are being gathered, within the limits.
#[derive(Default)]
struct Parts(Vec<Value>);

impl Parts {
    fn push(&mut self, part: &str) -> Outcome<()> {
        limits::tick()?;
        if self.0.len() == self.0.capacity() {
            let grown = 2 * self.0.capacity().max(2);
            limits::items(grown as u64, size_of::<Value>() + size_of::<Text>())?;
        }
        self.0.push(piece(part));
        Ok(())
    }

    fn list(self) -> Outcome {
        Ok(Value::list(self.0))
    }

    fn reversed(mut self) -> Outcome {
        self.0.reverse();
        self.list()
    }
}

/// The separator, none for white space, and the number of splits at most.
fn how<'a>(args: &Args<'a>) -> Outcome<(Option<&'a str>, usize)> {
    // The number is read first, as CPython does.
    let most = args.get(2).map_or(Ok(-1), size)?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    match args.some(1) {
        None => Ok((None, most)),
        Some(Value::Str(separator)) if separator.is_empty() => {
            Err(ValueError::EmptySeparator.into())
        }
        Some(Value::Str(separator)) => Ok((Some(separator.as_str()), most)),
        Some(other) => {
            let value = other.type_name();
            Err(TypeError::NotTextOrNone { value }.into())
        }
    }
}

fn split(_: &mut dyn Host, args: Args) -> Outcome {
    let mut rest = receiver(&args).as_str();
    let (separator, most) = how(&args)?;
    let mut parts = Parts::default();
    let Some(separator) = separator else {
        rest = rest.trim_start_matches(is_space);
        while !rest.is_empty() {
            let end = match parts.0.len() < most {
                true => rest.find(is_space).unwrap_or(rest.len()),
                false => rest.len(),
            };
            parts.push(&rest[..end])?;
            rest = rest[end..].trim_start_matches(is_space);
        }
        return parts.list();
    };
    let mut done = 0;
    for at in memmem::find_iter(rest.as_bytes(), separator.as_bytes()).take(most) {
        parts.push(&rest[done..at])?;
        done = at + separator.len();
    }
    parts.push(&rest[done..])?;
    parts.list()
}

fn rsplit(_: &mut dyn Host, args: Args) -> Outcome {
    let mut rest = receiver(&args).as_str();
    let (separator, most) = how(&args)?;
    let mut parts = Parts::default();
    let Some(separator) = separator else {
        rest = rest.trim_end_matches(is_space);
        while !rest.is_empty() {
            let word = rest.trim_end_matches(|c| !is_space(c)).len();
            let start = if parts.0.len() < most { word } else { 0 };
            parts.push(&rest[start..])?;
            rest = rest[..start].trim_end_matches(is_space);
        }
        return parts.reversed();
    };
    let mut end = rest.len();
    for at in memmem::rfind_iter(rest.as_bytes(), separator.as_bytes()).take(most) {
        parts.push(&rest[at + separator.len()..end])?;
        end = at;
    }
    parts.push(&rest[..end])?;
    parts.reversed()
}

fn splitlines(_: &mut dyn Host, args: Args) -> Outcome {
    let keep = args.get(1).map_or(Ok(0), small)? != 0;
    let mut rest = receiver(&args).as_str();
    let mut parts = Parts::default();
    while !rest.is_empty() {
        let line = rest.find(is_line_end).unwrap_or(rest.len());
        let end = match rest[line..].chars().next() {
            None => 0,
            Some('\r') if rest[line + 1..].starts_with('\n') => 2,
            Some(end) => end.len_utf8(),
        };
        parts.push(&rest[..line + if keep { end } else { 0 }])?;
        rest = &rest[line + end..];
    }
    parts.list()
}
