//! The canonical `repr` of a value: its `repr`, but for the order of sets and for addresses. The
//! same walk as in `answer.py`.

use pemdas::value::{Value, repr};

/// How deep a value is walked; nothing recorded is deeper.
const DEPTH: usize = 200;

/// The canonical `repr`.
pub fn canonical(value: &Value) -> String {
    let text = if holds_set(value, DEPTH) {
        walk(value, DEPTH)
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

fn holds_set(value: &Value, depth: usize) -> bool {
    if matches!(value, Value::Set(_) | Value::FrozenSet(_)) {
        return true;
    }
    depth > 0
        && items(value).is_some_and(|items| items.iter().any(|item| holds_set(item, depth - 1)))
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

fn walk(value: &Value, depth: usize) -> String {
    let Some(items) = items(value).filter(|_| depth > 0) else {
        return printed(value);
    };
    let mut parts: Vec<String> = items.iter().map(|item| walk(item, depth - 1)).collect();
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
