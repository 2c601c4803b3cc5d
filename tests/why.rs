//! A thousand lines, each with a misreading planted in it: `why` is given the answer and must find
//! the misreading. What a misreading gives is computed here, by an evaluator of its own that knows
//! nothing of ladders.

use pemdas::Session;
use pemdas::explain::why::{self, MISREADINGS};

/// Numbers from a seed (a linear congruential generator's upper bits).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

/// A line: operands, and the operators between them. The first may have a sign.
struct Line {
    minus: bool,
    operands: Vec<f64>,
    operators: Vec<&'static str>,
}

impl Line {
    fn text(&self) -> String {
        let mut text = String::from(if self.minus { "-" } else { "" });
        for (place, operand) in self.operands.iter().enumerate() {
            if place > 0 {
                text += &format!(" {} ", self.operators[place - 1]);
            }
            text += &format!("{operand}");
        }
        text
    }
}

/// How operators bind: the level of each (more is tighter), whether it groups to the right, and the
/// level of the sign.
struct Rules {
    level: fn(&str) -> (u8, bool),
    sign: u8,
    compute: fn(&str, f64, f64) -> Option<f64>,
}

fn python(operator: &str) -> (u8, bool) {
    match operator {
        "^" => (0, false),
        "+" | "-" => (1, false),
        "**" => (4, true),
        _ => (2, false),
    }
}

fn compute(operator: &str, a: f64, b: f64) -> Option<f64> {
    let value = match operator {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => (b != 0.0).then(|| a / b)?,
        "//" => (b != 0.0).then(|| (a / b).floor())?,
        // Python would answer with a fraction, or too large a number.
        "**" => {
            ((0.0..7.0).contains(&b) && b.fract() == 0.0 && a.abs() < 1e4).then(|| a.powf(b))?
        }
        "^" if a.fract() == 0.0 && b.fract() == 0.0 => ((a as i64) ^ (b as i64)) as f64,
        _ => return None,
    };
    (value.abs() < 1e12).then_some(value)
}

const PYTHON: Rules = Rules {
    level: python,
    sign: 3,
    compute,
};

/// The value of a line by some rules: precedence climbing.
fn value(line: &Line, rules: &Rules) -> Option<f64> {
    let mut at = 0;
    climb(line, rules, &mut at, 0)
}

fn climb(line: &Line, rules: &Rules, at: &mut usize, least: u8) -> Option<f64> {
    let mut left = if *at == 0 && line.minus {
        // The sign's operand: the first number, and what binds tighter than the sign.
        let mut left = line.operands[0];
        while let Some(operator) = line.operators.get(*at) {
            let (level, right) = (rules.level)(operator);
            if level < rules.sign {
                break;
            }
            *at += 1;
            let other = climb(line, rules, at, level + u8::from(!right))?;
            left = (rules.compute)(operator, left, other)?;
        }
        -left
    } else {
        line.operands[*at]
    };
    while let Some(operator) = line.operators.get(*at) {
        let (level, right) = (rules.level)(operator);
        if level < least {
            break;
        }
        *at += 1;
        let other = climb(line, rules, at, level + u8::from(!right))?;
        left = (rules.compute)(operator, left, other)?;
    }
    Some(left)
}

