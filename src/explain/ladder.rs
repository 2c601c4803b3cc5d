//! A ladder as a table for people: each level with examples of what it decides.
//!
//! The examples are made from the ladder's own spellings and read by it, so they say what it does.

use std::cmp::Ordering;

use serde_json::{Value as Json, json};

use crate::dialect::{self, Language};
use crate::explain::columns::width as columns;
use crate::syntax::ladder::{Kind, Position, Spelling};
use crate::syntax::{Fixity, Operator, Parentheses};
use crate::value::Outcome;

/// A ladder, the tightest level first.
#[derive(Clone, Debug)]
pub struct Table {
    pub language: &'static Language,
    pub levels: Vec<Row>,
    /// What the language refuses although the levels would allow it.
    pub refused: Vec<String>,
}

/// A level.
#[derive(Clone, Debug)]
pub struct Row {
    /// What the operators are, kind by kind: the kind's word, and (spelling, operation).
    pub kinds: Vec<(&'static str, Vec<(String, &'static str)>)>,
    pub examples: Vec<Example>,
}

/// What a level decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub text: String,
    /// How the language groups it; none where it refuses it.
    pub grouping: Option<String>,
}

/// The table of a language's ladder.
///
/// # Errors
/// Where a limit is reached.
///
/// ```
/// use pemdas::{dialect::Language, explain::ladder};
///
/// let table = ladder::of(Language::named("excel").unwrap()).unwrap();
/// let power = &table.levels[2];
/// assert_eq!(power.kinds[0].1[0], ("^".to_string(), "pow"));
/// assert_eq!(power.examples[0].grouping.as_deref(), Some("(a ^ b) ^ c"));
/// ```
pub fn of(language: &'static Language) -> Outcome<Table> {
    let ladder = language.ladder();
    let levels: Vec<&[Spelling]> = ladder.levels().collect();
    let mut rows = Vec::new();
    for (place, level) in levels.iter().enumerate().rev() {
        let looser = &levels[..place];
        let mut examples = Vec::new();
        for text in texts(language, level, looser) {
            examples.extend(example(language, &text)?);
        }
        // The loosest level decides only what tighter ones do.
        if examples.is_empty()
            && let Some(tighter) = levels.get(place + 1)
        {
            for text in texts(language, tighter, &levels[..place + 1]) {
                examples.extend(example(language, &text)?);
            }
            let own = |example: &Example| level.iter().any(|it| example.text.contains(&it.text));
            examples.retain(own);
        }
        let kinds = level.chunk_by(|one, other| one.rung.kind == other.rung.kind);
        let kinds = kinds.map(|spellings| {
            let named = |it: &Spelling| (shown(it), it.rung.operator.name());
            (
                spellings[0].rung.kind.word(),
                spellings.iter().map(named).collect(),
            )
        });
        rows.push(Row {
            kinds: kinds.collect(),
            examples,
        });
    }
    let mut refused = Vec::new();
    for text in rejects(language) {
        if let Some(Example {
            text,
            grouping: None,
        }) = example(language, &text)?
        {
            refused.push(text);
        }
    }
    Ok(Table {
        language,
        levels: rows,
        refused,
    })
}

/// How an operator is listed.
fn shown(spelling: &Spelling) -> String {
    match spelling.rung.kind {
        Kind::Ternary => format!("{} {}", spelling.text, spelling.separator),
        Kind::Juxtapose => "(side by side)".to_string(),
        _ => spelling.text.clone(),
    }
}

/// Two operators in a line, to be grouped.
struct Pair {
    operands: [String; 4],
}

impl Pair {
    fn new(language: &Language) -> Pair {
        let ladder = language.ladder();
        let sigil = ladder.setting("sigil");
        let sigil = sigil.filter(|_| !ladder.says("sigil", "optional"));
        let name = |name: &str| format!("{}{name}", sigil.unwrap_or(""));
        Pair {
            operands: ["a", "b", "c", "d"].map(name),
        }
    }

