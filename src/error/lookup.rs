//! Names, attributes, modules and positions that are not there.

use super::{Subclass, kinds};
use crate::value::Type;

kinds! {
    /// A name that nothing is bound to.
    NameError {
        #[error("name '{name}' is not defined")]
        NotDefined { name: String } = "x",
        #[error("cannot access local variable '{name}' where it is not associated with a value")]
        Unbound { name: String } = "(lambda: [y for x in [1] for y in [y]])()",
        #[error("cannot access free variable '{name}' where it is not associated with a value in enclosing scope")]
        UnboundFree { name: String } = "(lambda: [(lambda: y)() for x in [1] for y in [(lambda: y)()]])()",
        // functions
        #[error("`{name}` is not part of pemdas")]
        NotPart { name: String } = "open = 1; del open; open",
    }
}
impl Subclass for NameError {
    fn subclass(&self) -> Option<Type> {
        matches!(self, NameError::Unbound { .. }).then_some(Type::UnboundLocalError)
    }
}

kinds! {
    /// An attribute that a value does not have.
    AttributeError {
        #[error("'{owner}' object has no attribute '{name}'")]
        Missing { owner: &'static str, name: String } = "(1).real_part",
        #[error("type object '{owner}' has no attribute '{name}'")]
        MissingOnType { owner: &'static str, name: String } = "int.foo",
        #[error("module '{module}' has no attribute '{name}'")]
        MissingInModule { module: &'static str, name: String } = "import math; math.foo",
        #[error("'{owner}' object attribute '{name}' is read-only")]
        ReadOnly { owner: &'static str, name: String } = "'a'.upper = 1",
        // functions
        #[error("`{owner}.{name}` is not part of pemdas")]
        NotPart { owner: &'static str, name: String } = "(1).__add__",
        #[error("attribute '{name}' of '{owner}' objects is not writable")]
        NotWritable { owner: &'static str, name: String } = "(1).real = 2",
        #[error("readonly attribute")]
        MemberReadOnly = "range(3).start = 1",
        #[error("'{given}' object has no attribute 'write'")]
        NotAFile { given: &'static str } = "print(1, file=2)",
    }
}
impl Subclass for AttributeError {}

kinds! {
    /// A module, or a name in a module, that pemdas does not have.
    ImportError {
        #[error("No module named '{module}'")]
        NoModule { module: String } = "import nosuchmodule",
        #[error("No module named '{module}'; '{parent}' is not a package")]
        NotPackage { module: String, parent: &'static str } = "import math.pi",
        #[error("`{module}.{name}` is not part of pemdas")]
        NameNotPart { module: &'static str, name: String } = "from random import SystemRandom",
        #[error("cannot import name '{name}' from '{module}' (unknown location)")]
        NoName { module: &'static str, name: String } = "from math import nosuchname",
    }
}
impl Subclass for ImportError {
    fn subclass(&self) -> Option<Type> {
        matches!(
            self,
            ImportError::NoName { .. } | ImportError::NameNotPart { .. }
        )
        .then_some(Type::ImportError)
    }
}

kinds! {
    /// A position outside a sequence.
    IndexError {
        #[error("{sequence} index out of range")]
        OutOfRange { sequence: &'static str } = "[1][5]",
        #[error("{sequence} assignment index out of range")]
        Assignment { sequence: &'static str } = "x = []; x[0] = 1",
        #[error("cannot fit 'int' into an index-sized integer")]
        TooLarge = "[1][10 ** 30]",
        // format
        #[error("Replacement index {index} out of range for positional args tuple")]
        Replacement { index: usize } = "'{}'.format()",
        // containers
        #[error("pop from empty list")]
        PopFromEmptyList = "[].pop()",
        #[error("Cannot choose from an empty sequence")]
        NothingToChoose = "import random; random.choice([])",
        #[error("pop index out of range")]
        PopIndex = "[1].pop(5)",
    }
}
impl Subclass for IndexError {}