fn line(chance: &mut Chance, operators: &[&'static str]) -> Line {
    let count = 3 + chance.below(4) as usize;
    Line {
        minus: chance.below(4) == 0,
        operands: (0..count).map(|_| 1.0 + chance.below(12) as f64).collect(),
        operators: (1..count).map(|_| chance.pick(operators)).collect(),
    }
}

/// The orders that are planted: the name, the operators of the lines, the rules.
fn orders() -> Vec<(&'static str, &'static [&'static str], Rules)> {
    const SIMPLE: &[&str] = &["+", "-", "*", "/"];
    const POWERS: &[&str] = &["+", "-", "*", "**"];
    fn rules(level: fn(&str) -> (u8, bool), sign: u8) -> Rules {
        Rules {
            level,
            sign,
            compute,
        }
    }
    vec![
        ("left-to-right", POWERS, rules(|_| (1, false), 9)),
        ("right-to-left", POWERS, rules(|_| (1, true), 9)),
        (
            "powers-then-left-to-right",
            POWERS,
            rules(|o| if o == "**" { (4, true) } else { (1, false) }, 3),
        ),
        (
            "by-the-letter",
            SIMPLE,
            rules(
                |o| match o {
                    "-" => (1, false),
                    "+" => (2, false),
                    "/" => (3, false),
                    _ => (4, false),
                },
                8,
            ),
        ),
        (
            "addition-first",
            SIMPLE,
            rules(
                |o| match o {
                    "-" => (1, false),
                    "+" => (2, false),
                    _ => (4, false),
                },
                8,
            ),
        ),
        (
            "multiplication-first",
            SIMPLE,
            rules(
                |o| match o {
                    "-" | "+" => (1, false),
                    "/" => (3, false),
                    _ => (4, false),
                },
                8,
            ),
        ),
        (
            "alike-from-the-right",
            SIMPLE,
            rules(
                |o| {
                    if python(o).0 == 1 {
                        (1, true)
                    } else {
                        (2, true)
                    }
                },
                8,
            ),
        ),
        (
            "sums-first",
            SIMPLE,
            rules(
                |o| {
                    if python(o).0 == 1 {
                        (2, false)
                    } else {
                        (1, false)
                    }
                },
                8,
            ),
        ),
        (
            "power-left",
            POWERS,
            rules(|o| if o == "**" { (4, false) } else { python(o) }, 3),
        ),
        ("minus-first", POWERS, rules(python, 8)),
        (
            "caret-power",
            &["+", "*", "^"],
            rules(|o| if o == "^" { (4, true) } else { python(o) }, 3),
        ),
    ]
}

/// A line and an answer with the name of the misreading that gives it.
fn planted(chance: &mut Chance) -> Option<(String, f64, &'static str)> {
    let orders = orders();
    let kind = chance.below(orders.len() as u64 + 5) as usize;
    if let Some((name, operators, rules)) = orders.into_iter().nth(kind) {
        let line = line(chance, operators);
        // Without a power it is the plain one.
        if name == "powers-then-left-to-right" && !line.operators.contains(&"**") {
            return None;
        }
        let wrong = match name {
            "caret-power" => {
                let power = Line {
                    operators: line
                        .operators
                        .iter()
                        .map(|o| if *o == "^" { "**" } else { o })
                        .collect(),
                    operands: line.operands.clone(),
                    ..line
                };
                value(&power, &PYTHON)?
            }
            _ => value(&line, &rules)?,
        };
        return different(&line, wrong, name);
    }
    let line = line(chance, &["+", "-", "*", "/", "//"]);
    match chance.below(5) {
        0 => {
            let whole = Rules {
                compute: |o, a, b| compute(if o == "/" { "//" } else { o }, a, b),
                ..PYTHON
            };
            different(&line, value(&line, &whole)?, "whole-division")
        }
        1 => {
            let fraction = Rules {
                compute: |o, a, b| compute(if o == "//" { "/" } else { o }, a, b),
                ..PYTHON
            };
            different(&line, value(&line, &fraction)?, "true-division")
        }
        2 => {
            // A pair around some operands that stand side by side.
            let from = chance.below(line.operands.len() as u64 - 1) as usize;
            let most = (line.operands.len() - from - 1) as u64;
            let to = from + 1 + chance.below(most) as usize;
            let inner = Line {
                minus: false,
                operands: line.operands[from..=to].to_vec(),
                operators: line.operators[from..to].to_vec(),
            };
            let inside = value(&inner, &PYTHON)?;
            let (mut operands, mut operators) = (line.operands.clone(), line.operators.clone());
            operands.splice(from..=to, [inside]);
            operators.drain(from..to);
            let outer = Line {
                minus: line.minus,
                operands,
                operators,
            };
            different(&line, value(&outer, &PYTHON)?, "parentheses")
        }
        3 => {
            let degrees = 15 * (1 + chance.below(11));
            let factor = 1 + chance.below(9);
            let text = format!("{factor} * sin({degrees})");
            let wrong = factor as f64 * (degrees as f64).to_radians().sin();
            Some((text, wrong, "degrees"))
        }
        _ => {
            let (a, b) = (1 + chance.below(99), 1 + chance.below(99));
            let joined = format!("{a}{b}").parse().ok()?;
            Some((format!("{a} + {b}"), joined, "joined-text"))
        }
    }
}

/// Only an answer that is not the true one is a question.
fn different(line: &Line, wrong: f64, name: &'static str) -> Option<(String, f64, &'static str)> {
    let right = value(line, &PYTHON)?;
    ((right - wrong).abs() > 1e-9).then(|| (line.text(), wrong, name))
}

#[test]
fn why_finds_what_was_planted() {
    let rank = |name: &str| MISREADINGS.iter().position(|row| row.name == name);
    let mut chance = Chance(4);
    let (mut asked, mut found, mut first) = (0, 0, 0);
    let mut missed = Vec::new();
    let mut session = Session::new();
    while asked < 1000 {
        let Some((text, wrong, name)) = planted(&mut chance) else {
            continue;
        };
        asked += 1;
        let answer = format!("{wrong}");
        let why = why::of(&text, &answer, &mut session).unwrap_or_else(|_| panic!("{text}"));
        let names: Vec<&str> = why
            .readings
            .iter()
            .map(|reading| reading.misreading.name)
            .collect();
        for reading in &why.readings {
            let value: f64 = reading.value.trim_matches('\'').parse().expect("a number");
            assert!(
                (value - wrong).abs() <= 0.005,
                "{text} -> {answer}: {reading:?}"
            );
        }
        match names.contains(&name) {
            true => found += 1,
            false => missed.push(format!("{text} -> {answer}: {name}, not {names:?}")),
        }
        // Whatever comes before it is as near or nearer.
        assert!(
            names
                .first()
                .is_none_or(|it| !names.contains(&name) || rank(it) <= rank(name))
        );
        first += u32::from(names.first() == Some(&name));
    }
    println!("{found} of {asked} found, {first} as the first");
    assert!(found * 100 >= asked * 99, "{found} of {asked}: {missed:#?}");
}