    /// An operation on what stands to the left, with the next operand.
    fn infix(&self, left: &str, spelling: &Spelling, right: &str) -> String {
        match spelling.rung.kind {
            Kind::Postfix => format!("{left}{}", spelling.text),
            Kind::Juxtapose => format!("{left} {right}"),
            Kind::Ternary => format!(
                "{left} {} {right} {} {}",
                spelling.text, spelling.separator, self.operands[3]
            ),
            _ => format!("{left} {} {right}", spelling.text),
        }
    }

    fn prefix(&self, spelling: &Spelling, operand: &str) -> String {
        let space = if spelling.is_word() { " " } else { "" };
        format!("{}{space}{operand}", spelling.text)
    }
}

/// Lines that show what a level decides: how its operators group among each other, and against
/// the nearest looser ones.
fn texts(language: &Language, level: &[Spelling], looser: &[&[Spelling]]) -> Vec<String> {
    let pair = Pair::new(language);
    let [a, b, c, _] = &pair.operands;
    let infix = |level: &[Spelling]| {
        let mut infix = level.iter();
        infix
            .find(|it| it.rung.kind.position() == Position::Infix)
            .cloned()
    };
    let prefix = |level: &[Spelling]| {
        let mut prefix = level.iter();
        prefix
            .find(|it| it.rung.kind.position() == Position::Prefix)
            .cloned()
    };
    let nearest = looser.iter().rev();
    let mut texts = Vec::new();
    if let Some(own) = infix(level) {
        let mut next = level.iter().filter(|it| it.rung.kind == own.rung.kind);
        let next = next.next_back().unwrap_or(&own);
        match own.rung.kind {
            Kind::Postfix => {}
            Kind::Ternary => texts.push(format!(
                "{} {} {b} {} {a}",
                pair.infix(a, &own, b),
                own.text,
                own.separator
            )),
            _ => texts.push(pair.infix(&pair.infix(a, &own, b), next, c)),
        }
        if let Some(outer) = nearest.clone().find_map(|level| infix(level)) {
            texts.push(match outer.rung.kind {
                Kind::Ternary if outer.condition_first() => {
                    pair.infix(&pair.infix(a, &own, b), &outer, c)
                }
                _ => pair.infix(&pair.infix(a, &outer, b), &own, c),
            });
        }
        // A sign before it, where one stands on the next level.
        if let Some(outer) = nearest.clone().next().and_then(|level| prefix(level)) {
            texts.push(pair.prefix(&outer, &pair.infix(a, &own, b)));
        }
    }
    if let Some(own) = prefix(level)
        && let Some(outer) = nearest.clone().find_map(|level| infix(level))
    {
        texts.push(pair.infix(&pair.prefix(&own, a), &outer, b));
    }
    texts
}

/// Lines that the ladder's `reject` lines refuse.
fn rejects(language: &Language) -> Vec<String> {
    let (ladder, pair) = (language.ladder(), Pair::new(language));
    let [a, b, c, _] = &pair.operands;
    let mut texts = Vec::new();
    for (outer, inner) in ladder.rejected() {
        texts.push(match inner.rung.operator.fixity() {
            Fixity::Prefix => pair.infix(&pair.prefix(inner, a), outer, b),
            _ if inner.rung.level < outer.rung.level => {
                pair.infix(a, outer, &pair.infix(b, inner, c))
            }
            _ => pair.infix(&pair.infix(a, inner, b), outer, c),
        });
    }
    texts
}

/// How a language groups a text.
fn example(language: &'static Language, text: &str) -> Outcome<Option<Example>> {
    let grouping = match dialect::read(language, text) {
        Ok(line) => Some(dialect::group(&line, Parentheses::Full)?),
        Err(_) => None,
    };
    // One operator alone decides nothing.
    let dull = grouping.as_deref() == Some(text);
    let text = text.to_string();
    Ok((!dull).then_some(Example { text, grouping }))
}

impl Example {
    fn sentence(&self) -> String {
        match &self.grouping {
            Some(grouping) => format!("{} is {grouping}", self.text),
            None => format!("{} is refused", self.text),
        }
    }
}

