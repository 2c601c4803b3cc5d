//! The façade: text in, reply out. No terminal, no clock, no file.
//!
//! A [`Session`] remembers variables from one input to the next. Whoever owns it hands in a
//! [`Console`], where printing goes and input comes from.

mod advice;
mod problem;
mod reading;
mod scene;
mod suggestion;
mod trace;

use std::rc::Rc;

use crate::code::Code;
use crate::console::Console;
use crate::eval::{Globals, Input, Machine, Memory, Observer, Refused, Unwatched, compile};
use crate::limits::Limits;
use crate::syntax::{Ladder, Origin, Tree, parse, parse_into};
use crate::value::{Value, cycle};

use scene::Scene;

pub use problem::{Earlier, Link, Problem};
pub use trace::Call;

/// Variables, and the limits under which inputs run.
///
/// ```
/// use pemdas::{Quiet, Session, repr};
///
/// let mut session = Session::new();
/// let mut console = Quiet::default();
/// session.run("x = 2**3", &mut console);
/// let reply = session.run("1 + x / 4 * 5", &mut console);
/// assert_eq!(reply.value.map(|value| repr(&value).unwrap()), Some("11.0".to_string()));
/// ```
///
/// Errors come with their place, and everything is kept:
///
/// ```
/// use pemdas::{Quiet, Session};
///
/// let mut session = Session::new();
/// let reply = session.run("1 / 0", &mut Quiet::default());
/// let problem = &reply.problems[0];
/// assert_eq!(problem.class.name(), "ZeroDivisionError");
/// assert_eq!(problem.message, "division by zero");
/// assert_eq!((problem.span.start, problem.span.end), (0, 5));
/// ```
pub struct Session {
    limits: Limits,
    globals: Globals,
    // Memory that each input uses anew.
    tree: Tree,
    code: Option<Rc<Code>>,
    memory: Memory,
}

/// A text to run.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    pub source: &'a str,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether the console is told the value of each expression statement: not in a script.
    pub shows: bool,
}

impl<'a> Text<'a> {
    /// A text without a name, whose values are shown.
    pub fn new(source: &'a str) -> Text<'a> {
        Text {
            source,
            origin: Origin::default(),
            shows: true,
        }
    }
}

/// What became of one input.
#[derive(Debug, Default)]
pub struct Reply {
    /// The value of the last expression statement, if there was one.
    pub value: Option<Value>,
    /// What went wrong: one runtime error, or all syntax errors of the input, in order.
    pub problems: Vec<Problem>,
    /// Whether nothing ran because the text stops too early: with more lines it may be right
    /// ([`Completeness::Unfinished`]).
    pub unfinished: bool,
}

/// What an input is before it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// It can be run (it may still be wrong).
    Complete,
    /// It can be run, but its last statement has a block, so more lines may belong to it: deeper in
    /// the block, or an `else`. An empty line ends it in a shell, a line that is indented less and
    /// begins something new ends it anywhere.
    Open,
    /// More lines may make it right: an open bracket, an open triple quote, a backslash at the end,
    /// a colon without a block, a `try` without an `except`.
    Unfinished,
}

impl Session {
    /// A session without variables, with `math`'s names known without an import.
    pub fn new() -> Session {
        Session::of(Globals::new(true))
    }

    /// A session for a script, which finds only the names that Python would give it.
    pub fn for_script() -> Session {
        Session::of(Globals::new(false))
    }

    fn of(globals: Globals) -> Session {
        Session {
            limits: Limits::default(),
            globals,
            tree: Tree::default(),
            code: None,
            memory: Memory::default(),
        }
    }

    /// The limits, to read or to change; they hold from the next input on.
    pub fn limits(&mut self) -> &mut Limits {
        &mut self.limits
    }

    /// Runs the statements of `source`. The console is told the value of each expression
    /// statement.
    pub fn run(&mut self, source: &str, console: &mut dyn Console) -> Reply {
        self.run_text(&Text::new(source), console)
    }

    /// Runs a text of which more is known.
    pub fn run_text(&mut self, text: &Text, console: &mut dyn Console) -> Reply {
        self.run_watched(text, console, &mut Unwatched)
    }

    /// The same, with somebody watching.
    pub fn run_watched<O: Observer>(
        &mut self,
        text: &Text,
        console: &mut dyn Console,
        observer: &mut O,
    ) -> Reply {
        let _limits = self.limits.enter();
        if let Some(problem) = self.too_long(text.source) {
            return Reply {
                problems: vec![problem],
                ..Reply::default()
            };
        }
        let mut tree = std::mem::take(&mut self.tree);
        let reply = self.run_tree(&mut tree, text, console, observer);
        self.tree = tree;
        reply
    }

