//! `replace`.

use memchr::memmem;

use super::super::{Args, Entry, Host, Signature};
use super::argument::{named_text, receiver, size};
use super::method;
use crate::limits;
use crate::value::text::Builder;
use crate::value::{Outcome, Value};

pub static METHODS: &[Entry] = &[method(
    "replace",
    Signature::Positional {
        required: 2,
        names: &["old", "new", "count"],
    },
    "With `new` in the place of `old`, everywhere or, given `count`, so often from the left.",
    &[
        ("'banana'.replace('an', 'or')", "'borora'"),
        ("'banana'.replace('a', '', 2)", "'bnna'"),
        ("'abc'.replace('', '-')", "'-a-b-c-'"),
    ],
    replace,
)];

fn replace(_: &mut dyn Host, args: Args) -> Outcome {
    let text = receiver(&args);
    let old = named_text(args.get(1), "replace", " 1")?.as_str();
    let new = named_text(args.get(2), "replace", " 2")?.as_str();
    let count = args.get(3).map_or(Ok(-1), size)?;
    // A negative number means all of them.
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let all = text.as_str();
    let mut out = Builder::default();
    // How much of the text has been copied.
    let mut done = 0;
    let mut put = |at: usize, skip: usize| {
        limits::tick()?;
        out.push_str(&all[done..at])?;
        out.push_str(new)?;
        done = at + skip;
        Outcome::Ok(())
    };
    if old.is_empty() {
        let gaps = all.char_indices().map(|(at, _)| at).chain([all.len()]);
        for at in gaps.take(count) {
            put(at, 0)?;
        }
    } else {
        for at in memmem::find_iter(all.as_bytes(), old.as_bytes()).take(count) {
            put(at, old.len())?;
        }
        if done == 0 {
            return Ok(Value::Str(text.clone()));
        }
    }
    out.push_str(&all[done..])?;
    Ok(Value::text(out.finish()))
}
