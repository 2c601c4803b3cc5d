//! A recording played back: each event goes to the line that it belongs to.
//!
//! What is open stands in a stack: the loop, its turn, the unit of it, a comprehension within that,
//! its turn, … Each event says by its node where it belongs; what it does not belong to is closed.

use hashbrown::HashMap;

use super::plan::{self, Plan, Unit};
use super::run::Running;
use super::{Ending, Failure, Item, Options};
use crate::explain::recording::{Event, Recording, Text};
use crate::limits;
use crate::syntax::{Node, NodeId, Span};
use crate::value::Outcome;

/// Plays a recording.
pub fn items(recording: &Recording, ending: &Ending, options: &Options) -> Outcome<Vec<Item>> {
    let plans: Vec<Plan> = recording
        .texts
        .iter()
        .map(|text| Plan::of(&text.tree, &text.source))
        .collect();
    let player = Player {
        recording,
        broken_off: broken_off(recording),
        plans: &plans,
        options,
    };
    let events: Vec<&Event> = recording.events.iter().collect();
    let answer = ending.answer.as_deref();
    let failure = ending.failure.as_ref().map(|failure| (failure, 0));
    player.frame(0, &events, answer, failure)
}

struct Player<'r> {
    recording: &'r Recording,
    plans: &'r [Plan],
    options: &'r Options,
    /// The calls in which the recording was cut, the innermost first.
    broken_off: Vec<usize>,
}

/// The calls in which a recording was cut, the innermost first; the input itself is none of them.
fn broken_off(recording: &Recording) -> Vec<usize> {
    let last = recording.cut_at.and_then(|at| at.checked_sub(1));
    let last = last.and_then(|last| recording.events.get(last));
    let mut calls = Vec::new();
    let mut at = last.map(|event| event.frame);
    while let Some(frame) = at.and_then(|at| recording.frames.get(at)) {
        if frame.depth > 0 {
            calls.extend(at);
        }
        at = frame.caller;
    }
    calls
}

/// Whether the items themselves tell where a recording was cut.
pub fn tells_cut(recording: &Recording) -> bool {
    !broken_off(recording).is_empty()
}

/// What stands where something is missing.
pub const CUT: &str = "… more than can be shown …";
/// Of what a built-in function calls so many calls are shown at the beginning; at the end it is one.
const CALLS: usize = 2;

/// What is open.
enum Level<'r> {
    Loop(Loop),
    Turn {
        label: String,
        items: Vec<Item>,
        /// Of which of a comprehension's `for`s it is: the first has 0.
        clause: usize,
    },
    Run(Box<Running<'r>>),
}

/// A loop or comprehension that is under way.
struct Loop {
    node: NodeId,
    items: Vec<Item>,
    /// The latest turn of each of its `for`s that is under way: of which, and its number.
    turns: Vec<(NodeId, usize)>,
}

/// Where an event belongs.
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
enum Key {
    Loop(NodeId),
    Run(NodeId),
}

impl<'r> Player<'r> {
    /// What happened in a frame: its own events, and between them those of what it called.
    fn frame(
        &self,
        frame: usize,
        events: &[&Event],
        answer: Option<&str>,
        failure: Option<(&Failure, usize)>,
    ) -> Outcome<Vec<Item>> {
        limits::stack("")?;
        let Some(known) = self.recording.frames.get(frame) else {
            let mut open = Open::new(self, 0, None);
            return match failure {
                Some((failure, _)) => {
                    open.fail(failure.span, &failure.words, None, Vec::new())?;
                    open.finish(None)
                }
                None => Ok(Vec::new()),
            };
        };
        let mut open = Open::new(self, known.text, known.node);
        let own: Vec<usize> = (0..events.len())
            .filter(|&at| events[at].frame == frame)
            .collect();
        let mut from = 0;
        // Up to which of its own events failures have been told.
        let mut told = 0;
        for (place, &at) in own.iter().enumerate() {
            limits::tick()?;
            let next = own.get(place + 1).map(|&next| events[next].node);
            let coming = own[place..].iter().map(|&at| events[at]);
            if let (true, Some((skipped, caught))) = (place >= told, open.caught(coming)) {
                told = place + skipped + 1;
                let failure = Failure::caught(caught);
                let inside = self.called(frame, &events[from..at], Some((&failure, 1)))?;
                let loops = open.outer_path(caught.node).len();
                open.fail(failure.span, &failure.words, Some(loops), inside)?;
                from = at;
            }
            let inside = self.called(frame, &events[from..at], None)?;
            open.event(events[at], next, inside)?;
            from = at + 1;
        }
        // What nothing follows has not returned: there it went wrong.
        let deeper = failure.map(|(failure, level)| (failure, level + 1));
        let mut inside = self.called(frame, &events[from..], deeper)?;
        let is_broken_off = self.broken_off.contains(&frame);
        if is_broken_off && self.broken_off.first() == Some(&frame) {
            inside.push(Item::Note(CUT.to_string()));
        }
        if is_broken_off {
            match open.levels.last_mut() {
                Some(Level::Run(run)) => run.break_off(inside),
                _ => inside.into_iter().for_each(|item| open.put(item)),
            }
        } else if let Some(Level::Run(run)) = open.levels.last_mut() {
            run.inside.extend(inside);
        } else {
            open.items.extend(inside);
        }
        if let Some((failure, level)) = failure {
            let span = match level.checked_sub(1) {
                None => Some(&failure.span),
                Some(level) => failure.calls.get(level),
            };
            if let Some(&span) = span {
                open.fail(span, &failure.words, None, Vec::new())?;
            }
        }
        open.finish(answer)
    }

