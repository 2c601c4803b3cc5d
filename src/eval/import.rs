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
    let parent = known(name.split('.').next().unwrap_or_default());
    let module = name.to_string();
    Err(match parent {
        Some(parent) => ImportError::NotPackage {
            module,
            parent: parent.name(),
        }
        .into(),
        None => ImportError::NoModule { module }.into(),
    })
}

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
