//! Instructions of the register machine, eight bytes each.

use crate::syntax::{Conversion, NodeId, Operator};

/// A register of the running frame.
pub type Register = u16;

/// Where an instruction reads from: a register, a constant, or a global name. Constants and globals
/// past the first 16,384 are brought into a register first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Operand(u16);

/// An operand, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    Register(usize),
    Constant(usize),
    Global(usize),
}

impl Operand {
    /// The first number that doesn't fit.
    pub const LIMIT: usize = 1 << 14;
    const CONSTANT: u16 = 1 << 14;
    const GLOBAL: u16 = 1 << 15;
    const INDEX: u16 = (1 << 14) - 1;

    pub const fn register(register: Register) -> Operand {
        Operand(register)
    }

    /// A constant, where its number fits.
    pub fn constant(index: usize) -> Option<Operand> {
        (index < Operand::LIMIT).then_some(Operand(index as u16 | Operand::CONSTANT))
    }

    /// A global name, where its number fits.
    pub fn global(index: usize) -> Option<Operand> {
        (index < Operand::LIMIT).then_some(Operand(index as u16 | Operand::GLOBAL))
    }

    #[inline(always)]
    pub fn location(self) -> Location {
        let index = (self.0 & Operand::INDEX) as usize;
        if self.0 < Operand::CONSTANT {
            Location::Register(index)
        } else if self.0 < Operand::GLOBAL {
            Location::Constant(index)
        } else {
            Location::Global(index)
        }
    }

    /// The register, if it is one.
    pub fn as_register(self) -> Option<Register> {
        (self.0 < Operand::CONSTANT).then_some(self.0)
    }
}

