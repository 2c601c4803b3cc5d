use super::*;
use crate::Session;

fn compared(line: &str, from: Option<&str>, languages: &str) -> Comparison {
    let language = |name: &str| Language::named(name).expect("a language");
    let languages: Vec<&'static Language> = match languages {
        "" => Language::all().iter().collect(),
        names => names.split(' ').map(language).collect(),
    };
    let from = from.map(language);
    of(line, from, &languages, &mut Session::new()).expect("a small line")
}

/// Each line: a language to read it from or `-`, the line, another language, and what it makes of
/// it: the text, the grouping, the answer and what parts it from Python, or its refusal.
#[test]
fn languages_are_compared() {
    let mut wrong = Vec::new();
    for case in include_str!("tests.txt").lines() {
        let columns: Vec<&str> = case.split(" ¦ ").map(str::trim).collect();
        let [from, line, language, wanted] = columns[..] else {
            continue;
        };
        let (from, first) = match from {
            "-" => (None, "python"),
            from => (Some(from), from),
        };
        let found = compared(line, from, &format!("{first} {language}"));
        let groups = found.groups();
        let shown = match &found.rows[1].reading {
            Err(reason) => reason.clone(),
            Ok(reading) => {
                let answer = match &reading.answer {
                    Answer::Value(text) => format!("= {text}"),
                    Answer::Failure(reason) => format!("fails: {reason}"),
                    Answer::Unknown(_) => "?".to_string(),
                };
                let parting = groups.last().and_then(|group| group.parting.clone());
                let parting = parting.map_or(String::new(), |parting| format!("; {parting}"));
                format!("{}; {} {answer}{parting}", reading.text, reading.grouping)
            }
        };
        if shown != wanted {
            let from = from.unwrap_or("-");
            wrong.push(format!("{from} ¦ {line} ¦ {language} ¦ {shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
