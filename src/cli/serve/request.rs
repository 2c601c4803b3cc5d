//! A request, read from a line of JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::value::RawValue;

use crate::cli::arguments::Given;
use crate::cli::explain::{EXPLANATIONS, Explanation};

/// A request. What it does not say is off.
#[derive(Debug)]
pub struct Request<'a> {
    /// Any JSON, as it was written.
    pub id: &'a str,
    pub input: String,
    /// What `input()` reads, line by line.
    pub stdin: String,
    /// Whether to forget all variables first.
    pub fresh: bool,
    /// What else the reply is to tell, in this order.
    pub want: Vec<Want>,
    /// The options of the explanations among them.
    pub options: Given,
    /// How long it may take.
    pub limit: Option<Duration>,
}

/// What a reply can tell beside the answer.
#[derive(Clone, Copy, Debug)]
pub enum Want {
    Errors,
    Trace,
    /// Under this name, in this format.
    Explanation {
        row: &'static Explanation,
        name: &'static str,
        format: &'static str,
    },
}

/// Every `want` by its name. An explanation is told as data; a tree in two ways.
fn wants() -> impl Iterator<Item = (&'static str, Want)> {
    let explanations = EXPLANATIONS.iter().flat_map(|row| {
        let forms: &[_] = match row.name {
            "tree" => &[("tree", "sexpr"), ("tree-json", "json")],
            name => &[(name, "json")],
        };
        let want = |&(name, format)| (name, Want::Explanation { row, name, format });
        forms.iter().map(want).collect::<Vec<_>>()
    });
    [("errors", Want::Errors), ("trace", Want::Trace)]
        .into_iter()
        .chain(explanations)
}

/// Why a line is no request, and the id to answer it by.
#[derive(Debug)]
pub struct Refusal<'a> {
    pub id: &'a str,
    pub message: String,
}

/// Reads a request.
///
/// # Errors
/// What is wrong with the line, in words.
pub fn read(line: &str) -> Result<Request<'_>, Refusal<'_>> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(line).map_err(|error| {
        let message = if serde_json::from_str::<&RawValue>(line).is_ok() {
            "a request is a JSON object".to_string()
        } else {
            format!("malformed JSON: {error}")
        };
        Refusal {
            id: "null",
            message,
        }
    })?;
    let id = fields.get("id").map_or("null", |id| id.get());
    build(id, &fields).map_err(|message| Refusal { id, message })
}

fn build<'a>(id: &'a str, fields: &BTreeMap<String, &RawValue>) -> Result<Request<'a>, String> {
    let mut request = Request {
        id,
        input: String::new(),
        stdin: String::new(),
        fresh: false,
        want: vec![],
        options: Given::default(),
        limit: None,
    };
    let mut asked = false;
    for (name, value) in fields {
        let wrong = |wanted: &str| format!("`{name}` must be {wanted}");
        let value = value.get();
        match name.as_str() {
            "id" => {}
            "input" | "stdin" => {
                let text = serde_json::from_str(value).map_err(|error| {
                    if value.starts_with('"') {
                        format!("`{name}` is no valid text: {error}")
                    } else {
                        wrong("text")
                    }
                })?;
                if name == "input" {
                    asked = true;
                    request.input = text;
                } else {
                    request.stdin = text;
                }
            }
            "fresh" => {
                request.fresh = serde_json::from_str(value).map_err(|_| wrong("true or false"))?;
            }
            "limit_ms" => {
                let limit: Option<u64> = serde_json::from_str(value)
                    .map_err(|_| wrong("a whole number of milliseconds"))?;
                request.limit = limit.map(Duration::from_millis);
            }
            "want" => {
                let names: Vec<String> =
                    serde_json::from_str(value).map_err(|_| wrong("a list of text"))?;
                let mut seen = BTreeSet::new();
                for name in names {
                    let (_, want) = wants()
                        .find(|(known, _)| *known == name)
                        .ok_or_else(|| unknown("want", &name, wants().map(|want| want.0)))?;
                    if seen.insert(name) {
                        request.want.push(want);
                    }
                }
            }
            "options" => request.options = options(value)?,
            _ => {
                let known = [
                    "id", "input", "stdin", "fresh", "want", "options", "limit_ms",
                ];
                return Err(unknown("field", name, known.into_iter()));
            }
        }
    }
    if asked {
        Ok(request)
    } else {
        Err("`input` is missing".to_string())
    }
}

