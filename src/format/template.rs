//! `str.format`: text with replacement fields `{name[0].attribute!r:spec}`
//! (Python's library reference, "Format String Syntax").

use super::spec::number;
use super::{Conversion, format_into};
use crate::error::{IndexError, ValueError};
use crate::limits;
use crate::value::{Outcome, Value};

/// Where a template's fields come from. The caller knows, since attributes and items live in
/// higher rooms than formatting.
pub trait Fields {
    /// The positional arguments; none in `format_map`, which has no such fields.
    fn positional(&self) -> Option<&[Value]>;

    /// The value of a name.
    ///
    /// # Errors
    /// `KeyError` where there is none (or what the mapping of `format_map` raises).
    fn keyword(&self, name: &str) -> Outcome;

    /// `value.name`.
    ///
    /// # Errors
    /// `AttributeError` where there is none.
    fn attribute(&self, value: &Value, name: &str) -> Outcome;

    /// `value[key]`.
    ///
    /// # Errors
    /// What the value raises.
    fn item(&self, value: &Value, key: &Value) -> Outcome;
}

/// `template.format(…)` and `template.format_map(…)`.
///
/// # Errors
/// `ValueError` where the template is wrong, `IndexError` and `KeyError` where an argument is
/// missing, and whatever the fields and the formats of the values raise.
pub fn template(template: &str, fields: &dyn Fields) -> Outcome<String> {
    let mut out = String::with_capacity(template.len() + 16);
    let mut numbering = Numbering::Undecided;
    expand(&mut out, template, fields, &mut numbering, 2)?;
    Ok(out)
}

/// Whether fields are numbered by hand or in order: not both in one template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbering {
    Undecided,
    Manual,
    Automatic { next: usize },
}

impl Numbering {
    fn automatic(&mut self) -> Outcome<usize> {
        let index = match *self {
            Numbering::Undecided => 0,
            Numbering::Automatic { next } => next,
            Numbering::Manual => return Err(ValueError::TemplateToAutomatic.into()),
        };
        *self = Numbering::Automatic { next: index + 1 };
        Ok(index)
    }

    fn manual(&mut self) -> Outcome<()> {
        if let Numbering::Automatic { .. } = self {
            return Err(ValueError::TemplateToManual.into());
        }
        *self = Numbering::Manual;
        Ok(())
    }
}

/// Expands text with fields; a spec is such a text too, `depth` says how many may be nested.
fn expand(
    out: &mut String,
    text: &str,
    fields: &dyn Fields,
    numbering: &mut Numbering,
    depth: usize,
) -> Outcome<()> {
    if depth == 0 {
        return Err(ValueError::TemplateNested.into());
    }
    let mut rest = text;
    while let Some(at) = memchr::memchr2(b'{', b'}', rest.as_bytes()) {
        limits::tick()?;
        let brace = rest.as_bytes()[at] as char;
        let after = &rest[at + 1..];
        if after.starts_with(brace) {
            out.push_str(&rest[..=at]);
            rest = &after[1..];
            continue;
        }
        if brace == '}' || after.is_empty() {
            return Err(ValueError::TemplateSingle { brace }.into());
        }
        out.push_str(&rest[..at]);
        let (field, after) = Field::read(after)?;
        write_field(out, &field, fields, numbering, depth)?;
        rest = after;
    }
    out.push_str(rest);
    Ok(())
}

/// A replacement field in pieces, not yet looked at.
struct Field<'a> {
    name: &'a str,
    conversion: Option<char>,
    spec: &'a str,
}