    /// What happened in the frames that a frame called.
    fn called(
        &self,
        caller: usize,
        events: &[&Event],
        failure: Option<(&Failure, usize)>,
    ) -> Outcome<Vec<Item>> {
        let mut items = Vec::new();
        let mut groups: Vec<(usize, Vec<&Event>)> = Vec::new();
        let mut places: HashMap<usize, usize> = HashMap::new();
        for &event in events {
            let Some(child) = self.child(caller, event.frame) else {
                continue;
            };
            let place = *places.entry(child).or_insert(groups.len());
            match groups.get_mut(place) {
                Some((_, group)) => group.push(event),
                None => groups.push((child, vec![event])),
            }
        }
        let count = groups.len();
        let is_folded = count > CALLS + 2 && !self.options.all && !self.options.every;
        for (at, (frame, events)) in groups.into_iter().enumerate() {
            if is_folded && at >= CALLS && at + 1 < count {
                if at == CALLS {
                    let more = count - CALLS - 1;
                    items.push(Item::Note(format!(
                        "… {more} more calls …; `--all` shows them"
                    )));
                }
                continue;
            }
            let failure = failure.filter(|_| at + 1 == count);
            let inner = self.frame(frame, &events, None, failure)?;
            let known = &self.recording.frames[frame];
            let text = &self.recording.texts[known.text];
            let is_generator = known
                .node
                .is_some_and(|node| plan::is_generator(text.tree.node(node)));
            if is_generator {
                items.extend(inner);
            } else {
                let label = format!("in {}", known.name);
                items.push(Item::Group {
                    label,
                    items: inner,
                    is_brief: false,
                });
            }
        }
        Ok(items)
    }

    /// The frame right under `caller` that a frame stands within.
    fn child(&self, caller: usize, mut frame: usize) -> Option<usize> {
        loop {
            limits::tick().ok()?;
            let above = self.recording.frames.get(frame)?.caller?;
            if above == caller {
                return Some(frame);
            }
            frame = above;
        }
    }
}

/// What is open in a frame, and what is done.
struct Open<'p, 'r> {
    player: &'p Player<'r>,
    text: &'r Text,
    plan: &'r Plan,
    /// The frame's own node.
    node: Option<NodeId>,
    levels: Vec<Level<'r>>,
    items: Vec<Item>,
}

impl Failure {
    /// What an `except` has caught.
    fn caught(event: &Event) -> Failure {
        Failure {
            span: event.raised.first().copied().unwrap_or_default(),
            calls: event.raised.iter().skip(1).copied().collect(),
            words: event.seen.text.clone(),
            help: Vec::new(),
        }
    }
}

impl<'p, 'r> Open<'p, 'r> {
    fn new(player: &'p Player<'r>, text: usize, node: Option<NodeId>) -> Open<'p, 'r> {
        Open {
            player,
            text: &player.recording.texts[text],
            plan: &player.plans[text],
            node,
            levels: Vec::new(),
            items: Vec::new(),
        }
    }

    /// How many levels are those of so many loops, with the turns of them that are under way.
    fn turns_of(&self, mut loops: usize) -> usize {
        let goes_on = |level: &&Level| match level {
            Level::Loop(_) if loops > 0 => {
                loops -= 1;
                true
            }
            Level::Loop(_) | Level::Run(_) => false,
            Level::Turn { .. } => true,
        };
        self.levels.iter().take_while(goes_on).count()
    }

