//! All tests that use pemdas from outside, in one binary (it links once).
//!
//! `oracle` asks CPython, `cases` runs written sessions, `laws` holds every case against what must
//! be true of any, `scripts` runs scripts as people write them, `cli` and `shell` run the program
//! itself, `page` opens a lesson in a browser, `limits` tries what must not take the program down,
//! `why` plants misreadings, `languages` holds the ladders and values against the real languages.

mod cases;
mod cli;
mod console;
mod languages;
mod laws;
mod limits;
mod oracle;
mod page;
mod scripts;
mod serve;
mod shell;
mod watchdog;
mod why;
