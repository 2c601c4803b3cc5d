//! What calculators and books allow, and Python does not: a product without its sign, a factorial,
//! per cent. Where it can be read in two ways, both are told.

use crate::syntax::Span;

/// How long a line may be that is written again.
const LONG: usize = 80;

/// How to write the product of two neighbours: `2x`, `2(3)`. Behind a division it is read both
/// ways.
pub fn product(source: &str, left: Span, right: Span) -> Vec<String> {
    let line = Line::around(source, left.to(right));
    let Some(line) = line else {
        return vec!["to multiply, write `*`".to_string()];
    };
    let (left, right) = (left.of(source), right.of(source));
    let plain = format!("{}{left}*{right}{}", line.before, line.after);
    if !line.before.trim_end().ends_with('/') {
        return vec![format!("to multiply, write `{plain}`")];
    }
    let tight = format!("{}({left}*{right}){}", line.before, line.after);
    vec![
        format!("to divide first, then multiply, write `{plain}`"),
        format!("to divide by the product, write `{tight}`"),
    ]
}

/// How to write the factorial of what ends before `at`.
pub fn factorial(source: &str, at: usize) -> Option<Vec<String>> {
    let operand = operand_before(source, at)?;
    let line = Line::around(source, operand.to(Span::new(at, at + 1)))?;
    let inner = operand.of(source);
    let inner = match inner
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inside) if !inside.contains(['(', ')']) => inside,
        _ => inner,
    };
    Some(vec![
        format!(
            "for a factorial, write `{}factorial({inner}){}`",
            line.before, line.after
        ),
        format!("for a comparison, write `{} != …`", operand.of(source)),
    ])
}

/// How to write per cent of what ends before the sign at `at`, behind which nothing stands.
pub fn per_cent(source: &str, at: usize) -> Option<Vec<String>> {
    let operand = operand_before(source, at)?;
    let line = Line::around(source, operand.to(Span::new(at, at + 1)))?;
    let number = operand.of(source);
    let mut help = vec![
        format!("for a remainder, write what it is divided by: `{number} % 7`"),
        format!(
            "for per cent, write `{}{number}/100{}`",
            line.before, line.after
        ),
    ];
    let before = line.before.trim_end();
    if let Some(sum) = before.strip_suffix(['+', '-']) {
        let sign = &before[sum.len()..];
        let sum = sum.trim();
        let simple =
            !sum.is_empty() && sum.chars().all(|c| c.is_alphanumeric() || "._".contains(c));
        let base = if simple {
            sum.to_string()
        } else {
            format!("({sum})")
        };
        if !sum.is_empty() && !sum.ends_with(['(', '*', '/', ',', '=']) && line.after.is_empty() {
            help.push(format!(
                "for per cent of what is before it, write `{base} * (1 {sign} {number}/100)`"
            ));
        }
    }
    Some(help)
}

/// The number, name or bracket that ends before `at`.
fn operand_before(source: &str, at: usize) -> Option<Span> {
    let text = source[..at].trim_end();
    let start = match text.strip_suffix(')') {
        Some(_) => {
            let mut depth = 0;
            let open = text.char_indices().rev().find(|(_, c)| {
                depth += match c {
                    ')' => 1,
                    '(' => -1,
                    _ => 0,
                };
                depth == 0
            });
            let open = open?.0;
            // With the name of the function, where it is a call.
            text[..open].trim_end_matches(is_word).len()
        }
        None => text.trim_end_matches(is_word).len(),
    };
    (start < text.len()).then(|| Span::new(start, text.len()))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.')
}

/// What stands on the line around a place.
struct Line<'s> {
    before: &'s str,
    after: &'s str,
}

impl<'s> Line<'s> {
    /// None where the line is long or the place has several.
    fn around(source: &'s str, place: Span) -> Option<Line<'s>> {
        let (start, end) = (place.start as usize, place.end as usize);
        let from = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = source[end..].find('\n').map_or(source.len(), |at| end + at);
        let line = &source[from..to];
        let fits = line.len() <= LONG && !place.of(source).contains('\n');
        fits.then(|| Line {
            before: source[from..start].trim_start(),
            after: source[end..to].trim_end(),
        })
    }
}
