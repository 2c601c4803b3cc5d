//! Limits that the user may raise or lower: `--limit NAME=VALUE`, or the environment.

use super::arguments::Wrong;
use crate::builtin::suggest::suggest;
use crate::limits::Limits;

/// The environment variable that sets limits, several separated by commas.
pub const VARIABLE: &str = "PEMDAS_LIMITS";

/// A limit by its name.
#[derive(Debug)]
pub struct Limit {
    pub name: &'static str,
    pub doc: &'static str,
    set: fn(&mut Limits, u64),
}

/// Every limit that can be set.
pub static LIMITS: &[Limit] = &[
    Limit {
        name: "memory",
        doc: "bytes that the program may use (512M)",
        set: |limits, value| limits.bytes = value,
    },
    Limit {
        name: "digits",
        doc: "decimal digits of a whole number (about 2.5 million)",
        set: |limits, value| {
            limits.int_bits = (value as f64 * std::f64::consts::LOG2_10).ceil() as u64
        },
    },
    Limit {
        name: "recursion",
        doc: "calls of functions within each other (1000)",
        set: |limits, value| limits.recursion = usize::try_from(value).unwrap_or(usize::MAX),
    },
    Limit {
        name: "source",
        doc: "bytes of one input (64M)",
        // Places in a source are counted in 32 bits.
        set: |limits, value| limits.source = value.min(u64::from(u32::MAX / 2)) as usize,
    },
];

/// Sets limits from `NAME=VALUE`, several separated by commas.
///
/// # Errors
/// An unknown name, a value that is no number.
pub fn set(limits: &mut Limits, text: &str) -> Result<(), Wrong> {
    for part in text.split(',').filter(|part| !part.trim().is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let name = name.trim();
        let Some(limit) = LIMITS.iter().find(|limit| limit.name == name) else {
            let names = LIMITS.iter().map(|limit| limit.name);
            return Err(Wrong {
                what: format!("no limit is called `{name}`"),
                help: match suggest(name, names.clone()) {
                    Some(near) => vec![format!("did you mean `{near}`?")],
                    None => vec![format!(
                        "there are {}",
                        names.collect::<Vec<_>>().join(", ")
                    )],
                },
            });
        };
        let Some(value) = number(value.trim()) else {
            return Err(Wrong {
                what: format!("`{}` is no value for the limit `{name}`", value.trim()),
                help: vec![format!(
                    "write a whole number, such as {name}=5000 or {name}=2G"
                )],
            });
        };
        (limit.set)(limits, value);
    }
    Ok(())
}

/// A whole number, perhaps with underscores and one of the letters K, M, G, T (powers of 1024).
fn number(text: &str) -> Option<u64> {
    let letter = text.chars().last()?.to_ascii_uppercase();
    let (digits, shift) = match "KMGT".find(letter) {
        Some(at) => (&text[..text.len() - 1], 10 * (at as u32 + 1)),
        None => (text, 0),
    };
    let value: u64 = digits.replace('_', "").parse().ok()?;
    value.checked_mul(1 << shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_what_is_named() {
        let mut limits = Limits::default();
        set(&mut limits, "memory=2G, recursion=5_000,digits=100").unwrap();
        assert_eq!(limits.bytes, 2 << 30);
        assert_eq!(limits.recursion, 5000);
        assert_eq!(limits.int_bits, 333);
        set(&mut limits, "").unwrap();
    }

    #[test]
    fn refuses_the_rest() {
        let refused = |text: &str| set(&mut Limits::default(), text).unwrap_err();
        assert_eq!(refused("memori=1").help, ["did you mean `memory`?"]);
        for value in ["", "x", "-1", "1.5", "99999999999999G", "é"] {
            refused(&format!("memory={value}"));
        }
        refused("memory");
    }
}
