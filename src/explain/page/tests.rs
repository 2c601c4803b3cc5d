use super::*;
use crate::explain::tree;

fn lesson<'s>(read: &'s Read<'s>) -> Lesson<'s> {
    let after = "</script><script>alert(1)</script>";
    Lesson {
        read,
        answer: Answer::Value("'<b>'".to_string()),
        printed: "<i>".to_string(),
        left_out: 0,
        steps: vec![Step {
            before: "é + 😀2".to_string(),
            start: 4,
            end: 6,
            rule: "a rule with {{data}} & <i>".to_string(),
            after: after.to_string(),
            inside: Vec::new(),
            node: None,
            done: Vec::new(),
        }],
        parentheses: Some(Parentheses {
            full: "a < b".to_string(),
            fewest: "a".to_string(),
            pairs: vec![Pair {
                text: "(a)".to_string(),
                verdict: "needed",
                reason: String::new(),
            }],
        }),
        languages: vec![Group {
            languages: vec!["c".to_string()],
            told: Err("no <=>".to_string()),
            difference: String::new(),
        }],
    }
}

#[test]
fn nothing_of_the_users_is_taken_for_markup() {
    let read = tree::of("'</script><b>' + '{{data}}'").unwrap();
    let html = page(&lesson(&read)).unwrap();
    // The end of the data and the end of the script.
    assert_eq!(html.matches("</script>").count(), 2);
    assert_eq!(html.matches("<script").count(), 2);
    for never in ["<b>", "alert(1)</script>", "<i>", "no <"] {
        assert!(!html.contains(never), "{never}");
    }
    assert!(html.contains("a rule with {{data}} &amp; &lt;i&gt;"));
    assert!(html.contains("é + <mark>😀2</mark></code>"));
}

#[test]
fn nothing_is_there_unseen() {
    let read = tree::of("'a\u{202e}b\u{9b}' + '\u{200d}\u{a0}漢'").unwrap();
    let mut lesson = lesson(&read);
    lesson.steps[0].before = "\u{7f}\u{2028} + 2".to_string();
    let html = page(&lesson).unwrap();
    assert!(!html.contains(['\u{202e}', '\u{9b}', '\u{7f}', '\u{2028}']));
    assert!(html.contains("a\u{fffd}b\u{fffd}") && html.contains("\u{200d}\u{a0}漢"));
}

#[test]
fn nothing_is_loaded() {
    let read = tree::of("1 + 2").unwrap();
    let html = page(&lesson(&read)).unwrap();
    let html = html.replace("http://www.w3.org/2000/svg", "");
    for never in [
        "http:", "https:", "src=", "url(", "@import", "<link", "style=", "onclick",
    ] {
        assert!(!html.contains(never), "{never}");
    }
}

#[test]
fn the_data_is_the_steps() {
    let read = tree::of("1 + 2").unwrap();
    let html = page(&lesson(&read)).unwrap();
    let (_, rest) = html.split_once("id=\"data\">").unwrap();
    let (data, _) = rest.split_once("</script>").unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(
        data["steps"][0]["after"],
        "</script><script>alert(1)</script>"
    );
    assert_eq!(data["steps"][0]["start"], 4);
}

#[test]
fn every_place_of_the_template_is_filled() {
    let read = tree::of("1 + 2").unwrap();
    let html = page(&lesson(&read)).unwrap();
    assert_eq!(html.matches("{{").count(), html.matches("{{data}}").count());
}
