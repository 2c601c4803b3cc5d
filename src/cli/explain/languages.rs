//! Other languages: a line in many of them, a line written in another one, and their ladders.

use super::{Asked, Explanation, FORMAT, Refusal, Takes};
use crate::cli::arguments::{Opt, Wrong};
use crate::dialect::{self, Language, Line, UnknownLanguage, Unwritten};
use crate::explain::compare::{self, Style};
use crate::explain::{ladder, translate, tree};
use crate::session::Problem;
use crate::syntax::Span;
use crate::value::Type;

/// The option that says how a line is spelled.
pub const FROM: Opt = Opt {
    short: None,
    long: "from",
    value: Some("LANGUAGE"),
    doc: "read the line as this language spells it",
};

/// `pemdas compare`, `:compare`.
pub const COMPARE: Explanation = Explanation {
    name: "compare",
    usage: "[--languages NAME,...] [--from LANGUAGE] [--ascii] [--format FORMAT] EXPR...",
    doc: "Show how other languages group an expression, what they answer, and which operators decide it; FORMAT is text or json.",
    example: "-2**2",
    options: &[
        Opt {
            short: None,
            long: "languages",
            value: Some("NAME,..."),
            doc: "only these languages, with commas between them (`pemdas ladder` lists them)",
        },
        FROM,
        Opt {
            short: None,
            long: "ascii",
            value: None,
            doc: "draw with ASCII characters only",
        },
        FORMAT,
    ],
    takes: Takes::Lines,
    runs: false,
    explain: explain_compare,
};

/// `pemdas translate`, `:translate`.
pub const TRANSLATE: Explanation = Explanation {
    name: "translate",
    usage: "--to LANGUAGE [--from LANGUAGE] [--format FORMAT] EXPR...",
    doc: "Write an expression in another language with the fewest parentheses that keep its meaning there; FORMAT is text or json.",
    example: "--to c 'not (a & b) == c'",
    options: &[
        Opt {
            short: None,
            long: "to",
            value: Some("LANGUAGE"),
            doc: "the language to write it in (`pemdas ladder` lists them)",
        },
        FROM,
        FORMAT,
    ],
    takes: Takes::Lines,
    runs: false,
    explain: explain_translate,
};

/// `pemdas ladder`, `:ladder`.
pub const LADDER: Explanation = Explanation {
    name: "ladder",
    usage: "[--format FORMAT] [LANGUAGE [LANGUAGE]]",
    doc: "Show how tightly a language's operators bind, with examples, or two languages side by side; without a name, list them all. FORMAT is text or json.",
    example: "c",
    options: &[
        Opt {
            short: None,
            long: "language",
            value: Some("NAME,..."),
            doc: "these languages, where they are not the words behind the options",
        },
        FORMAT,
    ],
    takes: Takes::Words,
    runs: false,
    explain: explain_ladder,
};

/// The language of a name.
fn language(name: &str) -> Result<&'static Language, Wrong> {
    Language::named(name).map_err(|UnknownLanguage { name, nearest }| {
        let names: Vec<&str> = Language::all().iter().map(|it| it.name).collect();
        let mut help = vec![format!("there are {}", names.join(" "))];
        if let Some(near) = nearest {
            help.insert(0, format!("did you mean `{near}`?"));
        }
        Wrong {
            what: format!("no language is called `{name}`"),
            help,
        }
    })
}

/// The language that `--from` names.
///
/// # Errors
/// A name that is no language's.
pub fn from(asked: &Asked) -> Result<Option<&'static Language>, Wrong> {
    asked.given.values("from").last().map(language).transpose()
}

/// Reads the line in a language.
///
/// # Errors
/// What the language refuses, drawn at its place.
pub fn read(language: &'static Language, source: &str) -> Result<Line, Refusal> {
    dialect::read(language, source).map_err(|refusal| refused(refusal, source))
}

fn refused(refusal: dialect::Refusal, source: &str) -> Refusal {
    let problem = Problem::new(Type::SyntaxError, refusal.reason, refusal.span);
    Refusal::Problems(vec![problem], source.to_string())
}

