//! The way out of an error: of what can't be read ([`syntax`]), and of what was raised ([`raised`]).

mod cast;
mod name;
mod product;
mod raised;
mod source;
mod syntax;

pub(super) use raised::of_raise;
pub(super) use syntax::of_mistake;
