//! How values print: `repr` and `str`.
//!
//! Flows in: any value. Flows out: one text, written into one buffer as the value is walked. A
//! container met within itself prints as `[...]`; nothing here runs code of the user's.

use std::fmt::Write;
use std::rc::Rc;

use hashbrown::HashSet;

use super::text::Builder;
use super::unicode::is_printable;
use super::{
    Complex, Exception, Function, Int, Items, Iter, Method, Outcome, Range, Set, Slice, Type,
    Value, View, ViewKind, float_text, int_text,
};
use crate::builtin::{Entry, module};
use crate::limits;

/// `repr(x)`. Text is quoted and escaped, so that it can't drive a terminal; a container within
/// itself prints as `[...]`.
///
/// # Errors
/// `RecursionError` when nested too deeply, `MemoryError` when too long.
pub fn repr(value: &Value) -> Outcome<String> {
    let mut printer = Printer::default();
    printer.value(value)?;
    Ok(printer.out.finish())
}

/// `str(x)`: text is itself, everything else its `repr` (exceptions: their message).
///
/// # Errors
/// Those of [`repr`].
pub fn display(value: &Value) -> Outcome<String> {
    match value {
        Value::Str(text) => Ok(text.as_str().to_owned()),
        Value::Exception(exception) => message(exception),
        _ => repr(value),
    }
}

/// `ascii(x)`: its `repr`, where everything outside ASCII is escaped.
///
/// # Errors
/// Those of [`repr`].
pub fn ascii(value: &Value) -> Outcome<String> {
    let text = repr(value)?;
    if text.is_ascii() {
        return Ok(text);
    }
    let mut out = Builder::default();
    for c in text.chars() {
        limits::tick()?;
        if c.is_ascii() {
            out.push(c)?;
        } else {
            out.reserve("\\U0010ffff".len())?;
            push_escape(c, out.buffer());
        }
    }
    Ok(out.finish())
}

/// `str(e)` (Python's library reference, `BaseException.args`): the only argument, or all of them
/// as a tuple. The key of a `KeyError` prints as its `repr`, so that an empty one can be seen.
fn message(exception: &Rc<Exception>) -> Outcome<String> {
    limits::stack(" while getting the str of an object")?;
    let args = exception.args();
    match (&args[..], exception.class) {
        ([], _) => Ok(String::new()),
        ([key], Type::KeyError) => repr(key),
        ([message], _) => display(message),
        ([number, text], class) if class.is_subtype_of(Type::OSError) => {
            Ok(format!("[Errno {}] {}", display(number)?, display(text)?))
        }
        _ => repr(&Value::tuple(args)),
    }
}

/// One `repr` at work.
#[derive(Default)]
struct Printer {
    out: Builder,
    /// The containers that are being printed, by their address.
    open: HashSet<usize>,
}

impl Printer {
    fn push(&mut self, text: &str) -> Outcome<()> {
        self.out.push_str(text)
    }

    /// Appends something short.
    fn write(&mut self, arguments: std::fmt::Arguments) -> Outcome<()> {
        // Writing into a String can't fail.
        let _ = self.out.buffer().write_fmt(arguments);
        Ok(())
    }

    fn value(&mut self, value: &Value) -> Outcome<()> {
        limits::tick()?;
        match value {
            Value::Unset | Value::None => self.push("None"),
            Value::Ellipsis => self.push("Ellipsis"),
            Value::NotImplemented => self.push("NotImplemented"),
            Value::Bool(true) => self.push("True"),
            Value::Bool(false) => self.push("False"),
            Value::Int(i) => {
                int_text::push_i64(self.out.buffer(), *i);
                Ok(())
            }
            Value::Big(big) => int_text::push_decimal(self.out.buffer(), &Int::Big(big.clone())),
            Value::Float(x) => {
                float_text::push_repr(self.out.buffer(), *x);
                Ok(())
            }
            Value::Complex(z) => self.push(&complex(z)),
            Value::Str(text) => self.text(text.as_str()),
            Value::Range(range) => self.range(range),
            Value::Type(class) => self.class(*class),
            Value::Module(module) => {
                self.write(format_args!("<module '{}' (built-in)>", module.name()))
            }
            Value::Native(entry) => self.native(entry),
            Value::Function(function) => self.function(function),
            Value::Method(method) => self.method(method),
            Value::Iter(iter) => self.iterator(iter),
            _ => {
                limits::stack(" while getting the repr of an object")?;
                self.container(value)
            }
        }
    }

