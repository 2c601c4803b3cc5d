//! A reply, written as a line of JSON.

use std::fmt::Write;

use serde_json::json;

use crate::cli::arguments::Wrong;
use crate::session::Problem;
use crate::syntax::Span;

/// Writes replies, one after the other, into the same room.
#[derive(Debug, Default)]
pub struct Writer {
    line: String,
}

impl Writer {
    /// Begins a reply to the request with this id.
    pub fn begin(&mut self, id: &str) {
        if self.line.capacity() > 1 << 20 {
            self.line = String::new();
        }
        self.line.clear();
        self.line.push_str("{\"id\": ");
        // JSON allows a carriage return between words; a reply stays on one line.
        self.line.extend(id.chars().filter(|c| *c != '\r'));
    }

    /// The reply as a whole.
    pub fn end(&mut self) -> &str {
        self.line.push('}');
        &self.line
    }

    /// A reply to what is no request.
    pub fn protocol_error(&mut self, id: &str, message: &str) -> &str {
        self.begin(id);
        self.line
            .push_str(", \"error\": {\"type\": \"ProtocolError\", \"message\": ");
        quote(&mut self.line, message);
        self.line.push('}');
        self.end()
    }

    /// The answer and its type, or that there is none.
    pub fn value(&mut self, value: Option<(&str, &str)>) {
        match value {
            Some((text, name)) => {
                self.text("value", text);
                self.text("type", name);
            }
            None => self.line.push_str(", \"value\": null, \"type\": null"),
        }
    }

    /// A field of text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        quote(&mut self.line, text);
    }

    /// A field that is JSON already.
    pub fn raw(&mut self, name: &str, json: &str) {
        self.name(name);
        self.line.push_str(json);
    }

    /// A field that tells an error.
    pub fn error(&mut self, name: &str, problem: &Problem, input: &str) {
        self.name(name);
        problem_object(&mut self.line, problem, input);
    }

    /// What was asked for wrongly.
    pub fn usage(&mut self, name: &str, wrong: &Wrong) {
        self.name(name);
        let error = json!({"error": wrong.what, "help": wrong.help});
        let _ = write!(self.line, "{error}");
    }

    /// All errors, with the way out of each.
    pub fn errors(&mut self, problems: &[Problem], input: &str) {
        self.name("errors");
        self.line.push('[');
        for (index, problem) in problems.iter().enumerate() {
            if index > 0 {
                self.line.push_str(", ");
            }
            problem_object(&mut self.line, problem, input);
            self.line.pop();
            if let Some(name) = &problem.suggestion {
                self.line.push_str(", \"suggestion\": ");
                quote(&mut self.line, name);
            }
            self.line.push_str(", \"help\": [");
            for (index, help) in problem.help.iter().enumerate() {
                if index > 0 {
                    self.line.push_str(", ");
                }
                quote(&mut self.line, help);
            }
            self.line.push_str("]}");
        }
        self.line.push(']');
    }

    /// How the error came about: the calls, the outermost first.
    pub fn trace(&mut self, problem: Option<&Problem>, input: &str) {
        self.name("trace");
        self.line.push('[');
        let calls = problem.map_or(&[][..], |problem| &problem.trace);
        for (index, call) in calls.iter().enumerate() {
            if index > 0 {
                self.line.push_str(", ");
            }
            let source = call.source.as_ref().map_or(input, |source| &source.text);
            let start = (call.span.start as usize).min(source.len());
            let (line, column) = Span::at(start).line_and_column(source);
            self.line.push_str("{\"function\": ");
            quote(&mut self.line, &call.function);
            let _ = write!(
                self.line,
                ", \"line\": {line}, \"column\": {column}, \"text\": "
            );
            let from = source[..start].rfind('\n').map_or(0, |at| at + 1);
            let text = source[from..].lines().next().unwrap_or_default();
            quote(&mut self.line, shortened(text.trim()));
            let _ = write!(self.line, ", \"repeated\": {}}}", call.repeated);
        }
        self.line.push(']');
    }

    fn name(&mut self, name: &str) {
        self.line.push_str(", \"");
        self.line.push_str(name);
        self.line.push_str("\": ");
    }
}

fn problem_object(line: &mut String, problem: &Problem, input: &str) {
    line.push_str("{\"type\": \"");
    line.push_str(problem.class.name());
    line.push_str("\", \"message\": ");
    quote(line, &problem.message);
    let (start, end) = code_points(problem.span, input);
    let _ = write!(line, ", \"start\": {start}, \"end\": {end}}}");
}

/// So much of a line is shown in a trace.
const LINE: usize = 200;

fn shortened(line: &str) -> &str {
    let end = line
        .char_indices()
        .nth(LINE)
        .map_or(line.len(), |(at, _)| at);
    &line[..end]
}

/// [`Span::code_points`], for a span that may lie outside the text.
fn code_points(span: Span, input: &str) -> (usize, usize) {
    let within = |offset: u32| {
        let mut offset = (offset as usize).min(input.len());
        while !input.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let start = within(span.start);
    Span::new(start, within(span.end).max(start)).code_points(input)
}

/// Text as JSON writes it.
fn quote(line: &mut String, text: &str) {
    line.push('"');
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0..=0x1f | 0x7f => "",
            _ => continue,
        };
        line.push_str(&text[plain..at]);
        plain = at + 1;
        if escape.is_empty() {
            let _ = write!(line, "\\u{byte:04x}");
        } else {
            line.push_str(escape);
        }
    }
    line.push_str(&text[plain..]);
    line.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Type;

    fn problem() -> Problem {
        let message = "name 'y' is not \"defined\"".to_string();
        let mut problem = Problem::new(Type::NameError, message, Span::new(5, 6));
        problem.help = vec!["say so".into()];
        problem
    }

    #[test]
    fn replies_look_as_documented() {
        let mut writer = Writer::default();
        writer.begin("1");
        writer.value(Some(("3", "int")));
        writer.text("output", "");
        writer.text("tree", "(+ 1 2)");
        assert_eq!(
            writer.end(),
            r#"{"id": 1, "value": "3", "type": "int", "output": "", "tree": "(+ 1 2)"}"#
        );
        writer.begin("null");
        writer.value(None);
        assert_eq!(writer.end(), r#"{"id": null, "value": null, "type": null}"#);
        assert_eq!(
            writer.protocol_error("null", "no\n"),
            r#"{"id": null, "error": {"type": "ProtocolError", "message": "no\n"}}"#
        );
    }

    #[test]
    fn places_count_code_points() {
        let mut writer = Writer::default();
        writer.begin("1");
        writer.error("error", &problem(), "é + y");
        assert_eq!(
            writer.end(),
            r#"{"id": 1, "error": {"type": "NameError", "message": "name 'y' is not \"defined\"", "start": 4, "end": 5}}"#
        );
        writer.begin("1");
        writer.errors(&[problem(), problem()], "é");
        let reply: serde_json::Value = serde_json::from_str(writer.end()).unwrap();
        assert_eq!(reply["errors"][1]["help"][0], "say so");
        assert_eq!(reply["errors"][1]["end"], 1);
    }

    #[test]
    fn any_text_is_valid_json() {
        let text: String = ('\0'..'\u{100}').chain("\u{2028}漢😀".chars()).collect();
        let mut quoted = String::new();
        quote(&mut quoted, &text);
        assert_eq!(serde_json::from_str::<String>(&quoted).unwrap(), text);
        assert!(!quoted.contains(char::is_control) || !quoted.contains(|c: char| c < ' '));
    }
}