    fn run_tree<O: Observer>(
        &mut self,
        tree: &mut Tree,
        text: &Text,
        console: &mut dyn Console,
        observer: &mut O,
    ) -> Reply {
        let source = text.source;
        let refused = |problems| Reply {
            problems,
            ..Reply::default()
        };
        if let Err(wrong) = parse_into(tree, source, Ladder::pemdas()) {
            let (mistakes, unfinished) = *wrong;
            let problem = |mistake: &_| Problem::of_mistake(mistake, source);
            return Reply {
                unfinished,
                ..refused(mistakes.iter().map(problem).collect())
            };
        }
        let input = Input {
            tree,
            source,
            origin: &text.origin,
            shows: text.shows,
            watched: O::ACTIVE,
        };
        // Functions keep codes of their own, so the text's is normally free to be used again.
        let mut code = self.code.take().unwrap_or_default();
        if Rc::get_mut(&mut code).is_none() {
            code = Rc::default();
        }
        if let Some(code) = Rc::get_mut(&mut code)
            && let Err(wrong) = compile(&input, &mut self.globals, code)
        {
            return refused(match wrong {
                Refused::Mistakes(mistakes) => mistakes
                    .iter()
                    .map(|mistake| Problem::of_mistake(mistake, source))
                    .collect(),
                Refused::Raise(raise, span) => vec![Problem::of_limit(raise, span)],
                // Compiled with the longest jumps there are, nothing is too far.
                Refused::TooFar => vec![Problem::too_long(source.len(), self.limits.source)],
            });
        }
        let (memory, recursion) = (&mut self.memory, self.limits.recursion);
        let mut machine = Machine::new(&mut self.globals, console, observer, memory, recursion);
        let result = machine.run_text(&code);
        let value = machine.last.take();
        let reply = match result {
            Ok(()) => Reply {
                value,
                ..Reply::default()
            },
            Err(raise) => {
                let scene = Scene {
                    source,
                    origin: &text.origin,
                    tree,
                    code: &code,
                    globals: &self.globals,
                };
                let problem = Problem::of_raise(raise, &scene);
                Reply {
                    value,
                    problems: vec![problem],
                    ..Reply::default()
                }
            }
        };
        self.code = Some(code);
        reply
    }

    fn too_long(&self, source: &str) -> Option<Problem> {
        let allowed = self.limits.source;
        (source.len() > allowed).then(|| Problem::too_long(source.len(), allowed))
    }

    /// Whether `source` is finished, so that the shell knows when to run it. Empty lines at its end
    /// make no difference.
    ///
    /// ```
    /// use pemdas::{Completeness, Session};
    ///
    /// let session = Session::new();
    /// assert_eq!(session.completeness("if x:"), Completeness::Unfinished);
    /// assert_eq!(session.completeness("if x:\n    y = 1"), Completeness::Open);
    /// assert_eq!(session.completeness("if x:\n    y = 1\nz = 2"), Completeness::Complete);
    /// ```
    pub fn completeness(&self, source: &str) -> Completeness {
        let _limits = self.limits.enter();
        if source.len() > self.limits.source {
            return Completeness::Complete;
        }
        let parsed = parse(source);
        match (parsed.unfinished, parsed.open) {
            (true, _) => Completeness::Unfinished,
            (false, true) => Completeness::Open,
            (false, false) => Completeness::Complete,
        }
    }

    /// The variables, in the order they came.
    pub fn variables(&self) -> Vec<(String, Value)> {
        self.globals
            .iter()
            .map(|(name, value)| (name.to_string(), value.clone()))
            .collect()
    }

    /// The value of a variable.
    pub fn get(&self, name: &str) -> Option<Value> {
        self.globals.bound(name).cloned()
    }

    /// Forgets all variables, and frees what they held.
    pub fn clear(&mut self) {
        self.globals.clear();
        cycle::sweep();
    }

    /// Sets `sys.argv`: the program's name and its arguments (one empty text where nobody does).
    pub fn set_arguments(&mut self, arguments: &[String]) {
        let arguments = arguments.iter().map(|text| Value::from(text.as_str()));
        self.globals.set_argv(Value::list(arguments.collect()));
    }

    /// Binds a variable, as an assignment would.
    pub fn set(&mut self, name: &str, value: Value) {
        let number = self.globals.number(name);
        self.globals.set(number, value);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.memory = Memory::default();
        self.clear();
    }
}

impl Default for Session {
    fn default() -> Session {
        Session::new()
    }
}
