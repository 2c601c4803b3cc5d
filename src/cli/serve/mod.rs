//! `pemdas serve`: requests and replies, one JSON object a line, for editors and launchers.
//!
//! Whatever comes in, one line goes out for it, in order: an answer, an error of the input, or a
//! `ProtocolError` where the line is no request. (Blank lines are skipped.) Replies go out as soon
//! as no further request is at hand.

mod reply;
mod request;
mod watchdog;

use std::io;
use std::mem::ManuallyDrop;

use self::reply::Writer;
use self::request::{Request, Want};
use self::watchdog::Watchdog;
use super::arguments::{Given, Wrong};
use super::exit::Exit;
use super::explain::{self, Asked, Ran, Refusal};
use super::runner::failed;
use super::setup::Setup;
use crate::console::Console;
use crate::error::MemoryError;
use crate::explain::recording::{Recorder, Recording};
use crate::limits::Limits;
use crate::report::Look;
use crate::session::{Reply, Session, Text};
use crate::value::{Raise, repr};

/// Answers requests until there are no more, or nobody reads the replies.
pub fn run(given: &Given, setup: &Setup) -> Result<Exit, Wrong> {
    if !given.words.is_empty() {
        return Err(Wrong {
            what: "`pemdas serve` takes its requests from standard input".to_string(),
            help: vec![],
        });
    }
    // JSON may write one character with six.
    let mut lines = setup.stdin(setup.limits.source.saturating_mul(6).max(1 << 20));
    let mut server = Server::new(
        ManuallyDrop::into_inner(setup.session()),
        setup.limits.clone(),
    );
    loop {
        let line = match lines.next() {
            Ok(Some(line)) => line,
            Ok(None) => return Ok(Exit::Success),
            Err(error) => {
                setup.complain(&format!("pemdas: standard input: {error}\n"));
                return Ok(Exit::Failure);
            }
        };
        let reply = if line.cut {
            server.refuse("the line is too long")
        } else {
            server.answer(line.bytes)
        };
        if reply.is_empty() {
            continue;
        }
        if setup.output.write_line(reply).is_err() {
            return Ok(Exit::Failure);
        }
        setup.output.keep_moving();
    }
}

/// A session behind the protocol: a line in, a line out.
pub struct Server {
    session: Session,
    limits: Limits,
    watchdog: Option<Watchdog>,
    printed: Printed,
    writer: Writer,
}

impl Server {
    /// A server for this session, which runs under these limits.
    pub fn new(session: Session, limits: Limits) -> Server {
        Server {
            session,
            printed: Printed {
                text: String::new(),
                stdin: String::new(),
                read: 0,
                room: usize::try_from(limits.bytes).unwrap_or(usize::MAX),
                failure: None,
            },
            limits,
            watchdog: None,
            writer: Writer::default(),
        }
    }

    /// The reply to one line; empty for a blank one.
    pub fn answer(&mut self, line: &[u8]) -> &str {
        let line = match std::str::from_utf8(line) {
            Ok(line) => line,
            Err(error) => {
                let at = error.valid_up_to();
                return self.refuse(&format!("the line is not UTF-8: byte {at} is wrong"));
            }
        };
        if line.trim_ascii().is_empty() {
            return "";
        }
        match request::read(line) {
            Ok(request) => self.run(&request),
            Err(refusal) => self.writer.protocol_error(refusal.id, &refusal.message),
        }
    }

    /// The reply to a line that can't be read.
    fn refuse(&mut self, message: &str) -> &str {
        self.writer.protocol_error("null", message)
    }

    /// Runs the input, watched where what is wanted tells how it ran.
    fn evaluate(&mut self, request: &Request) -> (Reply, Recording) {
        let runs = |want: &Want| matches!(want, Want::Explanation { row, .. } if row.runs);
        if !request.want.iter().any(runs) {
            let reply = self.session.run(&request.input, &mut self.printed);
            return (reply, Recording::default());
        }
        // What is wrong with the options is told by who needs them.
        let recorder = explain::recorder(&request.input, &request.options);
        let mut recorder = recorder.unwrap_or_else(|_| Recorder::new(&request.input));
        let text = Text::new(&request.input);
        let reply = self
            .session
            .run_watched(&text, &mut self.printed, &mut recorder);
        (reply, recorder.finish())
    }