    /// Whether an `except` comes next: how many events of its head are before it.
    fn caught<'e>(&self, coming: impl Iterator<Item = &'e Event>) -> Option<(usize, &'e Event)> {
        let tree = &self.text.tree;
        for (skipped, event) in coming.enumerate() {
            match tree.node(event.node) {
                Node::Except { .. } if event.raised.is_empty() => return None,
                Node::Except { .. } => return Some((skipped, event)),
                _ => {}
            }
            let unit = self.plan.place(event.node)?.unit;
            if !matches!(tree.node(unit), Node::Except { .. }) {
                return None;
            }
        }
        None
    }

    fn event(&mut self, event: &Event, next: Option<NodeId>, inside: Vec<Item>) -> Outcome<()> {
        let tree = &self.text.tree;
        match tree.node(event.node) {
            Node::For { .. } | Node::While { .. } => {
                self.turn(event)?;
                if let Some(Level::Turn { items, .. }) = self.levels.last_mut() {
                    items.extend(inside);
                }
                return Ok(());
            }
            Node::Except { .. } => {
                let loops = self.outer_path(event.node).len();
                self.close(self.turns_of(loops))?;
                self.put(Item::Note(format!("caught: {}", event.seen.text)));
                return Ok(());
            }
            _ => {}
        }
        let Some(unit) = self.plan.unit(tree, event.node) else {
            return Ok(());
        };
        let path = self.path(unit);
        self.align(&path)?;
        if let Some(Level::Run(run)) = self.levels.last_mut() {
            run.inside.extend(inside);
            run.value(event.node, &event.seen, next)?;
        }
        Ok(())
    }

    /// The loops and units around a unit, and itself; the outermost first.
    fn path(&self, unit: Unit) -> Vec<Key> {
        let mut path = self.loops(unit.within);
        path.push(Key::Run(unit.node));
        path
    }

    /// The path of a statement that is not shown itself.
    fn outer_path(&self, node: NodeId) -> Vec<Key> {
        self.loops(self.plan.loop_around(&self.text.tree, node))
    }

    fn loops(&self, mut within: Option<NodeId>) -> Vec<Key> {
        let tree = &self.text.tree;
        let mut path = Vec::new();
        while let Some(node) = within {
            path.push(Key::Loop(node));
            if self.node == Some(node) {
                break;
            }
            within = match tree.node(node) {
                Node::Comprehension { .. } => match self.plan.unit(tree, node) {
                    Some(unit) => {
                        path.push(Key::Run(unit.node));
                        unit.within
                    }
                    None => None,
                },
                _ => self.plan.loop_around(tree, node),
            };
        }
        path.reverse();
        path
    }

    /// Closes what is not on a path, and opens what is.
    fn align(&mut self, path: &[Key]) -> Outcome<()> {
        let mut at = 0;
        let mut same = 0;
        while at < self.levels.len() && same < path.len() {
            let key = match &self.levels[at] {
                Level::Loop(open) => Key::Loop(open.node),
                Level::Run(run) => Key::Run(run.unit.node),
                Level::Turn { .. } => {
                    // The head of a loop stands outside of its turns.
                    let is_head = same + 1 == path.len()
                        && matches!((path[same], path[same - 1]), (Key::Run(a), Key::Loop(b)) if a == b);
                    if is_head {
                        break;
                    }
                    at += 1;
                    continue;
                }
            };
            if key != path[same] {
                break;
            }
            at += 1;
            same += 1;
        }
        // A turn whose loop goes on stays open, unless only its loop is wanted.
        self.close(at)?;
        for &key in &path[same..] {
            let level = match key {
                Key::Loop(node) => Level::Loop(Loop {
                    node,
                    items: Vec::new(),
                    turns: Vec::new(),
                }),
                Key::Run(node) => {
                    let Some(unit) = self.plan.unit(&self.text.tree, node) else {
                        continue;
                    };
                    let options = self.player.options;
                    Level::Run(Box::new(Running::new(unit, self.text, self.plan, options)))
                }
            };
            self.levels.push(level);
        }
        Ok(())
    }

    /// Closes all levels from a number on.
    fn close(&mut self, from: usize) -> Outcome<()> {
        while self.levels.len() > from {
            let Some(level) = self.levels.pop() else {
                break;
            };
            match level {
                Level::Run(run) => {
                    let run = run.finish(None)?;
                    self.put(Item::Run(run));
                }
                Level::Turn {
                    label, mut items, ..
                } => {
                    mark_last(&mut items);
                    if !items.is_empty() {
                        self.put(Item::Group {
                            label,
                            items,
                            is_brief: true,
                        });
                    }
                }
                Level::Loop(done) => {
                    let is_comprehension =
                        matches!(self.text.tree.node(done.node), Node::Comprehension { .. });
                    let mut items = done.items;
                    mark_last(&mut items);
                    if is_comprehension || !items.is_empty() {
                        items.into_iter().for_each(|item| self.put(item));
                    }
                }
            }
        }
        Ok(())
    }

    fn put(&mut self, item: Item) {
        match self.levels.last_mut() {
            Some(Level::Loop(open)) => open.items.push(item),
            Some(Level::Turn { items, .. }) => items.push(item),
            Some(Level::Run(run)) => run.inside.push(item),
            None => self.items.push(item),
        }
    }

    /// A turn begins.
    fn turn(&mut self, event: &Event) -> Outcome<()> {
        let tree = &self.text.tree;
        let node = match tree.node(event.node) {
            Node::While { .. } => event.node,
            _ => match self.plan.parent(event.node) {
                Some(parent) => parent,
                None => return Ok(()),
            },
        };
        let is_it = |level: &Level| matches!(level, Level::Loop(open) if open.node == node);
        if !self.levels.iter().any(is_it) {
            let path = self.loops(Some(node));
            self.align(&path)?;
        }
        let Some(depth) = self.levels.iter().rposition(is_it) else {
            return Ok(());
        };
        let Level::Loop(open) = &mut self.levels[depth] else {
            return Ok(());
        };
        let known = open.turns.iter().position(|(of, _)| *of == event.node);
        let clause = known.unwrap_or(open.turns.len());
        let before = known.map_or(0, |at| open.turns[at].1);
        open.turns.truncate(clause);
        open.turns.push((event.node, event.turn));
        // A turn of an inner `for` happens within the one of the outer that is under way.
        let outer = self.levels[depth + 1..]
            .iter()
            .take_while(|level| matches!(level, Level::Turn { clause: of, .. } if *of < clause));
        let outer = outer.count();
        self.close(depth + 1 + outer)?;
        let source = &*self.text.source;
        let value = match tree.node(event.node) {
            Node::For { target, .. } => {
                let name = tree.span(target).of(source);
                let is = match tree.node(tree.unwrapped(target)) {
                    Node::Name => "is",
                    _ => "=",
                };
                format!(": {name} {is} {}", event.seen.text)
            }
            _ => String::new(),
        };
        if event.turn > before + 1 && before > 0 {
            let more = event.turn - before - 1;
            let turns = if more == 1 { "turn" } else { "turns" };
            self.put(Item::Note(format!("… {more} more {turns} …")));
        }
        self.levels.push(Level::Turn {
            label: format!("{}{value}", ordinal(event.turn)),
            items: Vec::new(),
            clause,
        });
        Ok(())
    }

    /// The evaluation fails at a place of the text, in what it called if that is given. Where it is
    /// caught, so many loops go on.
    fn fail(
        &mut self,
        place: Span,
        words: &str,
        caught: Option<usize>,
        inside: Vec<Item>,
    ) -> Outcome<()> {
        let Some(unit) = self.plan.unit_at(&self.text.tree, place) else {
            return Ok(());
        };
        // In a comprehension that is under way it may be its unit, or one around it.
        let open = self
            .levels
            .iter()
            .rposition(|level| matches!(level, Level::Run(run) if run.unit.node == unit.node));
        match open {
            Some(at) => self.close(at + 1)?,
            None => {
                let path = self.path(unit);
                self.align(&path)?;
            }
        }
        if let Some(Level::Run(run)) = self.levels.last_mut() {
            run.inside.extend(inside);
        }
        // With it fails whatever it is part of, up to the turns of the loops around the `try`.
        let kept = self.turns_of(caught.unwrap_or(0));
        while self.levels.len() > kept {
            if let Some(Level::Run(run)) = self.levels.last_mut() {
                run.fail(place, words, caught.is_some())?;
            }
            self.close(self.levels.len() - 1)?;
        }
        Ok(())
    }

    fn finish(mut self, answer: Option<&str>) -> Outcome<Vec<Item>> {
        if let [Level::Run(_)] = &self.levels[..]
            && let Some(Level::Run(run)) = self.levels.pop()
        {
            let run = run.finish(answer)?;
            self.items.push(Item::Run(run));
        }
        self.close(0)?;
        Ok(self.items)
    }
}

/// How a turn is called.
fn ordinal(turn: usize) -> String {
    match turn {
        1 => "first".to_string(),
        2 => "second".to_string(),
        3 => "third".to_string(),
        more => format!("turn {more}"),
    }
}

/// The last of several turns is called so.
fn mark_last(items: &mut [Item]) {
    let mut labels = items.iter_mut().filter_map(|item| match item {
        Item::Group { label, .. } => Some(label),
        _ => None,
    });
    if let Some(label) = labels.next_back()
        && let Some(rest) = label.strip_prefix("turn ")
    {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        *label = format!("last{rest}");
    }
}