    fn container(&mut self, value: &Value) -> Outcome<()> {
        match value {
            Value::List(list) => self.once(address(list), "[...]", |printer| {
                printer.push("[")?;
                match &*list.items() {
                    Items::Ints(ints) => printer.ints(ints)?,
                    Items::Values(values) => printer.items(values.iter())?,
                }
                printer.push("]")
            }),
            Value::Tuple(tuple) => self.once(address(tuple), "(...)", |printer| {
                printer.tuple(tuple.items())
            }),
            Value::Dict(dict) => self.once(address(dict), "{...}", |printer| {
                printer.push("{")?;
                for (place, (key, value)) in dict.table().iter().enumerate() {
                    printer.comma(place)?;
                    printer.pair(key, ": ", value)?;
                }
                printer.push("}")
            }),
            Value::Set(set) if set.table().is_empty() => self.push("set()"),
            Value::Set(set) => self.set(set, "{", "}"),
            Value::FrozenSet(set) if set.table().is_empty() => self.push("frozenset()"),
            Value::FrozenSet(set) => self.set(set, "frozenset({", "})"),
            Value::View(view) => self.once(address(view), "...", |printer| printer.view(view)),
            Value::Slice(slice) => self.slice(slice),
            Value::Exception(exception) => self.exception(exception),
            // The rest printed itself in `value`.
            _ => Ok(()),
        }
    }

    /// Prints a container, unless it is being printed already.
    fn once(
        &mut self,
        at: usize,
        again: &str,
        print: impl FnOnce(&mut Printer) -> Outcome<()>,
    ) -> Outcome<()> {
        if !self.open.insert(at) {
            return self.push(again);
        }
        let outcome = print(self);
        self.open.remove(&at);
        outcome
    }

    fn comma(&mut self, place: usize) -> Outcome<()> {
        if place == 0 { Ok(()) } else { self.push(", ") }
    }

    fn items<'a>(&mut self, items: impl Iterator<Item = &'a Value>) -> Outcome<()> {
        for (place, item) in items.enumerate() {
            self.comma(place)?;
            self.value(item)?;
        }
        Ok(())
    }

    fn ints(&mut self, ints: &[i64]) -> Outcome<()> {
        for (place, int) in ints.iter().enumerate() {
            self.comma(place)?;
            self.value(&Value::Int(*int))?;
        }
        Ok(())
    }

    fn pair(&mut self, key: &Value, between: &str, value: &Value) -> Outcome<()> {
        self.value(key)?;
        self.push(between)?;
        self.value(value)
    }

    fn tuple(&mut self, items: &[Value]) -> Outcome<()> {
        self.push("(")?;
        self.items(items.iter())?;
        self.push(if items.len() == 1 { ",)" } else { ")" })
    }

    fn set(&mut self, set: &Rc<Set>, open: &str, close: &str) -> Outcome<()> {
        self.push(open)?;
        self.items(set.table().keys())?;
        self.push(close)
    }

    fn view(&mut self, view: &View) -> Outcome<()> {
        self.write(format_args!("{}([", view.kind.type_of().name()))?;
        let table = view.dict.table();
        match view.kind {
            ViewKind::Keys => self.items(table.keys())?,
            ViewKind::Values => self.items(table.values())?,
            ViewKind::Items => {
                for (place, (key, value)) in table.iter().enumerate() {
                    self.comma(place)?;
                    self.push("(")?;
                    self.pair(key, ", ", value)?;
                    self.push(")")?;
                }
            }
        }
        self.push("])")
    }

    fn range(&mut self, range: &Range) -> Outcome<()> {
        let [start, stop, step] =
            [&range.start, &range.stop, &range.step].map(|int| int.clone().into());
        self.push("range(")?;
        self.pair(&start, ", ", &stop)?;
        if !matches!(step, Value::Int(1)) {
            self.push(", ")?;
            self.value(&step)?;
        }
        self.push(")")
    }

    fn slice(&mut self, slice: &Slice) -> Outcome<()> {
        self.push("slice(")?;
        self.items([&slice.start, &slice.stop, &slice.step].into_iter())?;
        self.push(")")
    }

    fn exception(&mut self, exception: &Rc<Exception>) -> Outcome<()> {
        let args = exception.args();
        self.push(exception.class.name())?;
        match &args[..] {
            [arg] => {
                self.push("(")?;
                self.value(arg)?;
                self.push(")")
            }
            // Arguments print as the tuple they are: within itself that is `(...)`.
            _ => self.once(address(exception), "(...)", |printer| printer.tuple(&args)),
        }
    }

    fn class(&mut self, class: Type) -> Outcome<()> {
        let module = match class {
            Type::Quitter => "_sitebuiltins.",
            _ => "",
        };
        self.write(format_args!("<class '{module}{}'>", class.name()))
    }

    fn native(&mut self, entry: &'static Entry) -> Outcome<()> {
        let name = entry.name;
        if entry.type_of() == Type::Quitter {
            return self.push(&entry.farewell());
        }
        let module = module::of(entry).filter(|module| module.methods_of.is_some());
        if let Some(module) = module {
            // The object that all of the module's functions are methods of.
            let at = module as *const module::Table as usize;
            let class = module.methods_of.unwrap_or_default();
            return match entry.type_of() {
                Type::Method => self.write(format_args!(
                    "<bound method {class}.{name} of <{}.{class} object at {at:#x}>>",
                    module.name
                )),
                _ => self.write(format_args!(
                    "<built-in method {name} of {class} object at {at:#x}>"
                )),
            };
        }
        match entry.owner {
            None => self.write(format_args!("<built-in function {name}>")),
            Some(owner) => self.write(format_args!(
                "<method '{name}' of '{}' objects>",
                owner.name()
            )),
        }
    }

    fn method(&mut self, method: &Method) -> Outcome<()> {
        let receiver = method.receiver();
        let (name, owner) = (method.entry.name, receiver.type_name());
        let at = identity(receiver);
        self.write(format_args!(
            "<built-in method {name} of {owner} object at {at:#x}>"
        ))
    }

    fn function(&mut self, function: &Rc<Function>) -> Outcome<()> {
        let at = address(function);
        let name = &function.code.qualified_name;
        self.write(format_args!("<function {name} at {at:#x}>"))
    }

    fn iterator(&mut self, iter: &Rc<Iter>) -> Outcome<()> {
        let at = address(iter);
        match (iter.type_of(), &iter.name) {
            (Type::Generator, Some(name)) => {
                self.write(format_args!("<generator object {name} at {at:#x}>"))
            }
            (class, _) => self.write(format_args!("<{} object at {at:#x}>", class.name())),
        }
    }

    /// Text in quotes (Python's library reference, `repr`): in double ones where that saves
    /// escaping a single one.
    fn text(&mut self, text: &str) -> Outcome<()> {
        let bytes = text.as_bytes();
        let quote = match memchr::memchr(b'\'', bytes) {
            Some(_) if memchr::memchr(b'"', bytes).is_none() => '"',
            _ => '\'',
        };
        self.out.reserve(text.len() + 2)?;
        self.out.push(quote)?;
        // What needs no escape is copied in runs.
        let mut run = 0;
        for (at, c) in text.char_indices() {
            let plain = match c {
                '\\' => false,
                ' '..='~' => c != quote,
                _ => is_printable(c),
            };
            if plain {
                continue;
            }
            limits::tick()?;
            self.push(&text[run..at])?;
            push_escape(c, self.out.buffer());
            run = at + c.len_utf8();
        }
        self.push(&text[run..])?;
        self.out.push(quote)
    }
}