impl Row {
    /// Its operators, with the kind before each where there are several.
    fn operators(&self) -> Vec<String> {
        let lines = self.kinds.iter().map(|(_, spellings)| {
            let texts: Vec<&str> = spellings.iter().map(|(text, _)| text.as_str()).collect();
            texts.join(" ")
        });
        lines.collect()
    }
}

impl Table {
    /// The table as text, the tightest level first.
    pub fn draw(&self) -> String {
        let mut cells: Vec<[String; 3]> = Vec::new();
        for row in &self.levels {
            let operators = row.operators();
            let lines = operators.len().max(row.examples.len());
            for line in 0..lines {
                let kind = row.kinds.get(line).map_or("", |(kind, _)| kind);
                let example = row.examples.get(line);
                cells.push([
                    operators.get(line).cloned().unwrap_or_default(),
                    kind.to_string(),
                    example.map_or(String::new(), Example::sentence),
                ]);
            }
        }
        let mut text = format!("{}, the tightest first\n", self.language.title());
        for cells in aligned(&cells) {
            text += &format!("  {cells}\n");
        }
        for refused in &self.refused {
            text += &format!("  {refused} is refused\n");
        }
        text += &format!("  {}\n", self.language.ladder().source);
        text
    }

    /// An array of levels, the tightest first.
    pub fn json(&self) -> Json {
        let levels = self.levels.iter().map(|row| {
            let kinds = row.kinds.iter().map(|(kind, spellings)| {
                let operators = spellings.iter();
                let operators: Vec<Json> = operators
                    .map(|(spelling, name)| json!({ "spelling": spelling, "operation": name }))
                    .collect();
                json!({ "kind": kind, "operators": operators })
            });
            let examples = row.examples.iter();
            let examples: Vec<Json> = examples
                .map(|example| json!({ "text": example.text, "grouping": example.grouping }))
                .collect();
            json!({ "kinds": kinds.collect::<Vec<Json>>(), "examples": examples })
        });
        levels.collect()
    }
}