fn explain_compare(asked: &mut Asked) -> Result<String, Refusal> {
    let json = asked.wants_json()?;
    let from = from(asked)?;
    let mut languages = Vec::new();
    for name in asked.given.values("languages").flat_map(|it| it.split(',')) {
        let language = language(name.trim())?;
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    if languages.is_empty() {
        languages = Language::all().iter().collect();
        // Who is read from comes first: the others are told apart from it.
        if let Some(from) = from {
            languages.retain(|&language| language != from);
            languages.insert(0, from);
        }
    }
    let source = asked.source;
    if source.len() > compare::LONGEST {
        let (bytes, most) = (source.len(), compare::LONGEST);
        let what = format!("a line of {bytes} bytes is too long to be compared; {most} may be");
        return Err(Wrong { what, help: vec![] }.into());
    }
    let trimmed = source.trim_end();
    if trimmed.contains(['\n', '\r']) {
        let lines = trimmed.lines().count();
        let reason = format!("an expression on one line is compared; these are {lines} lines");
        let span = Span::new(0, trimmed.len());
        return Err(refused(dialect::Refusal { span, reason }, source));
    }
    if let Some(from) = from {
        read(from, source)?;
    }
    let found = compare::of(source, from, &languages, asked.session)
        .map_err(|raise| Refusal::of_limit(raise, source))?;
    // What not even Python can read is better told at its place.
    if found.is_refused()
        && languages.contains(&Language::python())
        && let Err(mistakes) = tree::of(source)
    {
        return Err(Refusal::of_mistakes(&mistakes, source));
    }
    if json {
        return Ok(found.json().to_string());
    }
    let style = Style {
        ascii: asked.given.has("ascii"),
        width: asked.look.width,
    };
    let drawn = found.draw(style);
    drawn.map_err(|raise| Refusal::of_limit(raise, source))
}

fn explain_translate(asked: &mut Asked) -> Result<String, Refusal> {
    let json = asked.wants_json()?;
    let from = from(asked)?.unwrap_or(Language::python());
    let Some(to) = asked.given.values("to").last() else {
        return Err(Refusal::Wrong(Wrong {
            what: "`translate` needs a language to write the line in".to_string(),
            help: vec![format!("for example: translate {}", TRANSLATE.example)],
        }));
    };
    let to = language(to)?;
    let source = asked.source;
    let line = read(from, source)?;
    let found = translate::of(&line, to).map_err(|unwritten| match unwritten {
        Unwritten::NoEquivalent(refusal) => {
            let problem = Problem::new(Type::ValueError, refusal.reason, refusal.span);
            Refusal::Problems(vec![problem], source.to_string())
        }
        Unwritten::Limit(raise) => Refusal::of_limit(raise, source),
    })?;
    Ok(match json {
        true => found.json().to_string(),
        false => found.text(),
    })
}

fn explain_ladder(asked: &mut Asked) -> Result<String, Refusal> {
    let json = asked.wants_json()?;
    // Where the option names them, the words are a line that is meant for something else.
    let named: Vec<&str> = asked.given.values("language").collect();
    let words = match named.is_empty() {
        true => vec![asked.source],
        false => named,
    };
    let names: Vec<&str> = words
        .into_iter()
        .flat_map(|words| words.split([' ', ',']))
        .filter(|it| !it.is_empty())
        .collect();
    let mut tables = Vec::new();
    for name in &names {
        let table = ladder::of(language(name)?);
        tables.push(table.map_err(|raise| Refusal::of_limit(raise, asked.source))?);
    }
    if json {
        let named = tables
            .iter()
            .map(|table| (table.language.name.to_string(), table.json()));
        let object: serde_json::Map<String, serde_json::Value> = named.collect();
        return Ok(match &names[..] {
            [] => ladder::list_json().to_string(),
            _ => serde_json::Value::Object(object).to_string(),
        });
    }
    match &tables[..] {
        [] => Ok(ladder::list()),
        [table] => Ok(table.draw()),
        [one, other] => Ok(ladder::side_by_side(one, other)),
        _ => Err(Refusal::Wrong(Wrong {
            what: "`ladder` shows one language, or two side by side".to_string(),
            help: vec!["for example: ladder c python".to_string()],
        })),
    }
}