/// The options of explanations, by their names: text, a number, a list of texts, or `true` for one
/// that takes no value.
fn options(value: &str) -> Result<Given, String> {
    let fields: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(value).map_err(|_| "`options` must be an object".to_string())?;
    let known = || EXPLANATIONS.iter().flat_map(|row| row.options);
    let mut given = Given::default();
    for (name, value) in fields {
        let option = known().find(|option| option.long == name);
        let Some(option) = option.filter(|option| option.long != "format") else {
            let names = known().map(|option| option.long);
            let names: BTreeSet<&str> = names.filter(|name| *name != "format").collect();
            return Err(unknown("option", &name, names.into_iter()));
        };
        let text = match (value, option.value) {
            (serde_json::Value::Bool(false), _) => continue,
            (serde_json::Value::Bool(true), None) => String::new(),
            (serde_json::Value::String(text), Some(_)) => text,
            (serde_json::Value::Number(number), Some(_)) => number.to_string(),
            (serde_json::Value::Array(texts), Some(_)) => {
                let texts: Option<Vec<&str>> = texts.iter().map(|text| text.as_str()).collect();
                let texts =
                    texts.ok_or_else(|| format!("option `{name}` must be a list of text"))?;
                texts.join(",")
            }
            (_, None) => return Err(format!("option `{name}` must be true or false")),
            (_, Some(_)) => return Err(format!("option `{name}` must be text")),
        };
        given.options.push((option.long, text));
    }
    Ok(given)
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    format!("unknown {what} {name:?}; known are {}", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_said() {
        let line = r#" {"id": [1.50, {"a": null}], "input": "1 +\n\u00e9", "fresh": true,
            "want": ["tree", "tree"], "limit_ms": 20, "options": {"ascii": true}} "#;
        let request = read(line).unwrap();
        assert_eq!(request.id, r#"[1.50, {"a": null}]"#);
        assert_eq!(request.input, "1 +\né");
        assert!(request.fresh);
        assert!(matches!(
            request.want[..],
            [Want::Explanation {
                name: "tree",
                format: "sexpr",
                ..
            }]
        ));
        assert_eq!(request.limit, Some(Duration::from_millis(20)));
        assert_eq!(request.options.options, [("ascii", String::new())]);
        let request = read(r#"{"input": ""}"#).unwrap();
        assert_eq!(
            (request.id, request.fresh, request.limit),
            ("null", false, None)
        );
    }

    #[test]
    fn says_what_is_wrong() {
        let check = |line: &str, id: &str, message: &str| {
            let refusal = read(line).unwrap_err();
            assert_eq!(refusal.id, id, "{line}");
            assert!(
                refusal.message.starts_with(message),
                "{line}: {}",
                refusal.message
            );
        };
        check("{", "null", "malformed JSON: EOF");
        check("[1]", "null", "a request is a JSON object");
        check("1 + 1", "null", "malformed JSON");
        check(r#"{"id": 7}"#, "7", "`input` is missing");
        check(
            r#"{"id": "x", "input": 7}"#,
            "\"x\"",
            "`input` must be text",
        );
        check(r#"{"input": "\ud800"}"#, "null", "`input` is no valid text");
        check(
            r#"{"input": "", "fresh": 1}"#,
            "null",
            "`fresh` must be true or false",
        );
        check(
            r#"{"input": "", "limit_ms": -1}"#,
            "null",
            "`limit_ms` must be a whole",
        );
        check(
            r#"{"input": "", "limit_ms": "1"}"#,
            "null",
            "`limit_ms` must be a whole",
        );
        check(
            r#"{"input": "", "want": "tree"}"#,
            "null",
            "`want` must be a list",
        );
        check(
            r#"{"input": "", "want": ["tre"]}"#,
            "null",
            "unknown want \"tre\"; known are errors, trace, tree, tree-json",
        );
        check(
            r#"{"input": "", "options": {"format": "text"}}"#,
            "null",
            "unknown option \"format\"; known are ",
        );
        check(
            r#"{"input": "", "options": {"ascii": "yes"}}"#,
            "null",
            "option `ascii` must be true or false",
        );
        check(
            r#"{"input": "", "wnat": []}"#,
            "null",
            "unknown field \"wnat\"; known are id",
        );
    }

    #[test]
    fn a_deep_id_is_no_danger() {
        let line = format!(
            r#"{{"id": {}{}, "input": ""}}"#,
            "[".repeat(100_000),
            "]".repeat(100_000)
        );
        assert!(read(&line).is_ok_and(|request| request.id.len() == 200_000));
        assert!(read(&"[".repeat(100_000)).is_err());
    }
}