/// Lines of cells under each other.
fn aligned<const N: usize>(cells: &[[String; N]]) -> Vec<String> {
    let width = |column: usize| {
        cells
            .iter()
            .map(|it| columns(&it[column]))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    let line = |cells: &[String; N]| {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(&widths) {
            line += cell;
            line += &" ".repeat(width + 2 - columns(cell));
        }
        line.trim_end().to_string()
    };
    cells.iter().map(line).collect()
}

/// Every language, a line each: what it is called on the command line, and its name.
pub fn list() -> String {
    let named = |it: &Language| [it.name.to_string(), it.title().to_string()];
    let cells: Vec<[String; 2]> = Language::all().iter().map(named).collect();
    aligned(&cells).join("\n")
}

/// The same as an object.
pub fn list_json() -> Json {
    let named = |it: &Language| (it.name.to_string(), json!(it.title()));
    Json::Object(Language::all().iter().map(named).collect())
}

/// Sentences about pairs of levels that are told at most.
const DIFFERENCES: usize = 16;

/// Two ladders side by side, the tightest levels first, and the operations that they order
/// otherwise.
pub fn side_by_side(one: &Table, other: &Table) -> String {
    let column = |table: &Table| -> Vec<String> {
        let levels = table.levels.iter();
        levels.map(|row| row.operators().join("  ")).collect()
    };
    let (left, right) = (column(one), column(other));
    let mut cells = vec![[one, other].map(|table| table.language.title().to_string())];
    for line in 0..left.len().max(right.len()) {
        cells.push([&left, &right].map(|column| column.get(line).cloned().unwrap_or_default()));
    }
    let mut text = String::new();
    for line in aligned(&cells) {
        text += &line;
        text.push('\n');
    }
    let differences = differences(one.language, other.language);
    if differences.is_empty() {
        text += "\nwhat both have, both order alike\n";
        return text;
    }
    text.push('\n');
    for difference in differences.iter().take(DIFFERENCES) {
        text += &format!("{difference}\n");
    }
    if differences.len() > DIFFERENCES {
        let more = differences.len() - DIFFERENCES;
        text += &format!("and {more} more\n");
    }
    text
}

/// The operations that two languages have, and order otherwise: a sentence for each two levels.
fn differences(one: &'static Language, other: &'static Language) -> Vec<String> {
    let rung = |language: &'static Language, operator: Operator| language.ladder().rung(operator);
    let level = |language, operator| rung(language, operator).map(|rung| rung.level);
    let both = Operator::ALL.iter().copied();
    let both = both.filter(|&it| level(one, it).is_some() && level(other, it).is_some());
    let both: Vec<Operator> = both.collect();
    // What stands on one level in both languages is told of together.
    let mut alike: Vec<Vec<Operator>> = Vec::new();
    for &operator in &both {
        let place = |it: Operator| (level(one, it), level(other, it), it.fixity());
        let same = |group: &&mut Vec<Operator>| place(group[0]) == place(operator);
        match alike.iter_mut().find(same) {
            Some(group) => group.push(operator),
            None => alike.push(vec![operator]),
        }
    }
    let texts = |language: &'static Language, group: &[Operator]| {
        let spellings = group
            .iter()
            .filter_map(|&it| language.ladder().spelling(it));
        let texts: Vec<String> = spellings.map(shown).collect();
        // What stands between operands too is told apart.
        let prefix = group.iter().all(|it| it.fixity() == Fixity::Prefix);
        let ladder = language.ladder();
        let mut both = texts
            .iter()
            .filter(|text| ladder.spelled(text, Position::Infix).is_some());
        let what = match prefix && both.next().is_some() {
            true => "the prefix ",
            false => "",
        };
        format!("{what}`{}`", texts.join(" "))
    };
    let mut found = Vec::new();
    for (place, a) in alike.iter().enumerate() {
        for b in &alike[place + 1..] {
            let order = |language| level(language, a[0]).cmp(&level(language, b[0]));
            let say = |language: &'static Language| {
                let (a, b) = (texts(language, a), texts(language, b));
                let title = language.title();
                match order(language) {
                    Ordering::Less => format!("{title} binds {b} tighter than {a}"),
                    Ordering::Equal => format!("{title} binds {a} and {b} alike"),
                    Ordering::Greater => format!("{title} binds {a} tighter than {b}"),
                }
            };
            if order(one) != order(other) {
                found.push(format!("{}, {}", say(one), say(other)));
            }
        }
    }
    // How operators group among their like.
    let way = |language, operator| match rung(language, operator).map(|it| it.kind) {
        Some(Kind::Left) => Some("to the left"),
        Some(Kind::Right) => Some("to the right"),
        Some(Kind::Chain) => Some("into chains"),
        Some(Kind::None) => Some("not at all"),
        _ => None,
    };
    for group in &alike {
        let (Some(first), Some(second)) = (way(one, group[0]), way(other, group[0])) else {
            continue;
        };
        if first != second {
            found.push(format!(
                "{} groups {} {first}, {} {second}",
                one.title(),
                texts(one, group),
                other.title()
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_of_every_ladder_has_an_example() {
        for language in Language::all() {
            let table = of(language).expect("a short table");
            let lacking = table.levels.iter().filter(|row| row.examples.is_empty());
            let lacking: Vec<_> = lacking.map(Row::operators).collect();
            assert!(lacking.is_empty(), "{}: {lacking:?}", language.name);
            for row in &table.levels {
                for example in &row.examples {
                    let refused = example.grouping.is_none();
                    let allowed = row.kinds.iter().any(|(kind, _)| *kind == "none");
                    assert!(
                        !refused || allowed || !language.ladder().rejected().is_empty(),
                        "{}: {}",
                        language.name,
                        example.text
                    );
                }
            }
        }
    }

    #[test]
    fn two_ladders_stand_side_by_side() {
        let table = |name| of(Language::named(name).expect("a language")).expect("a short table");
        let text = side_by_side(&table("c"), &table("python"));
        assert!(
            text.contains(
                "C binds `!= ==` tighter than `&`, Python binds `&` tighter than `!= ==`"
            ),
            "{text}"
        );
    }
}
