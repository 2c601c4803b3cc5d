//! The parts of the page that are written for each line, as HTML.

use super::{Answer, Group, Lesson, Pair, Step};
use crate::explain::tree::svg::escape;
use crate::limits;
use crate::value::Outcome;
use crate::value::text::Builder;
use crate::value::unicode::is_printable;

/// The code points of the line in the page's title.
const TITLE: usize = 60;

/// The template with each `{{name}}` replaced. What is put in is not looked through again.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Outcome<String> {
    let mut out = Builder::default();
    let mut pieces = template.split("{{");
    out.push_str(pieces.next().unwrap_or_default())?;
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").unwrap_or((piece, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        debug_assert!(value.is_some(), "nothing is put in for {name}");
        out.push_str(value.map_or("", |(_, value)| value))?;
        out.push_str(rest)?;
    }
    Ok(out.finish())
}

/// Text that can stand in an element or an attribute.
pub fn escaped(text: &str) -> Outcome<String> {
    let mut out = Builder::default();
    escape(&mut out, text)?;
    Ok(out.finish())
}

/// A page with a mark for each character that would be there unseen, or turn the direction of what
/// is written behind it. What joins letters, or keeps them apart, belongs to its language.
pub fn visible(page: String) -> String {
    let is_unseen = |c: char| match c {
        '\n' | '\t' | '\u{200c}' | '\u{200d}' => false,
        '\u{85}' | '\u{2028}' | '\u{2029}' => true,
        _ => !is_printable(c) && !c.is_whitespace(),
    };
    match page.contains(is_unseen) {
        true => page.replace(is_unseen, "\u{fffd}"),
        false => page,
    }
}

/// The line, shortened to one.
pub fn title(source: &str) -> String {
    let line = source.lines().next().unwrap_or_default();
    let mut title: String = line.chars().take(TITLE).collect();
    if title.len() < source.len() {
        title.push('…');
    }
    title
}

pub fn answer(answer: &Answer) -> Outcome<String> {
    Ok(match answer {
        Answer::Value(value) => format!("<p class=\"answer\">= {}</p>", escaped(value)?),
        Answer::Raised(error) => format!("<p class=\"answer raised\">{}</p>", escaped(error)?),
        Answer::Nothing => String::new(),
    })
}

pub fn printed(text: &str) -> Outcome<String> {
    if text.is_empty() {
        return Ok(String::new());
    }
    let text = escaped(text.trim_end_matches('\n'))?;
    Ok(format!(
        "<h2 class=\"small\">It prints</h2>\n<pre class=\"scroll\" tabindex=\"0\">\n{text}</pre>"
    ))
}

/// Appends prose in which pieces of code stand between backquotes.
fn prose(out: &mut Builder, text: &str) -> Outcome<()> {
    let pieces: Vec<&str> = text.split('`').collect();
    if pieces.len().is_multiple_of(2) {
        return escape(out, text);
    }
    for (place, piece) in pieces.into_iter().enumerate() {
        let is_code = place % 2 == 1;
        out.push_str(if is_code { "<code>" } else { "" })?;
        escape(out, piece)?;
        out.push_str(if is_code { "</code>" } else { "" })?;
    }
    Ok(())
}

/// An item for each step, and one for the answer.
pub fn steps(lesson: &Lesson) -> Outcome<String> {
    let mut out = Builder::default();
    for step in &lesson.steps {
        limits::tick()?;
        let (head, marked, tail) = cut(step);
        out.push_str("<li><code>")?;
        escape(&mut out, head)?;
        out.push_str("<mark>")?;
        escape(&mut out, marked)?;
        out.push_str("</mark>")?;
        escape(&mut out, tail)?;
        out.push_str("</code> <span class=\"rule\">")?;
        prose(&mut out, &step.rule)?;
        out.push_str("</span>")?;
        if !step.inside.is_empty() {
            out.push_str("<ul class=\"inside\">")?;
            for line in &step.inside {
                out.push_str("<li><code>")?;
                escape(&mut out, line)?;
                out.push_str("</code></li>")?;
            }
            out.push_str("</ul>")?;
        }
        out.push_str("</li>\n")?;
    }
    let last = match (lesson.steps.last(), &lesson.answer) {
        (Some(step), _) => &step.after,
        (None, Answer::Value(text) | Answer::Raised(text)) => text,
        (None, Answer::Nothing) => return Ok(out.finish()),
    };
    out.push_str("<li class=\"last\"><code>")?;
    escape(&mut out, last)?;
    out.push_str("</code></li>")?;
    Ok(out.finish())
}

