//! `serve`'s protocol: for each line that is not blank one line of JSON, and then still an answer.
//!
//! A text is lines of the protocol; after a byte [`ASKED`] the bytes say what is wanted, and the
//! rest is the input of one well-formed request.

#![no_main]

use std::cell::RefCell;
use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use pemdas::Session;
use pemdas::cli::Server;
use pemdas_fuzz::{guard, text};
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// The byte before a request that is put in form. No UTF-8 text begins with it.
const ASKED: u8 = 0xf9;

thread_local! {
    // One for all: a server's watchdog is a thread that stays.
    static SERVER: RefCell<Server> = RefCell::new(server());
}

fn server() -> Server {
    let mut session = Session::new();
    *session.limits() = guard::limits();
    Server::new(session, guard::limits())
}

fuzz_target!(|data: &[u8]| {
    SERVER.with_borrow_mut(|server| {
        match data {
            [ASKED, wants, rest @ ..] => ask(server, *wants, &text(rest)),
            _ => {
                for line in data.split(|&byte| byte == b'\n') {
                    answer(server, line);
                }
            }
        }
        let last = answer(server, br#"{"id": [1], "input": "40+2", "fresh": true}"#);
        let wanted = r#"{"id": [1], "value": "42", "type": "int", "output": ""}"#;
        assert_eq!(last, wanted, "the session is dead");
    });
});

/// Sends a well-formed request, and looks at what its reply tells.
fn ask(server: &mut Server, wants: u8, input: &str) {
    let mut want = vec![];
    for (bit, name) in ["tree", "tree-json", "errors"].iter().enumerate() {
        if wants >> bit & 1 == 1 {
            want.push(*name);
        }
    }
    let mut request = json!({"id": wants, "input": input, "want": want});
    if wants & 8 != 0 {
        request["limit_ms"] = json!(wants >> 4);
    }
    let line = request.to_string();
    let reply = answer(server, line.as_bytes());
    let reply: Value = serde_json::from_str(&reply).expect("our id is simple");
    assert_eq!(reply["id"], json!(wants));
    assert!(reply["output"].is_string());
    for name in want {
        assert!(reply.get(name).is_some(), "{name} is missing");
    }
    match reply.get("error") {
        None => assert_eq!(reply["value"].is_null(), reply["type"].is_null()),
        Some(error) => {
            assert_ne!(error["type"], "ProtocolError");
            place(error, input);
        }
    }
    for error in reply["errors"].as_array().unwrap_or(&vec![]) {
        place(error, input);
        assert!(error["help"].is_array());
    }
}

/// An error lies within the input.
fn place(error: &Value, input: &str) {
    let number = |name: &str| error[name].as_u64().expect("a number");
    let length = input.chars().count() as u64;
    assert!(number("start") <= number("end") && number("end") <= length);
}

/// The reply to one line, checked: one line, an object. The parts stay as they are written, for an
/// id may be a number that no machine has room for.
fn answer(server: &mut Server, line: &[u8]) -> String {
    let reply = guard::guarded(|| server.answer(line).to_string()).result;
    if reply.is_empty() {
        assert!(line.trim_ascii().is_empty(), "no reply");
        return reply;
    }
    assert!(!reply.contains(['\n', '\r']), "more than one line: {reply}");
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(&reply).expect(&reply);
    assert!(fields.contains_key("id"), "{reply}");
    assert!(
        fields.contains_key("error") != fields.contains_key("value"),
        "{reply}"
    );
    reply
}
