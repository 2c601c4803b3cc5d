//! The observer that makes a recording.

use std::rc::Rc;

use hashbrown::HashMap;

use super::{Event, Frame, Recording, Seen, Text};
use crate::code::Code;
use crate::eval::{Globals, Input, Observer, compile};
use crate::syntax::{Ladder, Node, NodeId, Origin, Source, Span, Tree, parse_into};
use crate::value::{Outcome, Value};

/// How many events a recording holds at most.
const EVENTS: usize = 100_000;
/// How many of them are kept for the input itself: however much its calls do, it is told to its end.
const OUTERMOST: usize = 10_000;
/// How many frames.
const FRAMES: usize = 20_000;
/// How many calls are kept that an exception came through.
const PLACES: usize = 100;
/// How many turns of a loop are kept at its beginning.
const TURNS: usize = 3;

/// Makes a [`Recording`] of an evaluation.
#[derive(Debug)]
pub struct Recorder {
    recording: Recording,
    /// How many calls within each other are recorded.
    depth: usize,
    /// How many turns at the beginning of a loop are.
    turns: usize,
    /// The texts of functions, by the address of their source, which is held so that it stays.
    sources: HashMap<usize, (Rc<Source>, usize)>,
    /// The watched codes of functions of earlier inputs.
    twins: HashMap<(usize, NodeId), Rc<Code>>,
    /// Which frame is at an address; none where it is not recorded.
    addresses: HashMap<usize, Running>,
    /// The frames that run, each within the one before it.
    running: Vec<Running>,
    /// The loops that are under way.
    loops: Vec<Turns>,
}

/// What runs.
#[derive(Debug, Clone, Copy)]
struct Running {
    /// Its number among the frames, where it is recorded.
    frame: Option<usize>,
    depth: usize,
}

/// A loop that is under way.
#[derive(Debug)]
struct Turns {
    frame: usize,
    node: NodeId,
    turn: usize,
    /// Where the events of its latest turn begin.
    start: usize,
}

impl Recorder {
    /// Records how `source` is evaluated: the text that is then run. Functions are recorded as
    /// calls only.
    pub fn new(source: &str) -> Recorder {
        let mut recorder = Recorder {
            recording: Recording::default(),
            depth: 0,
            turns: TURNS,
            sources: HashMap::new(),
            twins: HashMap::new(),
            addresses: HashMap::new(),
            running: Vec::new(),
            loops: Vec::new(),
        };
        recorder.add_text(source.into());
        recorder
    }

    /// Records functions, too, that stand within so many calls.
    pub fn depth(mut self, depth: usize) -> Recorder {
        self.depth = depth;
        self
    }

    /// Records so many turns at the beginning of each loop; the last one is recorded always.
    pub fn turns(mut self, turns: usize) -> Recorder {
        self.turns = turns;
        self
    }

    /// What has been seen.
    pub fn finish(self) -> Recording {
        self.recording
    }

    fn add_text(&mut self, source: Rc<str>) -> usize {
        let mut tree = Tree::default();
        // What can't be read is not run either.
        if parse_into(&mut tree, &source, Ladder::pemdas()).is_err() {
            tree.clear();
        }
        self.recording.texts.push(Text { source, tree });
        self.recording.texts.len() - 1
    }

    /// The number of the text that a code is of.
    fn text_of(&mut self, code: &Code) -> usize {
        let (Some(source), Some(_)) = (&code.source, code.node) else {
            return 0;
        };
        let address = Rc::as_ptr(source) as usize;
        if let Some(&(_, text)) = self.sources.get(&address) {
            return text;
        }
        let known = |text: &Text| text.source == source.text;
        let text = match self.recording.texts.iter().position(known) {
            Some(text) => text,
            None => self.add_text(source.text.clone()),
        };
        self.sources.insert(address, (source.clone(), text));
        text
    }

    /// Compiles a text anew, to be watched, and keeps the codes of its functions.
    fn add_twins(&mut self, text: usize, origin: &Origin, globals: &mut Globals) {
        let Some(Text { source, tree }) = self.recording.texts.get(text) else {
            return;
        };
        let input = Input {
            tree,
            source,
            origin,
            shows: true,
            watched: true,
        };
        let mut code = Code::default();
        // It has been compiled before; nothing new is wrong with it.
        if compile(&input, globals, &mut code).is_err() {
            return;
        }
        let mut todo = std::mem::take(&mut code.codes);
        while let Some(code) = todo.pop() {
            todo.extend(code.codes.iter().cloned());
            if let Some(node) = code.node {
                self.twins.insert((text, node), code);
            }
        }
    }