/// One instruction. `dst` is the register that is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    // Moving values.
    Move {
        dst: Register,
        src: Operand,
    },
    /// Moves a temporary out of its register, which keeps nothing.
    Transfer {
        dst: Register,
        src: Register,
    },
    /// A constant whose number no operand can hold.
    LoadConstant {
        dst: Register,
        index: u32,
    },
    /// A global or built-in name.
    LoadGlobal {
        dst: Register,
        index: u32,
    },
    StoreGlobal {
        src: Operand,
        index: u32,
    },
    /// Moves a temporary out of its register, which keeps nothing.
    TransferGlobal {
        src: Register,
        index: u32,
    },
    DeleteGlobal {
        index: u32,
    },
    /// A variable shared with inner functions.
    LoadCell {
        dst: Register,
        cell: u16,
    },
    StoreCell {
        src: Operand,
        cell: u16,
    },
    /// A fresh variable, shared with nobody yet.
    NewCell {
        cell: u16,
    },
    /// Empties a register, whatever is in it.
    Unset {
        dst: Register,
    },
    /// `del` of a local variable: it must be bound.
    DeleteLocal {
        dst: Register,
    },
    DeleteCell {
        cell: u16,
    },

    // Operators.
    Binary {
        operator: Operator,
        dst: Register,
        left: Operand,
        right: Operand,
    },
    Unary {
        operator: Operator,
        dst: Register,
        operand: Operand,
    },
    /// `target operator= right`; the target is a register or a global. `loaded` holds what the
    /// target was before the right side was evaluated, or is [`Op::NOT_LOADED`].
    InPlace {
        operator: Operator,
        target: Operand,
        right: Operand,
        loaded: Register,
    },

    // Going on elsewhere.
    Jump {
        to: u32,
    },
    JumpIf {
        test: Operand,
        to: u32,
    },
    JumpUnless {
        test: Operand,
        to: u32,
    },
    /// Jumps where the comparison holds, over `by` instructions from this one on.
    JumpIfCompare {
        operator: Operator,
        left: Operand,
        right: Operand,
        by: i16,
    },
    /// Jumps where it does not hold.
    JumpUnlessCompare {
        operator: Operator,
        left: Operand,
        right: Operand,
        by: i16,
    },

    // Displays: `count` values from `first` on.
    BuildList {
        dst: Register,
        first: Register,
        count: u16,
    },
    BuildTuple {
        dst: Register,
        first: Register,
        count: u16,
    },
    BuildSet {
        dst: Register,
        first: Register,
        count: u16,
    },
    BuildDict {
        dst: Register,
    },
    ListPush {
        list: Register,
        item: Operand,
    },
    ListExtend {
        list: Register,
        items: Operand,
    },
    /// The same for the starred argument of a call, whose callee stands before the list.
    ExtendArguments {
        list: Register,
        items: Operand,
    },
    ListToTuple {
        dst: Register,
        list: Register,
    },
    SetAdd {
        set: Register,
        item: Operand,
    },
    SetExtend {
        set: Register,
        items: Operand,
    },
    DictPut {
        dict: Register,
        key: Operand,
        value: Operand,
    },
    DictMerge {
        dict: Register,
        items: Operand,
    },
    /// Three values from `first` on.
    BuildSlice {
        dst: Register,
        first: Register,
    },
    /// Joins the texts of `count` values from `first` on.
    BuildText {
        dst: Register,
        first: Register,
        count: u16,
    },
    /// A field of an f-string.
    Format {
        conversion: Option<Conversion>,
        dst: Register,
        value: Operand,
        spec: Operand,
    },

    // Parts of values.
    GetItem {
        dst: Register,
        container: Operand,
        key: Operand,
    },
    SetItem {
        container: Operand,
        key: Operand,
        value: Operand,
    },
    DeleteItem {
        container: Operand,
        key: Operand,
    },
    GetAttribute {
        dst: Register,
        value: Operand,
        name: u16,
    },
    SetAttribute {
        target: Operand,
        name: u16,
        value: Operand,
    },
    DeleteAttribute {
        target: Operand,
        name: u16,
    },

    // Calls: the callee in `first`, arguments after it.
    Call {
        dst: Register,
        first: Register,
        count: u16,
    },
    /// What `value.name(…)` calls, into `dst`, and the receiver after it; unset where the callee
    /// needs none.
    LoadMethod {
        dst: Register,
        value: Operand,
        name: u16,
    },
    /// A loaded method in `first`, its receiver, and the arguments after that.
    CallMethod {
        count: u8,
        dst: Register,
        first: Register,
    },
    /// Positional arguments, then the keyword arguments that the shape names.
    CallKeywords {
        dst: Register,
        first: Register,
        shape: u16,
    },
    /// The callee, a list of positional arguments, a dict of keyword arguments.
    CallSpread {
        dst: Register,
        first: Register,
    },
    /// Merges keyword arguments: repeated ones are an error.
    MergeKeywords {
        dict: Register,
        items: Operand,
    },
    /// A function; the values of its defaults from `first` on.
    MakeFunction {
        dst: Register,
        code: u16,
        first: Register,
    },
    /// A generator from its code; the outermost iterator in `first`.
    MakeGenerator {
        dst: Register,
        code: u16,
        first: Register,
    },
    Return {
        src: Operand,
    },
    Yield {
        src: Operand,
    },

    // Iteration.
    Iterate {
        dst: Register,
        src: Operand,
    },
    /// The next item into `dst`, and a jump over `by` instructions from this one on; at the end of
    /// the items, neither.
    Next {
        dst: Register,
        iterator: Register,
        by: i16,
    },
    /// `count` values from `first` on.
    Unpack {
        src: Operand,
        first: Register,
        count: u16,
    },
    /// The same with a starred target after `before` others and before `after`.
    UnpackStarred {
        before: u8,
        after: u8,
        src: Operand,
        first: Register,
    },

    // Exceptions.
    Raise {
        exception: Operand,
    },
    RaiseFrom {
        exception: Operand,
        cause: Operand,
    },
    /// `raise` alone: the exception that is being handled.
    RaiseHandled,
    /// Raises what a handler did not want; the exception goes on as if it had never stopped.
    Reraise {
        exception: Register,
    },
    /// Skips the next instruction, a jump, where the exception is one of the class, or of the
    /// classes of a tuple.
    SkipIfCaught {
        exception: Register,
        class: Operand,
    },
    /// The end of a handler at this level of handlers within each other.
    EndHandler {
        exception: Register,
        level: u16,
    },
    /// The end of a `finally`: goes on raising the exception, if `why` holds one.
    EndFinally {
        why: Register,
        level: u16,
    },
    /// Jumps unless `why` holds this number: the reason for which a `finally` was entered.
    JumpUnlessReason {
        reason: u8,
        why: Register,
        to: u32,
    },

    // Watching.
    /// Tells who watches that a node of the tree has come to a value; only in code that is compiled
    /// to be watched.
    Watch {
        src: Operand,
        node: NodeId,
    },

    // Statements.
    /// Tells the console the value of an expression statement.
    Show {
        src: Operand,
    },
    /// `assert` failed; the message may be unset.
    FailAssertion {
        message: Operand,
    },
    /// A module, by its name.
    Import {
        dst: Register,
        name: u16,
    },
    ImportName {
        dst: Register,
        module: Register,
        name: u16,
    },
    /// `from module import *`.
    ImportAll {
        module: Register,
    },
}

impl Op {
    /// No register: the target of an in-place operation needed no reading beforehand.
    pub const NOT_LOADED: Register = Register::MAX;
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_instruction_is_eight_bytes() {
        assert_eq!(size_of::<super::Op>(), 8);
    }
}
