//! `pemdas run FILE`: a script, as a whole.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};

use super::arguments::{Given, Wrong};
use super::exit::{Exit, Next};
use super::runner::{self, Ask, Task};
use super::setup::Setup;
use super::utf8;
use crate::report::Look;
use crate::session::Session;
use crate::syntax::Origin;

/// The word that means standard input, and what errors call that.
const STDIN: (&str, &str) = ("-", "<stdin>");

/// Runs the script that the words name.
pub fn run(given: &Given, setup: &Setup) -> Result<Exit, Wrong> {
    let Some(file) = given.words.first() else {
        return Err(Wrong {
            what: "`pemdas run` needs a file".to_string(),
            help: vec!["for example: pemdas run script.py".to_string()],
        });
    };
    let mut session = setup.session_for_script();
    session.set_arguments(&texts(&given.words)?);
    let mut input = setup.answers();
    // A long run shows how far it got.
    setup.output.keep_moving();
    match load(file, &mut session, &mut *input, setup, setup.look())? {
        Next::Go(exit) | Next::End(exit) => Ok(exit),
        Next::More | Next::Leave => Ok(Exit::Success),
    }
}

/// The words as text, which is all that a script can hold.
fn texts(words: &[OsString]) -> Result<Vec<String>, Wrong> {
    let text = |word: &OsString| {
        word.to_str().map(str::to_string).ok_or_else(|| Wrong {
            what: format!("`{}` is not UTF-8", word.to_string_lossy()),
            help: vec![],
        })
    };
    words.iter().map(text).collect()
}

/// Runs a file in a session.
pub fn load(
    file: &OsStr,
    session: &mut Session,
    input: &mut dyn Ask,
    setup: &Setup,
    look: &Look,
) -> Result<Next, Wrong> {
    let bytes = read(file, setup)?;
    let name = match file == STDIN.0 {
        true => STDIN.1.into(),
        false => file.to_string_lossy(),
    };
    let task = Task {
        setup,
        origin: Origin::new(&name, 1),
        look,
        shows: false,
        remember: false,
        more: false,
        before: None,
    };
    Ok(match utf8::decode(without_mark(&bytes)) {
        Ok(source) => runner::run(session, source, input, &task),
        Err(wrong) => Next::Go(runner::report(&[wrong.problem()], &wrong.text, &task)),
    })
}

/// The text without the byte order mark that some editors put in front of it.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// All of a file, or of standard input.
fn read(file: &OsStr, setup: &Setup) -> Result<Vec<u8>, Wrong> {
    let wrong = |what: &str| Wrong {
        what: format!("can't read `{}`: {what}", file.to_string_lossy()),
        help: vec![],
    };
    let opened = match file == STDIN.0 {
        true => Ok(Box::new(setup.waiting()) as Box<dyn Read>),
        false => File::open(file).map(|file| Box::new(file) as Box<dyn Read>),
    };
    // One byte more shows that there are too many.
    let room = setup.limits.source as u64 + 1;
    let mut bytes = Vec::new();
    let read = opened.and_then(|reader| reader.take(room).read_to_end(&mut bytes));
    match read {
        Err(error) => Err(wrong(words(&error))),
        Ok(_) if bytes.len() as u64 == room => Err(wrong("it is larger than the limit `source`")),
        Ok(_) => Ok(bytes),
    }
}

/// What the operating system says, without its number.
fn words(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file",
        io::ErrorKind::PermissionDenied => "permission denied",
        io::ErrorKind::IsADirectory => "it is a directory",
        _ => "reading failed",
    }
}
