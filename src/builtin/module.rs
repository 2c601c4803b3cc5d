//! The modules: one [`Table`] each. Whoever adds one writes its table and a line in [`ALL`].

use std::sync::OnceLock;

use super::{Entry, math, random, sys};
use crate::value::{Module, Value};

/// Every module that can be imported.
pub static ALL: &[&Table] = &[&math::MODULE, &random::MODULE, &sys::MODULE];

/// What a module is made of.
#[derive(Debug)]
pub struct Table {
    pub name: &'static str,
    /// What it is about, in a sentence.
    pub doc: &'static str,
    pub functions: &'static [Entry],
    pub constants: &'static [Constant],
    /// The class of the object whose methods the functions are in CPython, which its messages name:
    /// "Random.random() takes no arguments (1 given)".
    pub methods_of: Option<&'static str>,
    /// What CPython's module has and this one refuses by name, with spaces between.
    pub refused: &'static str,
}

/// A named value of a module.
#[derive(Debug)]
pub struct Constant {
    pub name: &'static str,
    pub value: Given,
    /// What it is, in a sentence.
    pub doc: &'static str,
    /// An input and what it prints.
    pub example: (&'static str, &'static str),
}

/// Where the value of a constant comes from.
#[derive(Clone, Copy, Debug)]
pub enum Given {
    Float(f64),
    Int(i64),
    /// The arguments of the program, which the session's owner hands in.
    Arguments,
}

/// What a name of a module means.
#[derive(Clone, Copy, Debug)]
pub enum Member {
    Function(&'static Entry),
    Constant(&'static Constant),
}

impl Table {
    /// The names, in no particular order.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let functions = self.functions.iter().map(|entry| entry.name);
        functions.chain(self.constants.iter().map(|constant| constant.name))
    }

    /// What a name means.
    pub fn member(&self, name: &str) -> Option<Member> {
        static SORTED: OnceLock<Vec<Vec<(&str, Member)>>> = OnceLock::new();
        let sorted = SORTED.get_or_init(|| ALL.iter().map(|module| module.members()).collect());
        let module = ALL.iter().position(|module| std::ptr::eq(*module, self))?;
        let members = &sorted[module];
        let at = members.binary_search_by_key(&name, |(name, _)| name).ok()?;
        Some(members[at].1)
    }

    /// The names with what they mean, sorted.
    fn members(&self) -> Vec<(&'static str, Member)> {
        let functions = self.functions.iter();
        let functions = functions.map(|entry| (entry.name, Member::Function(entry)));
        let constants = self.constants.iter();
        let constants = constants.map(|one| (one.name, Member::Constant(one)));
        let mut members: Vec<_> = functions.chain(constants).collect();
        members.sort_unstable_by_key(|(name, _)| *name);
        members
    }

    /// What CPython has under these names and pemdas has not.
    pub fn refused(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.refused.split_whitespace()
    }

    /// Whether an entry is one of this module's.
    pub fn contains(&self, entry: &Entry) -> bool {
        let functions = self.functions.as_ptr_range();
        functions.contains(&std::ptr::from_ref(entry))
    }
}

impl Module {
    /// The value of one of the module's names.
    pub fn get(&self, name: &str) -> Option<Value> {
        Some(match self.table.member(name)? {
            Member::Function(entry) => Value::Native(entry),
            Member::Constant(constant) => match constant.value {
                Given::Float(x) => Value::Float(x),
                Given::Int(i) => Value::Int(i),
                Given::Arguments => self.argv.clone(),
            },
        })
    }
}

/// The table of a module.
pub fn find(name: &str) -> Option<&'static Table> {
    ALL.iter().copied().find(|module| module.name == name)
}

/// The module that a function belongs to; none for built-in ones and for methods.
pub fn of(entry: &Entry) -> Option<&'static Table> {
    ALL.iter().copied().find(|module| module.contains(entry))
}
