//! `print` and `input`.

use crate::builtin::{Args, Entry, Host, Parameter, Signature, Way};
use crate::error::{AttributeError, EofError, TypeError};
use crate::limits;
use crate::value::{Outcome, Value, display};

const fn keyword(name: &'static str, default: &'static str) -> Parameter {
    Parameter {
        name,
        default: Some(default),
        way: Way::KeywordOnly,
    }
}

pub const PRINT: Entry = Entry {
    name: "print",
    owner: None,
    signature: Signature::Variadic {
        rest: "values",
        keywords: &[
            keyword("sep", "' '"),
            keyword("end", "'\\n'"),
            keyword("file", "None"),
            keyword("flush", "False"),
        ],
    },
    doc: "Prints the values, with `sep` between them and `end` after the last. There are no files, \
          so `file` can only be `None`.",
    examples: &[
        ("print('a', 1, [2.5])", "a 1 [2.5]"),
        ("print(1, 2, 3, sep='-')", "1-2-3"),
    ],
    code: print,
};

/// What may pile up before it is written.
const CHUNK: usize = 1 << 16;

fn print(host: &mut dyn Host, args: Args) -> Outcome {
    let sep = text_or(&args, 0, "sep", " ")?;
    let end = text_or(&args, 1, "end", "\n")?;
    if let Some(file) = args.some(2) {
        let given = file.type_name();
        return Err(AttributeError::NotAFile { given }.into());
    }
    let mut line = String::new();
    for (place, value) in args.from(4).iter().enumerate() {
        limits::tick()?;
        if place > 0 {
            line.push_str(sep);
        }
        match value {
            Value::Str(text) => line.push_str(text.as_str()),
            value => match display(value) {
                Ok(text) => line.push_str(&text),
                // What comes before the value that can't be shown is printed all the same.
                Err(raise) => {
                    host.write(&line)?;
                    return Err(raise);
                }
            },
        }
        if line.len() > CHUNK {
            host.write(&line)?;
            line.clear();
        }
    }
    line.push_str(end);
    host.write(&line)?;
    if args.get(3).is_some_and(Value::truth) {
        host.flush()?;
    }
    Ok(Value::None)
}

fn text_or<'a>(
    args: &Args<'a>,
    place: usize,
    function: &'static str,
    usual: &'a str,
) -> Outcome<&'a str> {
    match args.some(place) {
        None => Ok(usual),
        Some(value) => value.as_str().ok_or_else(|| {
            let given = value.type_name();
            TypeError::NoneOrText { function, given }.into()
        }),
    }
}

pub const INPUT: Entry = Entry {
    name: "input",
    owner: None,
    signature: Signature::Positional {
        required: 0,
        names: &["prompt"],
    },
    doc: "Shows the prompt and reads a line, without its newline. The line stays text until it is \
          cast: `int(input())`.",
    examples: &[("input('? ')", "? EOFError: EOF when reading a line")],
    code: input,
};

fn input(host: &mut dyn Host, args: Args) -> Outcome {
    let prompt = match args.get(0) {
        Some(prompt) => display(prompt)?,
        None => String::new(),
    };
    match host.read_line(&prompt)? {
        Some(line) => Ok(Value::from(line)),
        None => Err(EofError::Reading.into()),
    }
}