impl<'a> Field<'a> {
    /// Reads the field that follows an opening brace, up to and with its closing one; gives what
    /// comes after too.
    fn read(text: &'a str) -> Outcome<(Field<'a>, &'a str)> {
        let bytes = text.as_bytes();
        let mut at = 0;
        let end = loop {
            match bytes.get(at) {
                None => return Err(ValueError::TemplateUnclosed.into()),
                Some(b'{') => return Err(ValueError::TemplateBraceInField.into()),
                Some(b'}' | b':' | b'!') => break at,
                // Anything may stand in brackets.
                Some(b'[') => {
                    let close = memchr::memchr(b']', &bytes[at..]);
                    at = close.map_or(bytes.len(), |length| at + length);
                }
                Some(_) => at += 1,
            }
        };
        let mut field = Field {
            name: &text[..end],
            conversion: None,
            spec: "",
        };
        let mut rest = &text[end + 1..];
        if bytes[end] == b'}' {
            return Ok((field, rest));
        }
        if bytes[end] == b'!' {
            let mut chars = rest.chars();
            field.conversion = chars.next();
            if field.conversion.is_none() {
                return Err(ValueError::TemplateConversionEnd.into());
            }
            match chars.next() {
                Some('}') => return Ok((field, chars.as_str())),
                Some(':') | None => rest = chars.as_str(),
                Some(_) => return Err(ValueError::TemplateConversionColon.into()),
            }
        }
        let mut open = 1;
        for at in memchr::memchr2_iter(b'{', b'}', rest.as_bytes()) {
            match rest.as_bytes()[at] {
                b'{' => open += 1,
                _ => open -= 1,
            }
            if open == 0 {
                field.spec = &rest[..at];
                return Ok((field, &rest[at + 1..]));
            }
        }
        Err(ValueError::TemplateSpecUnclosed.into())
    }
}

fn write_field(
    out: &mut String,
    field: &Field,
    fields: &dyn Fields,
    numbering: &mut Numbering,
    depth: usize,
) -> Outcome<()> {
    let mut value = look_up(field.name, fields, numbering)?;
    if let Some(letter) = field.conversion {
        let Some(conversion) = Conversion::of(letter) else {
            let code = match letter {
                '!'..='~' => letter.to_string(),
                _ => format!("\\x{:x}", letter as u32),
            };
            return Err(ValueError::TemplateConversion { code }.into());
        };
        value = Value::text(conversion.apply(&value)?);
    }
    if field.spec.contains('{') {
        let mut spec = String::new();
        expand(&mut spec, field.spec, fields, numbering, depth - 1)?;
        format_into(out, &value, &spec)
    } else {
        format_into(out, &value, field.spec)
    }
}

/// The value that a field's name means: `0`, `name`, nothing (the next one), each with attributes
/// and items after it.
fn look_up(name: &str, fields: &dyn Fields, numbering: &mut Numbering) -> Outcome {
    let end = memchr::memchr2(b'.', b'[', name.as_bytes()).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let index = whole_number(first)?;
    let mut value = match index {
        None if !first.is_empty() => fields.keyword(first)?,
        _ => {
            let Some(arguments) = fields.positional() else {
                return Err(ValueError::TemplatePositional.into());
            };
            let index = match index {
                None => numbering.automatic()?,
                Some(index) => {
                    numbering.manual()?;
                    index
                }
            };
            match arguments.get(index) {
                Some(value) => value.clone(),
                None => return Err(IndexError::Replacement { index }.into()),
            }
        }
    };
    while !rest.is_empty() {
        limits::tick()?;
        let (step, after) = Step::read(rest)?;
        value = match step {
            Step::Attribute(name) => fields.attribute(&value, name)?,
            Step::Item(key) => {
                let key = match whole_number(key)? {
                    Some(index) => Value::from(index),
                    None => Value::from(key),
                };
                fields.item(&value, &key)?
            }
        };
        rest = after;
    }
    Ok(value)
}

/// The number that a name is, if it is one.
fn whole_number(name: &str) -> Outcome<Option<usize>> {
    let mut rest = name;
    let number = number(&mut rest)?;
    Ok(number.filter(|_| rest.is_empty()))
}

/// One step from a value to what it holds.
enum Step<'a> {
    Attribute(&'a str),
    Item(&'a str),
}

impl<'a> Step<'a> {
    fn read(text: &'a str) -> Outcome<(Step<'a>, &'a str)> {
        let (step, name, after) = if let Some(text) = text.strip_prefix('.') {
            let end = memchr::memchr2(b'.', b'[', text.as_bytes()).unwrap_or(text.len());
            (Step::Attribute(&text[..end]), &text[..end], &text[end..])
        } else if let Some(text) = text.strip_prefix('[') {
            // A field's name ends in no open bracket.
            let Some(end) = memchr::memchr(b']', text.as_bytes()) else {
                return Err(ValueError::TemplateUnclosed.into());
            };
            (Step::Item(&text[..end]), &text[..end], &text[end + 1..])
        } else {
            return Err(ValueError::TemplateAfterBracket.into());
        };
        if name.is_empty() {
            return Err(ValueError::TemplateEmptyAttribute.into());
        }
        Ok((step, after))
    }
}
