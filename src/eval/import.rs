//! `import` in its three forms.

use super::names::Globals;
use crate::builtin::{module, table};
use crate::error::ImportError;
use crate::value::{Outcome, Value};

/// `import name`.
pub(super) fn module(name: &str, globals: &mut Globals) -> Outcome {
    if let Some(module) = module::find(name) {
        return Ok(globals.module(module));
    }
    // Of a dotted name, the first part that is not there is what is missing.
    let mut parts = name.splitn(3, '.');
    let first = parts.next().unwrap_or_default();
    Err(match (module::find(first), PYTHONS.binary_search(&first)) {
        (Some(parent), _) => ImportError::NotPackage {
            module: format!("{first}.{}", parts.next().unwrap_or_default()),
            parent: parent.name,
        }
        .into(),
        (None, Ok(at)) => ImportError::NotPart {
            module: PYTHONS[at],
        }
        .into(),
        (None, Err(_)) => ImportError::NoModule {
            module: first.to_string(),
        }
        .into(),
    })
}

/// Modules that Python has and people look for, refused by name; sorted.
const PYTHONS: &[&str] = &[
    "__future__",
    "abc",
    "argparse",
    "array",
    "asyncio",
    "bisect",
    "calendar",
    "cmath",
    "collections",
    "copy",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "getpass",
    "hashlib",
    "heapq",
    "io",
    "itertools",
    "json",
    "logging",
    "numbers",
    "operator",
    "os",
    "pathlib",
    "pickle",
    "platform",
    "pprint",
    "queue",
    "re",
    "secrets",
    "shutil",
    "socket",
    "sqlite3",
    "statistics",
    "string",
    "struct",
    "subprocess",
    "tempfile",
    "textwrap",
    "threading",
    "time",
    "tkinter",
    "turtle",
    "typing",
    "unittest",
    "urllib",
    "uuid",
    "warnings",
];

/// `from module import name`.
pub(super) fn name(module: &Value, name: &str) -> Outcome {
    let Value::Module(of) = module else {
        return Ok(Value::Unset);
    };
    table::attribute(module, name).map_err(|raise| {
        let (module, name) = (of.name(), name.to_string());
        if table::is_refused_attribute(&raise) {
            ImportError::NameNotPart { module, name }.into()
        } else {
            ImportError::NoName { module, name }.into()
        }
    })
}

/// `from module import *`.
pub(super) fn all(module: &Value, globals: &mut Globals) {
    let Value::Module(module) = module else {
        return;
    };
    for name in module.table.names() {
        let number = globals.number(name);
        globals.set(number, module.get(name).unwrap_or_default());
    }
}
