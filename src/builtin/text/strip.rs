//! Taking something off the ends: `strip` and its like, `removeprefix`, `removesuffix`.

use std::rc::Rc;

use super::super::{Args, Entry, Signature};
use super::argument::{named_text, receiver};
use super::method;
use crate::error::TypeError;
use crate::value::text::piece;
use crate::value::unicode::is_space;
use crate::value::{Outcome, Text, Value};

const CHARS: Signature = Signature::Positional {
    required: 0,
    names: &["chars"],
};

pub static METHODS: &[Entry] = &[
    method(
        "strip",
        CHARS,
        "Without white space, or the characters in `chars`, at both ends.",
        &[("'  a b '.strip()", "'a b'"), ("'xxaxx'.strip('x')", "'a'")],
        |_, args| stripped(&args, "strip", true, true),
    ),
    method(
        "lstrip",
        CHARS,
        "Without white space, or the characters in `chars`, at the beginning.",
        &[("'  a '.lstrip()", "'a '")],
        |_, args| stripped(&args, "lstrip", true, false),
    ),
    method(
        "rstrip",
        CHARS,
        "Without white space, or the characters in `chars`, at the end.",
        &[("'1.500'.rstrip('0')", "'1.5'")],
        |_, args| stripped(&args, "rstrip", false, true),
    ),
    method(
        "removeprefix",
        Signature::One("prefix"),
        "Without `prefix`, where the text begins with it.",
        &[("'0xff'.removeprefix('0x')", "'ff'")],
        |_, args| {
            let text = receiver(&args);
            let prefix = named_text(args.get(1), "removeprefix", "")?;
            Ok(part(text, text.as_str().strip_prefix(prefix.as_str())))
        },
    ),
    method(
        "removesuffix",
        Signature::One("suffix"),
        "Without `suffix`, where the text ends with it.",
        &[("'5 km'.removesuffix(' km')", "'5'")],
        |_, args| {
            let text = receiver(&args);
            let suffix = named_text(args.get(1), "removesuffix", "")?;
            Ok(part(text, text.as_str().strip_suffix(suffix.as_str())))
        },
    ),
];

/// A part of a text, which is the text itself where nothing was taken off.
fn part(text: &Rc<Text>, part: Option<&str>) -> Value {
    match part {
        Some(part) if part.len() < text.as_str().len() => piece(part),
        _ => Value::Str(text.clone()),
    }
}

fn stripped(args: &Args, method: &'static str, left: bool, right: bool) -> Outcome {
    let text = receiver(args);
    let stripped = match args.some(1) {
        None => trim(text.as_str(), left, right, is_space),
        Some(Value::Str(chars)) => {
            let chars = Set::new(chars.as_str());
            trim(text.as_str(), left, right, |c| chars.contains(c))
        }
        Some(_) => return Err(TypeError::StripArgument { method }.into()),
    };
    Ok(part(text, Some(stripped)))
}

fn trim(text: &str, left: bool, right: bool, strips: impl Fn(char) -> bool) -> &str {
    let text = if left {
        text.trim_start_matches(&strips)
    } else {
        text
    };
    if right {
        text.trim_end_matches(&strips)
    } else {
        text
    }
}

/// The characters to strip: those of ASCII as bits, the others sorted.
struct Set {
    ascii: u128,
    others: Vec<char>,
}

impl Set {
    fn new(chars: &str) -> Set {
        let mut ascii = 0;
        let mut others = Vec::new();
        for c in chars.chars() {
            if c.is_ascii() {
                ascii |= 1 << c as u32;
            } else {
                others.push(c);
            }
        }
        others.sort_unstable();
        Set { ascii, others }
    }

    fn contains(&self, c: char) -> bool {
        if c.is_ascii() {
            self.ascii >> c as u32 & 1 == 1
        } else {
            self.others.binary_search(&c).is_ok()
        }
    }
}
