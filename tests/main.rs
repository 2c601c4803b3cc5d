//! All tests that use pemdas from outside, in one binary (it links once).
//!
//! `oracle` asks CPython, `cases` runs written sessions, `laws` holds every case against what must
//! be true of any, `cli` and `shell` run the program itself, `limits` tries what must not take the program down.

mod cases;
mod cli;
mod console;
mod laws;
mod limits;
mod oracle;
mod serve;
mod shell;
mod watchdog;
