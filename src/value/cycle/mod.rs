//! Cycles: values that hold each other and that nobody else holds any more.
//!
//! Counting references frees everything at once but those. A cycle comes about only when something
//! is stored into what was there before: a list, a dict, a set, a shared variable, an exception, a
//! generator at rest (what is new is held by nobody yet). So these stores tell [`stored`], which
//! notes the holder, once, if what it now holds can hold something in turn. When enough holders are
//! noted a [`sweep`] looks at them and all they reach, as CPython's collector does: whatever has
//! more owners than are found among these objects is held from outside, a register, a variable,
//! a running function, and lives, with everything it reaches; the others hold only each other, and
//! are emptied.
//!
//! Notes are weak references: they keep nothing alive but a dead object's few own bytes, and since
//! nothing else here uses weak references, an object is noted just if it has one. Nothing is noted
//! when a value is made and nothing when a reference goes, which is what the crates for this
//! (`dumpster`, `gcmodule`, `bacon_rajan_cc`) do at every one, by a pointer of their own in the
//! place of `Rc`.

mod held;
mod sweep;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::nested::is_flat;
use super::{Cell, Dict, Exception, Iter, List, Set, Value};
use held::Object;

/// So many holders are noted before it is looked which of them are still there, and so many of
/// these at least before a sweep.
const FEW: usize = 1024;

thread_local! {
    static NOTES: RefCell<Notes> = const {
        RefCell::new(Notes {
            new: Vec::new(),
            old: Vec::new(),
            growth: FEW,
            limit: FEW,
        })
    };
}

/// Every object that something was stored into and that may be part of a cycle.
struct Notes {
    new: Vec<Note>,
    /// Those that outlived the first look.
    old: Vec<Note>,
    /// How many may come between two sweeps: the more, the more there was to look at, so that
    /// sweeping takes a constant time for each note, however much is alive.
    growth: usize,
    /// How many old ones there may be before the next sweep.
    limit: usize,
}

/// A weak reference to something that can be stored into.
#[derive(Debug)]
pub enum Note {
    List(Weak<List>),
    Dict(Weak<Dict>),
    Set(Weak<Set>),
    Cell(Weak<Cell>),
    Iter(Weak<Iter>),
    Exception(Weak<Exception>),
}

impl Note {
    fn is_alive(&self) -> bool {
        let owners = match self {
            Note::List(list) => list.strong_count(),
            Note::Dict(dict) => dict.strong_count(),
            Note::Set(set) => set.strong_count(),
            Note::Cell(cell) => cell.strong_count(),
            Note::Iter(iter) => iter.strong_count(),
            Note::Exception(exception) => exception.strong_count(),
        };
        owners > 0
    }

    fn object(&self) -> Option<Object> {
        Some(match self {
            Note::List(list) => Object::Value(Value::List(list.upgrade()?)),
            Note::Dict(dict) => Object::Value(Value::Dict(dict.upgrade()?)),
            Note::Set(set) => Object::Value(Value::Set(set.upgrade()?)),
            Note::Cell(cell) => Object::Cell(cell.upgrade()?),
            Note::Iter(iter) => Object::Value(Value::Iter(iter.upgrade()?)),
            Note::Exception(exception) => Object::Value(Value::Exception(exception.upgrade()?)),
        })
    }
}

/// What can be stored into.
pub trait Holder: Sized {
    fn note(this: &Rc<Self>) -> Note;
}

macro_rules! holders {
    ($($holder:ident)*) => { $(
        impl Holder for $holder {
            fn note(this: &Rc<Self>) -> Note {
                Note::$holder(Rc::downgrade(this))
            }
        }
    )* };
}

holders! { List Dict Set Cell Iter Exception }

/// Told of every value that is stored into something that others may hold already, before or after
/// it is done.
#[inline]
pub fn stored<H: Holder>(holder: &Rc<H>, value: &Value) {
    if !is_flat(value) {
        changed(holder);
    }
}

/// The same for something whose new contents are not looked at one by one.
#[inline]
pub fn changed<H: Holder>(holder: &Rc<H>) {
    if Rc::weak_count(holder) == 0 {
        take_note(H::note(holder));
    }
}

#[cold]
fn take_note(note: Note) {
    let due = NOTES.with_borrow_mut(|notes| {
        notes.new.push(note);
        notes.new.len() >= FEW && notes.is_due()
    });
    if due {
        sweep();
    }
}

impl Notes {
    /// Forgets what is gone; says whether what is left is enough for a sweep.
    fn is_due(&mut self) -> bool {
        let alive = self.new.drain(..).filter(Note::is_alive);
        self.old.extend(alive);
        if self.old.len() < self.limit {
            return false;
        }
        self.old.retain(Note::is_alive);
        self.old.len() > self.limit - self.growth / 2
    }
}

/// Frees all cycles that nobody holds; says of how many objects they were. It calls nothing of the
/// user's, and may be called while values are borrowed: what is being changed counts as alive.
pub fn sweep() -> usize {
    // At the end of a thread the notes may go before a session that the thread keeps.
    let noted = NOTES.try_with(|notes| {
        let mut notes = notes.borrow_mut();
        let mut noted = std::mem::take(&mut notes.old);
        noted.append(&mut notes.new);
        noted
    });
    let noted: Vec<Note> = noted.unwrap_or_default();
    if noted.is_empty() {
        return 0;
    }
    let swept = sweep::sweep(noted.iter().filter_map(Note::object));
    NOTES.with_borrow_mut(|notes| {
        notes.old.extend(noted.into_iter().filter(Note::is_alive));
        notes.growth = FEW.max(swept.steps / 4);
        notes.limit = notes.old.len() + notes.growth;
    });
    swept.freed
}
