//! `exit` and `quit`.

use std::rc::Rc;

use crate::builtin::{Args, Entry, Host, Parameter, Signature, Way};
use crate::value::{Exception, Outcome, Raise, Type, Value};

const fn leave(name: &'static str, example: &'static [(&'static str, &'static str)]) -> Entry {
    Entry {
        name,
        owner: None,
        signature: Signature::Python {
            class: Type::Quitter,
            function: "Quitter.__call__",
            parameters: &[Parameter {
                name: "code",
                default: Some("None"),
                way: Way::Either,
            }],
        },
        doc: "Ends the program: raises `SystemExit`.",
        examples: example,
        code,
    }
}

pub const EXIT: Entry = leave("exit", &[("exit(2)", "SystemExit: 2")]);

pub const QUIT: Entry = leave("quit", &[("quit()", "SystemExit: None")]);

fn code(_: &mut dyn Host, args: Args) -> Outcome {
    let code = args.get(0).cloned().unwrap_or(Value::None);
    Err(Raise(Rc::new(Exception::new(Type::SystemExit, vec![code]))))
}
