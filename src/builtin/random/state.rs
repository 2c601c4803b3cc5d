//! `getstate` and `setstate`.

use super::twister::{LENGTH, Twister};
use super::{function, required};
use crate::builtin::{Args, Entry, Host, collect};
use crate::error::{OverflowError, TypeError, ValueError};
use crate::operate::get_item;
use crate::value::{Int, Outcome, Value, display, equal};

pub const GETSTATE: Entry = function!(
    "getstate",
    &[],
    "The state of the random numbers, to go on from later with `setstate`.",
    &[(
        "import random; random.seed(1); len(random.getstate()[1])",
        "625"
    )],
    |host, _| {
        let generator = host.random()?;
        let gauss_next = generator.gauss_next.clone();
        let twister = generator.twister();
        let words = twister.words.iter().map(|word| Value::Int((*word).into()));
        let words = words.chain([Value::from(twister.next)]).collect();
        let gauss_next = if gauss_next.is_unset() {
            Value::None
        } else {
            gauss_next
        };
        Ok(Value::tuple(vec![
            Value::Int(VERSION),
            Value::tuple(words),
            gauss_next,
        ]))
    },
);

pub const SETSTATE: Entry = function!(
    "setstate",
    &[required("state")],
    "Goes on from a state that `getstate` gave.",
    &[(
        "import random; state = random.getstate(); x = random.random(); random.setstate(state); \
         random.random() == x",
        "True"
    )],
    set,
);

/// The version of the states that are given.
const VERSION: i64 = 3;

fn set(host: &mut dyn Host, args: Args) -> Outcome {
    let version = get_item(&args[0], &Value::Int(0))?;
    if equal(&version, &Value::Int(2))? {
        let what = "a state of version 2";
        return Err(TypeError::NotPart { what }.into());
    }
    if !equal(&version, &Value::Int(VERSION))? {
        let version = display(&version)?;
        return Err(ValueError::StateVersion { version }.into());
    }
    let parts = collect(host, &args[0])?;
    let [_, words, gauss_next] = &parts[..] else {
        let (expected, got) = (3, parts.len());
        return Err(if got < expected {
            ValueError::TooFewToUnpack { expected, got }.into()
        } else {
            ValueError::TooManyToUnpack { expected }.into()
        });
    };
    let gauss_next = if gauss_next.is_none() {
        &Value::Unset
    } else {
        gauss_next
    };
    // Stays even where the rest turns out to be wrong.
    host.random()?.gauss_next = gauss_next.clone();
    let twister = read(words)?;
    host.random()?.set(twister, gauss_next.clone());
    Ok(Value::None)
}

fn read(state: &Value) -> Outcome<Twister> {
    let Value::Tuple(state) = state else {
        return Err(TypeError::StateTuple.into());
    };
    let [items @ .., next] = state.items() else {
        return Err(ValueError::StateSize.into());
    };
    if items.len() != LENGTH {
        return Err(ValueError::StateSize.into());
    }
    let mut words = Box::new([0; LENGTH]);
    for (word, item) in words.iter_mut().zip(items) {
        *word = low_word(item)?;
    }
    let value = next.type_name();
    let next = next.as_int().ok_or(TypeError::NotInteger { value })?;
    let wanted = "long";
    let next = next.to_i64().ok_or(OverflowError::IntToC { wanted })?;
    match usize::try_from(next) {
        Ok(next) if next <= LENGTH => Ok(Twister { words, next }),
        _ => Err(ValueError::State.into()),
    }
}

/// The lowest bits of a number that fits in 64.
fn low_word(item: &Value) -> Outcome<u32> {
    let number = item.as_int().ok_or(TypeError::IntegerRequired)?;
    if number.is_negative() {
        return Err(OverflowError::NegativeToUnsigned.into());
    }
    match &number {
        Int::Small(small) => Ok(*small as u32),
        Int::Big(big) => match u64::try_from(&**big) {
            Ok(word) => Ok(word as u32),
            Err(_) => {
                let wanted = "unsigned long";
                Err(OverflowError::IntToC { wanted }.into())
            }
        },
    }
}