    fn runs_now(&self) -> Option<Running> {
        self.running.last().copied()
    }

    fn begin(&mut self, code: &Code) -> Running {
        let caller = self.runs_now();
        let is_call = code.node.is_some() && !code.generator;
        let depth = caller.map_or(0, |caller| caller.depth) + is_call as usize;
        let room = self.recording.frames.len() < FRAMES;
        let wanted = depth <= self.depth && code.watched;
        if wanted && !room {
            self.cut();
        }
        let frame = (wanted && room).then(|| {
            let text = self.text_of(code);
            self.recording.frames.push(Frame {
                text,
                node: code.node,
                name: code.name.clone(),
                caller: caller.and_then(|caller| caller.frame),
                depth,
            });
            self.recording.frames.len() - 1
        });
        Running { frame, depth }
    }

    /// Where an exception came through that a frame has caught.
    fn raised(&self, frame: usize, value: &Value) -> Vec<Span> {
        let Value::Exception(exception) = value else {
            return Vec::new();
        };
        let trace = exception.trace.borrow();
        match trace.last() {
            Some(last) if last.code.node == self.recording.frames[frame].node => {
                let places = trace.iter().rev().take(PLACES);
                places.map(|place| place.span).collect()
            }
            _ => Vec::new(),
        }
    }

    /// From here on something is missing.
    fn cut(&mut self) {
        self.recording.is_cut = true;
        let events = self.recording.events.len();
        self.recording.cut_at.get_or_insert(events);
    }

    /// The number of a turn that begins; the events of the one before it go, if there have been
    /// enough.
    fn turn(&mut self, frame: usize, node: NodeId) -> usize {
        let is_this = |turns: &Turns| turns.frame == frame && turns.node == node;
        let Some(at) = self.loops.iter().rposition(is_this) else {
            self.loops.push(Turns {
                frame,
                node,
                turn: 1,
                start: self.recording.events.len(),
            });
            return 1;
        };
        // What was under way within the turn before is over.
        let mut place = 0;
        self.loops.retain(|turns| {
            place += 1;
            place <= at + 1 || turns.frame != frame
        });
        let events = &mut self.recording.events;
        let turns = &mut self.loops[at];
        if turns.turn > self.turns {
            events.truncate(turns.start);
            let kept = events.len();
            self.recording.cut_at.take_if(|at| *at > kept);
        }
        turns.turn += 1;
        turns.start = events.len();
        turns.turn
    }
}

impl Observer for Recorder {
    const ACTIVE: bool = true;

    fn watched(&mut self, code: &Rc<Code>, globals: &mut Globals) -> Rc<Code> {
        let (false, Some(node)) = (code.watched, code.node) else {
            return code.clone();
        };
        let depth = self.runs_now().map_or(0, |running| running.depth);
        if depth >= self.depth {
            return code.clone();
        }
        let text = self.text_of(code);
        if !self.twins.contains_key(&(text, node)) {
            let origin = code.source.as_ref().map(|source| source.origin.clone());
            self.add_twins(text, &origin.unwrap_or_default(), globals);
        }
        self.twins.get(&(text, node)).unwrap_or(code).clone()
    }

    fn entered(&mut self) {
        let outside = Running {
            frame: None,
            depth: 0,
        };
        self.running.push(self.runs_now().unwrap_or(outside));
    }

    fn left(&mut self) {
        self.running.pop();
    }

    fn runs(&mut self, frame: usize, code: &Rc<Code>, begins: bool) {
        let known = self.addresses.get(&frame).copied();
        let running = match known {
            Some(running) if !begins => running,
            _ => {
                let running = self.begin(code);
                self.addresses.insert(frame, running);
                running
            }
        };
        if let Some(top) = self.running.last_mut() {
            *top = running;
        }
    }

    fn value(&mut self, node: NodeId, value: &Value) -> Outcome<()> {
        let Some(Running {
            frame: Some(frame), ..
        }) = self.runs_now()
        else {
            return Ok(());
        };
        let text = self.recording.frames[frame].text;
        let is_turn = matches!(
            self.recording.texts[text].tree.node(node),
            Node::For { .. } | Node::While { .. }
        );
        let turn = if is_turn { self.turn(frame, node) } else { 0 };
        let most = match self.recording.frames[frame].depth {
            0 => EVENTS,
            _ => EVENTS - OUTERMOST,
        };
        if self.recording.events.len() >= most {
            self.cut();
            return Ok(());
        }
        let seen = Seen::of(value)?;
        let raised = self.raised(frame, value);
        self.recording.events.push(Event {
            frame,
            node,
            seen,
            turn,
            raised,
        });
        Ok(())
    }
}