    fn run(&mut self, request: &Request) -> &str {
        if request.fresh {
            self.session.clear();
        }
        self.printed.text.clear();
        self.printed.stdin.clone_from(&request.stdin);
        self.printed.read = 0;
        self.limits.stop.clear();
        if let Some(limit) = request.limit {
            let stop = &self.limits.stop;
            let watchdog = self
                .watchdog
                .get_or_insert_with(|| Watchdog::new(stop.clone()));
            watchdog.watch(limit);
        }
        let (mut reply, mut recording) = self.evaluate(request);
        let value = {
            // Writing the answer belongs to computing it: the same limits hold.
            let _limits = self.limits.enter();
            let value = reply.value.as_ref();
            value.map(|value| (repr(value), value.type_name()))
        };
        let (value, failure) = match value {
            Some((Ok(text), name)) => (Some((text, name)), None),
            Some((Err(raise), _)) => (None, Some(raise)),
            None => (None, None),
        };
        if let Some(raise) = self.printed.failure.take().or(failure) {
            reply.problems = vec![failed(raise, &reply.problems, &request.input)];
        }
        if let (Some(watchdog), Some(_)) = (&self.watchdog, request.limit) {
            watchdog.rest();
        }
        self.limits.stop.clear();

        let look = Look::default();
        let writer = &mut self.writer;
        writer.begin(request.id);
        match reply.problems.first() {
            Some(problem) => writer.error("error", problem, &request.input),
            None => writer.value(value.as_ref().map(|(text, name)| (text.as_str(), *name))),
        }
        writer.text("output", &self.printed.text);
        self.printed.text.clear();
        for want in &request.want {
            let _limits = self.limits.enter();
            match want {
                Want::Errors => writer.errors(&reply.problems, &request.input),
                Want::Trace => writer.trace(reply.problems.first(), &request.input),
                &Want::Explanation { row, name, format } => {
                    let mut given = request.options.clone();
                    given.options.push(("format", format.to_string()));
                    let mut asked = Asked {
                        session: &mut self.session,
                        console: &mut self.printed,
                        given: &given,
                        source: &request.input,
                        words: &[&request.input],
                        before: None,
                        look: &look,
                        ran: Some(Ran { reply, recording }),
                    };
                    match row.explain(&mut asked) {
                        Ok(text) if format == "json" => writer.raw(name, &text),
                        Ok(text) => writer.text(name, &text),
                        Err(Refusal::Problems(..)) => writer.raw(name, "null"),
                        Err(Refusal::Wrong(wrong) | Refusal::Unexplained(wrong)) => {
                            writer.usage(name, &wrong);
                        }
                    }
                    (reply, recording) = match asked.ran.take() {
                        Some(ran) => (ran.reply, ran.recording),
                        None => Default::default(),
                    };
                }
            }
        }
        if self.printed.text.capacity() > 1 << 20 {
            self.printed.text = String::new();
        }
        self.writer.end()
    }
}

/// The console of a request: keeps what is printed, reads what the request brings along.
struct Printed {
    text: String,
    stdin: String,
    /// How much of that was read.
    read: usize,
    /// Bytes that it may keep.
    room: usize,
    /// What happened when they were not enough.
    failure: Option<Raise>,
}

impl Console for Printed {
    fn write(&mut self, text: &str) -> io::Result<()> {
        let wanted = self.text.len() + text.len();
        if wanted > self.room {
            let (asked, allowed) = (wanted as u64, self.room as u64);
            self.failure = Some(MemoryError::TooLarge { asked, allowed }.into());
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        self.text.push_str(text);
        Ok(())
    }

    fn read_line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        self.write(prompt)?;
        let rest = &self.stdin[self.read..];
        if rest.is_empty() {
            return Ok(None);
        }
        let end = memchr::memchr(b'\n', rest.as_bytes());
        let line = &rest[..end.unwrap_or(rest.len())];
        self.read += end.map_or(rest.len(), |end| end + 1);
        Ok(Some(line.strip_suffix('\r').unwrap_or(line).to_string()))
    }

    fn entropy(&mut self) -> [u32; 8] {
        crate::cli::entropy::entropy()
    }
}
