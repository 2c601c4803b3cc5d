//! The canonical `repr` of a value: its `repr`, but for the order of sets and for addresses. The
//! same walk as in `answer.py`.

use std::rc::Rc;

use pemdas::value::{Value, repr};

/// The canonical `repr`.
pub fn canonical(value: &Value) -> String {
    let text = if holds_set(value, &mut Vec::new()) {
        walk(value, &mut Vec::new())
    } else {
        printed(value)
    };
    without_addresses(&text)
}

fn printed(value: &Value) -> String {
    repr(value).unwrap_or_else(|raise| format!("!{}", raise.class().name()))
}

/// Replaces the address in `<function f at 0x7f00>` by dots.
pub fn without_addresses(text: &str) -> String {
    let mut pieces = text.split(" at 0x");
    let mut plain = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        plain.push_str(" at ...");
        plain.push_str(piece.trim_start_matches(|digit: char| digit.is_ascii_hexdigit()));
    }
    plain
}

/// Whether there is a set in it; `inside` are the containers that are being walked.
fn holds_set(value: &Value, inside: &mut Vec<usize>) -> bool {
    if matches!(value, Value::Set(_) | Value::FrozenSet(_)) {
        return true;
    }
    let Some(items) = items(value).filter(|_| !inside.contains(&address(value))) else {
        return false;
    };
    inside.push(address(value));
    let found = items.iter().any(|item| holds_set(item, inside));
    inside.pop();
    found
}

/// Tells containers apart.
fn address(value: &Value) -> usize {
    match value {
        Value::List(list) => Rc::as_ptr(list) as usize,
        Value::Tuple(tuple) => Rc::as_ptr(tuple) as usize,
        Value::Dict(dict) => Rc::as_ptr(dict) as usize,
        Value::Set(set) | Value::FrozenSet(set) => Rc::as_ptr(set) as usize,
        Value::View(view) => Rc::as_ptr(view) as usize,
        _ => 0,
    }
}

/// What a container holds, a dict's keys and values in turn; none where it is no container.
fn items(value: &Value) -> Option<Vec<Value>> {
    Some(match value {
        Value::List(list) => list.items().to_vec(),
        Value::Tuple(tuple) => tuple.items().to_vec(),
        Value::Set(set) | Value::FrozenSet(set) => set.table().keys().cloned().collect(),
        Value::Dict(dict) => {
            let table = dict.table();
            table
                .iter()
                .flat_map(|(key, value)| [key.clone(), value.clone()])
                .collect()
        }
        Value::View(view) => {
            let table = view.dict.table();
            table
                .iter()
                .map(|(key, value)| view.kind.of(key, value))
                .collect()
        }
        _ => return None,
    })
}

fn walk(value: &Value, inside: &mut Vec<usize>) -> String {
    let Some(items) = items(value) else {
        return printed(value);
    };
    if inside.contains(&address(value)) {
        return match value {
            Value::List(_) => "[...]",
            Value::Dict(_) => "{...}",
            Value::Tuple(_) => "(...)",
            _ => "...",
        }
        .into();
    }
    inside.push(address(value));
    let mut parts: Vec<String> = items.iter().map(|item| walk(item, inside)).collect();
    inside.pop();
    if matches!(value, Value::Set(_) | Value::FrozenSet(_)) {
        parts.sort();
    }
    let all = parts.join(", ");
    match value {
        Value::List(_) => format!("[{all}]"),
        Value::Tuple(_) if parts.len() == 1 => format!("({all},)"),
        Value::Tuple(_) => format!("({all})"),
        Value::Dict(_) => {
            let entries: Vec<String> = parts.chunks(2).map(|entry| entry.join(": ")).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Value::Set(_) if parts.is_empty() => "set()".into(),
        Value::Set(_) => format!("{{{all}}}"),
        Value::FrozenSet(_) if parts.is_empty() => "frozenset()".into(),
        Value::FrozenSet(_) => format!("frozenset({{{all}}})"),
        _ => format!("{}([{all}])", value.type_name()),
    }
}
