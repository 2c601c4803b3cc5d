//! pemdas: a calculator that shows its work.

pub mod builtin;
#[cfg(feature = "cli")]
pub mod cli;
pub mod code;
pub mod console;
pub mod error;
pub mod eval;
pub mod explain;
pub mod format;
pub mod limits;
pub mod operate;
#[cfg(feature = "cli")]
pub mod report;
pub mod session;
pub mod syntax;
pub mod value;

pub use console::{Console, Quiet};
pub use session::{Completeness, Problem, Reply, Session};
pub use value::{Value, repr};
