//! Names that other languages have, and names that need an import.

use super::raised::Advice;
use crate::builtin::module;
use crate::error::NameError;
use crate::session::scene::Scene;

/// What other languages call it, and what Python does.
const HABITS: &[(&[&str], &str)] = &[
    (
        &["null", "nil", "NULL", "undefined", "nullptr", "none", "NaN"],
        "Python writes `None`",
    ),
    (&["true", "TRUE", "yes"], "Python writes `True`"),
    (&["false", "FALSE", "no"], "Python writes `False`"),
    (
        &[
            "println", "printf", "echo", "puts", "console", "Console", "System", "cout", "writeln",
            "write", "PRINT", "alert",
        ],
        "to print, write `print(x)`",
    ),
    (
        &["raw_input", "prompt", "readline", "gets", "scanf", "cin"],
        "to ask, write `input()`",
    ),
    (&["xrange"], "Python writes `range`"),
    (&["unicode", "String", "string"], "text is called `str`"),
    (
        &["Integer", "integer", "parseInt"],
        "a whole number is made by `int(x)`",
    ),
    (
        &["parseFloat", "double", "Double", "Float"],
        "a number with a fraction is made by `float(x)`",
    ),
    (&["Math"], "write `import math`, then `math.sqrt(x)`"),
    (&["this"], "there is no `this`"),
];

/// Attributes of other languages: the types they are looked for on, their names, what to write.
const ATTRIBUTES: &[(&[&str], &[&str], &str)] = &[
    (
        &[],
        &["length", "size", "len", "Length", "Count"],
        "the length is `len(x)`",
    ),
    (
        &["list"],
        &["push", "add", "push_back", "Add"],
        "to add an item, write `x.append(item)`",
    ),
    (
        &["set"],
        &["push", "append"],
        "to add an item, write `x.add(item)`",
    ),
    (
        &["list", "str", "dict", "set", "tuple"],
        &["contains", "includes", "has", "has_key", "Contains"],
        "to look for an item, write `item in x`",
    ),
    (
        &["str"],
        &["toUpperCase", "ToUpper", "toUpper", "upcase"],
        "write `x.upper()`",
    ),
    (
        &["str"],
        &["toLowerCase", "ToLower", "toLower", "downcase"],
        "write `x.lower()`",
    ),
    (&["str"], &["trim", "Trim"], "write `x.strip()`"),
    (&["str"], &["charAt", "char_at"], "write `x[i]`"),
    (
        &["str", "list"],
        &["substring", "substr", "slice", "Substring"],
        "write `x[start:end]`",
    ),
    (
        &["str", "list"],
        &["indexOf", "index_of", "IndexOf"],
        "write `x.index(item)`",
    ),
    (&["str", "tuple"], &["reverse"], "backwards it is `x[::-1]`"),
    (&["str", "tuple"], &["sort", "sorted"], "write `sorted(x)`"),
    (
        &["list"],
        &["sorted"],
        "write `sorted(x)`, or `x.sort()` to sort it where it is",
    ),
    (
        &["list"],
        &["join"],
        "the text between the items comes first: `', '.join(x)`",
    ),
    (
        &["list", "str", "tuple"],
        &["map", "filter", "forEach", "each"],
        "write `for item in x`",
    ),
    (
        &[],
        &["toString", "to_s", "ToString", "str"],
        "write `str(x)`",
    ),
];

/// A name that nothing is bound to.
pub fn of_name(kind: &NameError, scene: &Scene, advice: &mut Advice) {
    let name = match kind {
        NameError::NotDefined { name } => name.as_str(),
        NameError::Unbound { name } => {
            if scene.globals.bound(name).is_some() {
                advice.say(format!(
                    "the function gives `{name}` a value, so it is a variable of its own: say \
                     `global {name}` to mean the one outside, or assign it before"
                ));
            } else {
                advice.say(format!("`{name}` must be given a value before it is used"));
            }
            return;
        }
        _ => return,
    };
    for (names, way) in HABITS {
        if names.contains(&name) {
            advice.say(*way);
            return;
        }
    }
    if module::find(name).is_some() {
        advice.say(format!("write `import {name}` before"));
        return;
    }
    if let Some(module) = module::ALL
        .iter()
        .find(|module| module.member(name).is_some())
    {
        let module = module.name;
        advice.say(format!(
            "write `from {module} import {name}` before, or `{module}.{name}`"
        ));
    }
}

/// An attribute that a value does not have.
pub fn of_attribute(owner: &str, name: &str, advice: &mut Advice) {
    let way = ATTRIBUTES.iter().find(|(owners, names, _)| {
        names.contains(&name) && (owners.is_empty() || owners.contains(&owner))
    });
    if let Some((.., way)) = way {
        advice.say(*way);
    }
}
