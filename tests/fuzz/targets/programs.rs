//! Whole programs under tight limits: each ends soon, as it does when somebody watches, and the
//! session lives on.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pemdas::code::Code;
use pemdas::eval::Observer;
use pemdas::limits::Stop;
use pemdas::session::Text;
use pemdas::{Console, Quiet, Reply, Session, Value, repr};
use pemdas_fuzz::{check, guard, text};

/// Instructions that a program may do. It ends many endless programs sooner than the watchdog.
const STEPS: usize = 20_000;

fuzz_target!(|data: &[u8]| {
    let text = text(data);
    let watched = outcome(&text, |session, paper| {
        let stop = session.limits().stop.clone();
        let mut steps = Steps { stop, left: STEPS };
        let reply = session.run_watched(&Text::new(&text), paper, &mut steps);
        (reply, steps.left > 0)
    });
    // What ended by itself ends so when nobody watches, and by the same answer.
    if watched.is_some() {
        let unwatched = outcome(&text, |session, paper| (session.run(&text, paper), true));
        assert!(
            unwatched.is_none() || watched == unwatched,
            "{watched:?}, not {unwatched:?}"
        );
    }
});

/// What a fresh session tells of a program; none if the program did not come to its end.
fn outcome(
    text: &str,
    run: impl FnOnce(&mut Session, &mut Paper) -> (Reply, bool),
) -> Option<String> {
    let mut session = Session::new();
    *session.limits() = guard::limits();
    let mut paper = Paper::default();
    let run = guard::guarded(|| {
        let (reply, ended) = run(&mut session, &mut paper);
        let _limits = guard::limits().enter();
        check::reply(&reply, text);
        ended.then(|| told(&reply))
    });
    // Whatever became of it, the session still answers.
    let after = guard::guarded(|| session.run("40+2", &mut Paper::default()));
    let answer = after
        .result
        .value
        .map(|value| repr(&value).expect("it is short"));
    assert_eq!(answer.as_deref(), Some("42"), "the session is dead");
    guard::guarded(move || drop(session));
    let told = run.result.filter(|_| !run.by_force)?;
    Some(without_addresses(&format!("{}{told}", paper.quiet.output)))
}

/// What a reply says.
fn told(reply: &Reply) -> String {
    let value = reply.value.as_ref().map(|value| match repr(value) {
        Ok(text) => text,
        Err(raise) => raise.class().name().to_string(),
    });
    let problem = reply.problems.first();
    let problem = problem.map(|p| format!("{}: {}", p.class.name(), p.message));
    format!("{value:?} {problem:?}")
}

/// A text but for the places of objects in memory, which differ from one run to the next.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut rest = parts.next().unwrap_or_default().to_string();
    for part in parts {
        rest.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    rest
}

/// Stops a program after so many instructions.
struct Steps {
    stop: Stop,
    left: usize,
}

impl Observer for Steps {
    const ACTIVE: bool = true;

    fn done(&mut self, _code: &Code, _instruction: usize, _registers: &[Value]) {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            self.stop.time_is_over();
        }
    }
}

/// Keeps a little of what is printed, and has three lines to read.
#[derive(Default)]
struct Paper {
    quiet: Quiet,
    read: usize,
}

impl Console for Paper {
    fn write(&mut self, text: &str) -> std::io::Result<()> {
        if self.quiet.output.len() + text.len() <= 1 << 16 {
            self.quiet.write(text)?;
        }
        Ok(())
    }

    fn read_line(&mut self, prompt: &str) -> std::io::Result<Option<String>> {
        self.write(prompt)?;
        let lines = ["7", "", "a b\u{e9}"];
        self.read += 1;
        Ok(lines.get(self.read - 1).map(|line| line.to_string()))
    }
}
