//! Global names: each is given a number when it is first compiled, so that running code looks
//! nothing up by its text.

use std::rc::Rc;

use hashbrown::HashMap;

use crate::builtin::{math, module, sys, table};
use crate::value::{Module, Value};

/// The global variables of a session.
#[derive(Debug, Default)]
pub struct Globals {
    numbers: HashMap<Rc<str>, u32>,
    names: Vec<Rc<str>>,
    /// What is bound, unset where nothing is.
    pub values: Vec<Value>,
    /// What the name means where nothing is bound to it: a built-in function, or unset.
    built_in: Vec<Value>,
    /// The names in the order in which they were bound.
    order: Vec<u32>,
    /// The modules that were met, each once.
    modules: Vec<Rc<Module>>,
    /// `sys.argv`; none until somebody sets it or looks at it.
    argv: Option<Value>,
    /// Whether `math` and its names mean something without an import.
    bare_math: bool,
}

impl Globals {
    /// No variables yet. Since a calculator is expected to know `sqrt` and `pi`, modules and the
    /// names of `math` may mean something without an import.
    pub fn new(bare_math: bool) -> Globals {
        Globals {
            bare_math,
            ..Globals::default()
        }
    }

    /// Whether `math` and its names mean something without an import.
    pub fn has_bare_math(&self) -> bool {
        self.bare_math
    }

    /// The number of a name, new or known.
    pub fn number(&mut self, name: &str) -> usize {
        if let Some(&number) = self.numbers.get(name) {
            return number as usize;
        }
        let number = self.names.len();
        let name: Rc<str> = name.into();
        let meaning = self.meaning(&name).unwrap_or_default();
        self.built_in.push(meaning);
        self.values.push(Value::Unset);
        self.names.push(name.clone());
        self.numbers.insert(name, number as u32);
        number
    }

    /// The name with this number.
    pub fn name(&self, number: usize) -> &Rc<str> {
        &self.names[number]
    }

    /// What a name is bound to, or means by itself; unset where it is neither.
    #[inline]
    pub fn get(&self, number: usize) -> &Value {
        let value = &self.values[number];
        if value.is_unset() {
            &self.built_in[number]
        } else {
            value
        }
    }

    /// What the name with this text is bound to.
    pub fn bound(&self, name: &str) -> Option<&Value> {
        let number = *self.numbers.get(name)?;
        Some(&self.values[number as usize]).filter(|value| !value.is_unset())
    }

    /// What the name with this text is bound to or means.
    pub fn lookup(&self, name: &str) -> Option<&Value> {
        let number = *self.numbers.get(name)?;
        Some(self.get(number as usize)).filter(|value| !value.is_unset())
    }

    /// Binds a name.
    #[inline]
    pub fn set(&mut self, number: usize, value: Value) {
        let old = std::mem::replace(&mut self.values[number], value);
        if old.is_unset() {
            self.order.push(number as u32);
        }
    }

    /// Unbinds a name; false where nothing was bound.
    pub fn delete(&mut self, number: usize) -> bool {
        let old = std::mem::take(&mut self.values[number]);
        self.order.retain(|&bound| bound as usize != number);
        !old.is_unset()
    }

    /// Unbinds all names.
    pub fn clear(&mut self) {
        let old: Vec<Value> = self.values.iter_mut().map(std::mem::take).collect();
        self.order.clear();
        drop(old);
    }

    /// The variables, in the order in which they were bound.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.order.iter().map(|&number| {
            let number = number as usize;
            (&*self.names[number], &self.values[number])
        })
    }

    /// A module as a value, always the same one.
    pub fn module(&mut self, table: &'static module::Table) -> Value {
        let known = |module: &&Rc<Module>| std::ptr::eq(module.table, table);
        if let Some(module) = self.modules.iter().find(known) {
            return Value::Module(module.clone());
        }
        let argv = self
            .argv
            .get_or_insert_with(|| Value::list(vec![Value::from("")]));
        let argv = argv.clone();
        let module = Rc::new(Module { table, argv });
        self.modules.push(module.clone());
        Value::Module(module)
    }

    /// Sets `sys.argv`, for whoever imports `sys` from now on.
    pub fn set_argv(&mut self, argv: Value) {
        self.argv = Some(argv);
        self.modules
            .retain(|module| !std::ptr::eq(module.table, &sys::MODULE));
    }

    /// What a name means where nothing is bound to it: a built-in function or, since a calculator
    /// is expected to know `sqrt` and `pi`, `math` and its names.
    fn meaning(&mut self, name: &str) -> Option<Value> {
        if let Some(value) = table::named(name) {
            return Some(value);
        }
        let is_math = name == math::MODULE.name || math::MODULE.member(name).is_some();
        if !self.bare_math || !is_math {
            return None;
        }
        match self.module(&math::MODULE) {
            Value::Module(math) if name != math.name() => math.get(name),
            module => Some(module),
        }
    }
}
