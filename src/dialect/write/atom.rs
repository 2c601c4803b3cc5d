//! Names, numbers, texts and the words for values, as a language writes them.

use crate::dialect::Language;
use crate::dialect::lex::{Kind, lex};
use crate::syntax::{Node, Span, literal, parse};
use crate::value::repr;

/// A name with its sigil; none where the language would read something else.
pub(super) fn name(to: &'static Language, name: &str) -> Option<String> {
    let ladder = to.ladder();
    if to.is_python() {
        let parsed = parse(name);
        let [statement] = *parsed.tree.statements else {
            return None;
        };
        let Node::Expression(root) = parsed.tree.node(statement) else {
            return None;
        };
        let is_name = parsed.mistakes.is_empty() && parsed.tree.node(root) == Node::Name;
        return is_name.then(|| name.to_string());
    }
    let sigil = match ladder.setting("sigil") {
        Some(sigil) if !ladder.says("sigil", "optional") => sigil,
        _ => "",
    };
    let written = format!("{sigil}{name}");
    let (tokens, _) = lex(to, &written).ok()?;
    let whole = Span::new(sigil.len(), written.len());
    let first = tokens.first()?;
    (first.kind == Kind::Name && first.span == whole).then_some(written)
}

/// A number of the same value.
///
/// # Errors
/// Why the language can't write it.
pub(in crate::dialect) fn number(
    to: &Language,
    node: Node,
    text: &str,
) -> Result<String, &'static str> {
    let ladder = to.ladder();
    let has = |word| ladder.says("numbers", word);
    let plain = text.replace('_', "");
    if node == Node::Float {
        if has("whole") {
            return Err(": it has whole numbers only");
        }
        let lower = plain.to_ascii_lowercase();
        if lower.contains('e') && has("no-exponent") {
            return Err(": it has no numbers with an exponent");
        }
        let (mantissa, exponent) = lower.split_once('e').unwrap_or((&lower, ""));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let zero = |digits: &str| {
            if digits.is_empty() {
                "0".to_string()
            } else {
                digits.to_string()
            }
        };
        let mut number = match mantissa.contains('.') {
            true => format!("{}.{}", zero(whole), zero(fraction)),
            false => mantissa.to_string(),
        };
        if !exponent.is_empty() {
            number += "e";
            number += exponent;
        }
        return Ok(number);
    }
    let lower = plain.to_ascii_lowercase();
    let kept = match lower.get(..2) {
        Some("0x") => has("0x"),
        Some("0b") => has("0b"),
        Some("0o") if has("0o") => true,
        Some("0o") if has("0") => return Ok(format!("0{}", &lower[2..])),
        _ => lower == "0" || lower.starts_with(|c: char| matches!(c, '1'..='9')),
    };
    if kept {
        return Ok(lower);
    }
    let value = literal::int(&plain).and_then(|value| repr(&value));
    value.map_err(|_| ": it is too large")
}

/// The word for true, false or nothing.
pub(in crate::dialect) fn constant(to: &Language, node: Node) -> Option<String> {
    let key = match node {
        Node::True => "true",
        Node::False => "false",
        _ => "null",
    };
    to.ladder().setting(key).map(str::to_string)
}

/// A text between quotes.
pub(in crate::dialect) fn text(to: &Language, text: &str) -> Option<String> {
    let lexicon = to.lexicon();
    let escaped = text.contains(['\n', '\t']);
    if text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
        || lexicon.doubled && escaped
    {
        return None;
    }
    let more =
        |quote: char| quote == '"' && lexicon.interpolates && text.contains(['$', '@', '[', '#']);
    let raw = |quote: char| quote == '\'' && lexicon.raw_single && escaped;
    let quotes = lexicon.quotes.iter().copied();
    let quote = quotes
        .filter(|&quote| !more(quote) && !raw(quote))
        .min_by_key(|&quote| {
            // Without escapes, if that is possible.
            text.contains(quote)
        })?;
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            c if c == quote && lexicon.doubled => out.extend([quote, quote]),
            '\\' if !lexicon.doubled => out += "\\\\",
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            c if c == quote => out.extend(['\\', quote]),
            c => out.push(c),
        }
    }
    out.push(quote);
    Some(out)
}
