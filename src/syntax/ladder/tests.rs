use super::*;

const HEAD: &str = "language x\nsource y\n";

fn error(line: &str) -> String {
    let text = format!("{HEAD}{line}");
    Ladder::read(&text).unwrap_err().to_string()
}

#[test]
fn the_order_of_the_lines_is_the_precedence() {
    let ladder = Ladder::read(include_str!("../../../grammar/python.prec")).expect("it is right");
    let level = |operator| ladder.rung(operator).map(|rung| rung.level);
    assert!(level(Operator::Add) < level(Operator::Mul));
    assert!(level(Operator::Neg) < level(Operator::Pow));
    assert_eq!(level(Operator::Lt), level(Operator::NotIn));
}

#[test]
fn a_level_may_mix_kinds_and_spell_an_operation_twice() {
    let text = format!(
        "{HEAD}prefix not\nternary ?:\nchain == ; none <>:ne !=\nleft * ×:mul ; juxtapose mul\n\
         prefix !:not -\nright **\nreject ** -"
    );
    let ladder = Ladder::read(&text).expect("it is right");
    let kinds: Vec<(&str, Kind)> = ladder
        .levels()
        .nth(2)
        .expect("a third level")
        .iter()
        .map(|spelling| (spelling.text.as_str(), spelling.rung.kind))
        .collect();
    let wanted = [("==", Kind::Chain), ("<>", Kind::None), ("!=", Kind::None)];
    assert_eq!(kinds, wanted);
    let written = |operator| ladder.spelling(operator).map(|it| it.text.as_str());
    assert_eq!(written(Operator::Mul), Some("*"));
    assert_eq!(written(Operator::Ne), Some("<>"));
    assert_eq!(written(Operator::Not), Some("!"), "the tightest");
    let juxtaposed = ladder.juxtaposed().map(|it| it.rung.operator);
    assert_eq!(juxtaposed, Some(Operator::Mul));
    let rung = |operator| ladder.rung(operator).expect("it has one");
    let rejects = |outer, inner, place| ladder.rejects(rung(outer), rung(inner), place);
    assert!(rejects(Operator::Pow, Operator::Neg, Place::Left));
    assert!(!rejects(Operator::Pow, Operator::Neg, Place::Right));
    assert!(!rejects(Operator::Mul, Operator::Neg, Place::Left));
}

#[test]
fn settings_have_words() {
    let text = format!("{HEAD}numbers 0x _\nsigil $");
    let ladder = Ladder::read(&text).expect("it is right");
    assert!(ladder.says("numbers", "_") && !ladder.says("numbers", "0b"));
    assert_eq!(ladder.setting("sigil"), Some("$"));
    assert_eq!(ladder.setting("integers"), None);
}

#[test]
fn a_wrong_line_is_named() {
    let cases = [
        ("left + +", "`+` stands twice in the same position"),
        ("left + ; none +", "`+` stands twice in the same position"),
        ("left +:plus", "`plus` stands for no operation"),
        ("postfix +:add", "`add` stands for no operation"),
        (
            "sideways +",
            "`sideways` is neither a kind of level nor a setting",
        ),
        ("left + ; sideways -", "`sideways` is no kind of level"),
        ("left", "a level without operators"),
        ("ternary ? !", "a ternary is `if else` or `?:`"),
        (
            "reject +",
            "`reject` takes two operators, the outer one and the inner one",
        ),
        ("reject + -", "`+` stands on no level"),
        ("sigil", "`sigil` needs a word"),
        (
            "sigil $\nsigil @",
            "`sigil` stands twice in the same position",
        ),
        (
            "integers small",
            "`integers` can't be `small`; it is one of: exact, int32, int64, double, decimal, fraction, constant",
        ),
    ];
    for (line, message) in cases {
        let number = 2 + line.lines().count();
        assert_eq!(error(line), format!("line {number}: {message}"));
    }
    let missing = Ladder::read("language x\n").unwrap_err().to_string();
    assert_eq!(missing, "line 2: `source` is missing");
}

#[test]
fn a_ladder_has_an_end() {
    let levels: String = (0..300)
        .map(|level| format!("left a{level}:add\n"))
        .collect();
    assert_eq!(
        error(&levels),
        "line 258: more levels than a ladder can have"
    );
}

#[test]
fn every_setting_is_described() {
    let readme = include_str!("../../../grammar/README.md");
    for setting in SETTINGS.iter().chain(arithmetic::SETTINGS) {
        let row = format!("| `{}` |", setting.key);
        let row = readme.lines().find(|line| line.starts_with(&row));
        let row = row.unwrap_or_else(|| panic!("{} is missing", setting.key));
        if let Words::One(words) | Words::Some(words) = setting.words {
            for word in words {
                assert!(
                    row.contains(&format!("`{word}`")),
                    "{}: {word}",
                    setting.key
                );
            }
        }
    }
}