/// Appends the escape sequence of a code point, the shortest that Python uses for it.
pub(crate) fn push_escape(c: char, out: &mut String) {
    let code = c as u32;
    let short = match c {
        '\t' => "\\t",
        '\n' => "\\n",
        '\r' => "\\r",
        '\\' => "\\\\",
        '\'' => "\\'",
        _ => "",
    };
    // Writing into a String can't fail.
    let _ = match code {
        _ if !short.is_empty() => out.write_str(short),
        0..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// `repr` of a complex number: the real part is left out where it is (positive) zero.
fn complex(z: &Complex) -> String {
    let part = |x: f64| {
        let mut text = float_text::repr(x);
        if text.ends_with(".0") {
            text.truncate(text.len() - 2);
        }
        text
    };
    let im = part(z.im);
    if z.re == 0.0 && z.re.is_sign_positive() {
        return format!("{im}j");
    }
    let sign = if im.starts_with('-') { "" } else { "+" };
    format!("({}{sign}{im}j)", part(z.re))
}

fn address<T: ?Sized>(shared: &Rc<T>) -> usize {
    Rc::as_ptr(shared).cast::<()>() as usize
}

/// Where a value lies: for one that lives in no shared place, an address of its own kind.
fn identity(value: &Value) -> usize {
    match value {
        Value::Big(shared) => address(shared),
        Value::Complex(shared) => address(shared),
        Value::Str(shared) => address(shared),
        Value::List(shared) => address(shared),
        Value::Tuple(shared) => address(shared),
        Value::Dict(shared) => address(shared),
        Value::Set(shared) | Value::FrozenSet(shared) => address(shared),
        Value::Range(shared) => address(shared),
        Value::Slice(shared) => address(shared),
        Value::View(shared) => address(shared),
        Value::Iter(shared) => address(shared),
        Value::Function(shared) => address(shared),
        Value::Method(shared) => address(shared),
        Value::Exception(shared) => address(shared),
        other => std::ptr::from_ref(other) as usize,
    }
}

#[cfg(test)]
mod tests;
