//! Instructions.
/// One instruction.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    Nop,
}
