//! What calls, subscripts and other forms do, in plain words.

use crate::builtin::module::{self, Member};
use crate::builtin::table;
use crate::explain::recording::Seen;
use crate::syntax::{Node, NodeId, Tree};
use crate::value::{Type, Value};

/// Casts: from what, to what, in words. The first row that fits counts; an empty type is any.
const CASTS: &[(&str, &str, &str)] = &[
    ("int", "str", "text is cast to a whole number"),
    ("int", "float", "a float is cut to a whole number"),
    ("int", "bool", "a truth value is cast to a whole number"),
    ("int", "", "cast to a whole number"),
    ("float", "str", "text is cast to a float"),
    ("float", "int", "a whole number is cast to a float"),
    ("float", "", "cast to a float"),
    ("complex", "str", "text is cast to a complex number"),
    ("complex", "", "cast to a complex number"),
    ("str", "str", "text is text already"),
    ("str", "", "cast to text"),
    ("bool", "", "whether it counts as true"),
    ("list", "", "its items as a list"),
    ("tuple", "", "its items as a tuple"),
    ("set", "", "its items as a set: each once"),
    ("frozenset", "", "its items as a frozenset: each once"),
    ("dict", "", "its pairs as a dict"),
];

/// The longest sentence that is told of a function.
const SENTENCE: usize = 80;

/// What a node that is no operation does; `seen` tells what its parts came to.
pub fn told<'s>(
    tree: &Tree,
    source: &str,
    node: NodeId,
    value: &Seen,
    seen: impl Fn(NodeId) -> Option<&'s Seen>,
) -> String {
    match tree.node(node) {
        Node::Name => {
            let name = tree.span(node).of(source);
            format!("{name} is {}", value.text)
        }
        Node::Call { callee, arguments } => {
            let callee = tree.unwrapped(callee);
            let first = tree.list(arguments).first().copied();
            let first = first.and_then(|first| seen(tree.unwrapped(first)));
            called(tree, source, callee, first, value, &seen)
        }
        Node::Attribute { value: of, name } => match tree.node(tree.unwrapped(of)) {
            // Short enough to be said as it stands.
            Node::Name => format!("{} is {}", tree.span(node).of(source), value.text),
            _ => format!("the attribute {}", tree.span(name).of(source)),
        },
        Node::Index { value: from, key } => {
            let from = seen(tree.unwrapped(from)).map_or("", |from| from.type_name);
            index(tree, key, from, seen(tree.unwrapped(key)))
        }
        Node::List(_) => "the list is put together".to_string(),
        Node::Tuple(_) => "the tuple is put together".to_string(),
        Node::Set(_) => "the set is put together: each item once".to_string(),
        Node::Dict(_) => "the dict is put together".to_string(),
        Node::FString(_) => "the text is put together".to_string(),
        Node::Walrus { target, .. } => {
            let name = tree.span(target).of(source);
            format!("{name} is now {}", value.text)
        }
        Node::Augmented { target, .. } => {
            let name = tree.span(target).of(source);
            format!("{name} is now {}", value.text)
        }
        Node::Comprehension { .. } => format!("a {} of what each turn gives", value.type_name),
        Node::Int | Node::Float | Node::Imaginary => {
            format!("{} is {}", tree.span(node).of(source), value.text)
        }
        _ => String::new(),
    }
}

fn called<'s>(
    tree: &Tree,
    source: &str,
    callee: NodeId,
    first: Option<&Seen>,
    value: &Seen,
    seen: &impl Fn(NodeId) -> Option<&'s Seen>,
) -> String {
    let name = tree.span(callee).of(source);
    match (tree.node(callee), seen(callee)) {
        (Node::Name, Some(function)) if function.type_name == Type::Type.name() => {
            let from = first.map_or("", |first| first.type_name);
            let fits =
                |(to, of, _): &&(&str, &str, &str)| *to == name && (of.is_empty() || *of == from);
            match CASTS.iter().find(fits) {
                Some((_, _, words)) => words.to_string(),
                None => documented(table::named(name), name),
            }
        }
        (Node::Name, Some(function)) if function.type_name == Type::Function.name() => {
            format!("{name} returns {}", value.text)
        }
        (Node::Name, _) => documented(table::named(name).or_else(|| of_module(name)), name),
        (Node::Attribute { value: of, name }, _) => {
            let name = tree.span(name).of(source);
            let receiver = seen(tree.unwrapped(of)).map_or("", |of| of.type_name);
            let class = Type::ALL.iter().find(|class| class.name() == receiver);
            let method = class.and_then(|class| table::method(*class, name));
            match method {
                Some(entry) => documented(Some(Value::Native(entry)), name),
                None => documented(of_module(name).or_else(|| table::named(name)), name),
            }
        }
        _ => format!("the function returns {}", value.text),
    }
}

/// The function of this name that a module has: of `math`, its names mean something alone, too.
fn of_module(name: &str) -> Option<Value> {
    module::ALL
        .iter()
        .find_map(|module| match module.member(name)? {
            Member::Function(entry) => Some(Value::Native(entry)),
            Member::Constant(_) => None,
        })
}

/// A function's name, with the sentence that tells what it does where that is short.
fn documented(function: Option<Value>, name: &str) -> String {
    let Some(Value::Native(entry)) = function else {
        return format!("{name} is called");
    };
    let sentence = entry.doc.lines().next().unwrap_or_default();
    let ends = [": ", "; ", ". "].map(|end| sentence.find(end));
    let end = ends.into_iter().flatten().min();
    let sentence = sentence[..end.unwrap_or(sentence.len())].trim_end_matches('.');
    if sentence.is_empty() || sentence.chars().count() > SENTENCE {
        return format!("{name} is called");
    }
    let mut letters = sentence.chars();
    let first = letters.next().unwrap_or_default();
    let is_word = letters
        .clone()
        .next()
        .is_some_and(|c| c.is_lowercase() || c == ' ');
    let first = match is_word {
        true => first.to_lowercase().to_string(),
        false => first.to_string(),
    };
    format!("{name}: {first}{}", letters.as_str())
}

fn index(tree: &Tree, key: NodeId, from: &str, seen: Option<&Seen>) -> String {
    if let Node::Slice { .. } = tree.node(key) {
        return "a slice: a part of it".to_string();
    }
    let Some(seen) = seen else {
        return "one of its items".to_string();
    };
    match (from, seen.text.starts_with('-')) {
        ("dict", _) => format!("the value of the key {}", seen.text),
        (_, true) => format!("item {}, counted from the end", seen.text),
        _ => format!("item {}, counted from 0", seen.text),
    }
}

/// A piece of a source, short enough to be quoted.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LONGEST {
        return format!("`{text}`");
    }
    let beginning: String = text.chars().take(LONGEST - 1).collect();
    format!("`{beginning}…`")
}
