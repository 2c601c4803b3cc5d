//! `import` in its three forms.

use super::names::Globals;
use crate::builtin::table;
use crate::error::ImportError;
use crate::value::{Module, Outcome, Value};

/// `import name`.
pub(super) fn module(name: &str) -> Outcome {
    if let Some(module) = known(name) {
        return Ok(Value::Module(module));
    }
    // Of a dotted name, the first part that is not there is what is missing.
    let mut parts = name.splitn(3, '.');
    let first = parts.next().unwrap_or_default();
    Err(match known(first) {
        Some(parent) => ImportError::NotPackage {
            module: format!("{first}.{}", parts.next().unwrap_or_default()),
            parent: parent.name(),
        }
        .into(),
        None => ImportError::NoModule {
            module: first.to_string(),
        }
        .into(),
    })
}

/// The module that only Python has, where this is the name of one or of a part of it.
pub(super) fn absent(name: &str) -> Option<&'static str> {
    let first = name.split('.').next()?;
    let at = PYTHONS.binary_search(&first).ok()?;
    known(first).is_none().then_some(PYTHONS[at])
}

/// Modules that Python has and people look for, refused by name; sorted.
const PYTHONS: &[&str] = &[
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
    "random",
    "re",
    "secrets",
    "shutil",
    "socket",
    "sqlite3",
    "statistics",
    "string",
    "struct",
    "subprocess",
    "sys",
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

fn known(name: &str) -> Option<Module> {
    Module::ALL
        .iter()
        .copied()
        .find(|module| module.name() == name)
}

/// `from module import name`.
pub(super) fn name(module: &Value, name: &str) -> Outcome {
    let Value::Module(module) = module else {
        return Ok(Value::Unset);
    };
    table::in_module(*module, name).ok_or_else(|| {
        let (module, name) = (module.name(), name.to_string());
        ImportError::NoName { module, name }.into()
    })
}

/// `from module import *`.
pub(super) fn all(module: &Value, globals: &mut Globals) {
    let Value::Module(module) = module else {
        return;
    };
    for name in table::module_names(*module) {
        let value = table::in_module(*module, name).unwrap_or_default();
        let number = globals.number(name);
        globals.set(number, value);
    }
}