/// What is before the part that is reduced, the part, and what is behind it.
fn cut(step: &Step) -> (&str, &str, &str) {
    let text = &*step.before;
    let at = |place| {
        let mut places = text.char_indices().map(|(at, _)| at);
        places.nth(place).unwrap_or(text.len())
    };
    let (start, end) = (at(step.start), at(step.end));
    (&text[..start], &text[start..end], &text[end..])
}

pub fn parentheses(lesson: &Lesson) -> Outcome<String> {
    let Some(found) = &lesson.parentheses else {
        return Ok(String::new());
    };
    let mut out = Builder::default();
    out.push_str(
        "<section aria-labelledby=\"parentheses\">\n<h2 id=\"parentheses\">Parentheses</h2>\n<dl>\n",
    )?;
    for (name, text) in [("All of them", &found.full), ("The fewest", &found.fewest)] {
        out.push_str("<dt>")?;
        out.push_str(name)?;
        out.push_str("</dt><dd><code>")?;
        escape(&mut out, text)?;
        out.push_str("</code></dd>\n")?;
    }
    out.push_str("</dl>\n")?;
    if !found.pairs.is_empty() {
        out.push_str("<h3>Those that were written</h3>\n<ul class=\"pairs\">\n")?;
        for Pair {
            text,
            verdict,
            reason,
        } in &found.pairs
        {
            limits::tick()?;
            out.push_str("<li><code>")?;
            escape(&mut out, text)?;
            out.push_str("</code> <span class=\"verdict ")?;
            out.push_str(verdict)?;
            out.push_str("\">")?;
            out.push_str(verdict)?;
            out.push_str("</span>")?;
            if !reason.is_empty() {
                out.push_str(": ")?;
                prose(&mut out, reason)?;
            }
            out.push_str("</li>\n")?;
        }
        out.push_str("</ul>\n")?;
    }
    out.push_str("</section>")?;
    Ok(out.finish())
}

/// A table of them. On a narrow screen its cells stand one under the other: the roles keep it a table
/// for a screen reader, and each cell has its heading with it.
pub fn languages(groups: &[Group]) -> Outcome<String> {
    if groups.is_empty() {
        return Ok(String::new());
    }
    let mut out = Builder::default();
    out.push_str(
        "<section aria-labelledby=\"languages\">\n\
         <h2 id=\"languages\">In other languages</h2>\n\
         <table role=\"table\">\n\
         <caption>The same line there. Languages that agree share a row.</caption>\n\
         <thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" role=\"columnheader\">Languages</th>\
         <th scope=\"col\" role=\"columnheader\">The line</th>\
         <th scope=\"col\" role=\"columnheader\">Read as</th>\
         <th scope=\"col\" role=\"columnheader\">Answer</th></tr></thead>\n\
         <tbody role=\"rowgroup\">\n",
    )?;
    for group in groups {
        limits::tick()?;
        out.push_str("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")?;
        escape(&mut out, &group.languages.join(", "))?;
        out.push_str("</th>")?;
        match &group.told {
            Ok(told) => {
                for (name, text) in [("The line", &told.text), ("Read as", &told.grouping)] {
                    out.push_str("<td role=\"cell\" data-label=\"")?;
                    out.push_str(name)?;
                    out.push_str("\"><code>")?;
                    escape(&mut out, text)?;
                    out.push_str("</code></td>")?;
                }
                out.push_str("<td role=\"cell\" data-label=\"Answer\">")?;
                match &told.answer {
                    Some(answer) => {
                        out.push_str(match told.is_failure {
                            true => "<span class=\"refused\">",
                            false => "<code>",
                        })?;
                        escape(&mut out, answer)?;
                        out.push_str(if told.is_failure {
                            "</span>"
                        } else {
                            "</code>"
                        })?;
                    }
                    None => out.push_str("<span class=\"faint\">no answer</span>")?,
                }
                if !group.difference.is_empty() {
                    out.push_str("<br><span class=\"faint\">")?;
                    prose(&mut out, &group.difference)?;
                    out.push_str("</span>")?;
                }
                out.push_str("</td>")?;
            }
            Err(reason) => {
                out.push_str("<td role=\"cell\" colspan=\"3\" class=\"refused\">")?;
                prose(&mut out, reason)?;
                out.push_str("</td>")?;
            }
        }
        out.push_str("</tr>\n")?;
    }
    out.push_str("</tbody>\n</table>\n</section>")?;
    Ok(out.finish())
}
