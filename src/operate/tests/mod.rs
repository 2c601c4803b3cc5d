//! Arithmetic against CPython's answers, which `table.py` asks for and `table.txt` keeps.

use super::*;
use crate::builtin::{Args, Entry, number};
use crate::value::{Complex, Outcome, display};

/// A value as `table.py` writes it.
fn read(text: &str) -> Value {
    let float = |bits: &str| match bits {
        "nan" => f64::NAN,
        _ => f64::from_bits(u64::from_str_radix(bits, 16).unwrap()),
    };
    match text.split_at_checked(2) {
        Some(("b:", rest)) => Value::Bool(rest == "1"),
        Some(("i:", rest)) => dashu_int::IBig::from_str_radix(rest, 16).unwrap().into(),
        Some(("f:", rest)) => Value::Float(float(rest)),
        Some(("c:", rest)) => {
            let (re, im) = rest.split_once(',').unwrap();
            let (re, im) = (float(re), float(im));
            Value::Complex(Complex { re, im }.into())
        }
        Some(("s:", rest)) => {
            let mut pieces = rest.split('\\');
            let mut text = pieces.next().unwrap().to_owned();
            for piece in pieces {
                let (code, rest) = piece.split_once(';').unwrap();
                text.extend(char::from_u32(u32::from_str_radix(code, 16).unwrap()));
                text.push_str(rest);
            }
            Value::text(text)
        }
        Some(("t:", rest)) => Value::tuple(rest.split(' ').map(read).collect()),
        _ => Value::None,
    }
}

/// The answer as `table.py` writes it.
fn write(outcome: Outcome) -> String {
    let bits = |x: f64| match x.is_nan() {
        true => "nan".to_owned(),
        false => format!("{:016x}", x.to_bits()),
    };
    match outcome {
        Ok(Value::Bool(b)) => format!("b:{}", u8::from(b)),
        Ok(Value::Int(i)) if i < 0 => format!("i:-{:x}", i.unsigned_abs()),
        Ok(Value::Int(i)) => format!("i:{i:x}"),
        Ok(Value::Big(big)) => format!("i:{}", big.in_radix(16)),
        Ok(Value::Float(x)) => format!("f:{}", bits(x)),
        Ok(Value::Complex(z)) => format!("c:{},{}", bits(z.re), bits(z.im)),
        Ok(Value::Tuple(tuple)) => {
            let items: Vec<_> = tuple.items().iter().map(|v| write(Ok(v.clone()))).collect();
            format!("t:{}", items.join(" "))
        }
        Ok(Value::Str(text)) => {
            let mut shown = "s:".to_owned();
            for c in text.as_str().chars() {
                match c {
                    ' '..='[' | ']'..='~' => shown.push(c),
                    _ => shown.push_str(&format!("\\{:x};", c as u32)),
                }
            }
            shown
        }
        Ok(other) => format!("{other:?}"),
        Err(raise) => {
            let class = raise.class().name();
            let message = match &raise.0.args()[..] {
                [message] => display(message).unwrap(),
                args => display(&Value::tuple(args.to_vec())).unwrap(),
            };
            write(Ok(Value::text(format!("!{class}: {message}"))))
        }
    }
}

/// Answers one question.
fn answer(name: &str, operands: &[Value]) -> Outcome {
    let prefix = match name {
        "neg" => Some(Operator::Neg),
        "pos" => Some(Operator::Pos),
        "invert" => Some(Operator::Invert),
        _ => None,
    };
    if let Some(operator) = prefix {
        return unary(operator, &operands[0]);
    }
    let infix = Operator::ALL
        .iter()
        .find(|operator| operator.symbol() == name && operands.len() == 2);
    if let Some(&operator) = infix {
        return binary(operator, &operands[0], &operands[1]);
    }
    let (methods, name) = match name.split_once('.') {
        Some((_, method)) => (true, method),
        None => (false, name),
    };
    let groups: &[&[Entry]] = if methods || name == "fromhex" {
        &[number::INT_METHODS, number::FLOAT_METHODS]
    } else {
        &[
            number::FUNCTIONS,
            number::RADIX_FUNCTIONS,
            number::CONSTRUCTORS,
        ]
    };
    let owned = |entry: &Entry| {
        !methods
            || entry
                .owner
                .is_some_and(|owner| operands[0].type_of().is_subtype_of(owner))
    };
    let mut entries = groups.iter().copied().flatten();
    let entry = entries
        .find(|entry| entry.name == name && owned(entry))
        .unwrap();
    let mut places = operands.to_vec();
    if name == "fromhex" {
        places.insert(0, Value::None);
    }
    places.resize(places.len().max(3), Value::Unset);
    (entry.code)(&mut Hostless, Args(&places))
}

#[test]
fn as_cpython_answers() {
    let mut wrong = Vec::new();
    for line in include_str!("table.txt").lines() {
        let mut parts: Vec<_> = line.split('\t').collect();
        let expected = parts.pop().unwrap();
        let operands: Vec<_> = parts[1..].iter().map(|text| read(text)).collect();
        let given = write(answer(parts[0], &operands));
        if given != expected {
            wrong.push(format!("{line}\n    pemdas: {given}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
