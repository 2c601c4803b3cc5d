//! What a reading is, in a sentence.

use super::draw::RULES;
use super::{Closeness, Reading, Why};
use crate::dialect::Language;

impl Reading {
    /// What was misread, in plain words.
    pub fn words(&self) -> String {
        let words = self.misreading.words();
        let how = match self.closeness {
            Closeness::Exact => "",
            Closeness::Rounded => ", rounded",
        };
        match Language::named(self.language) {
            Ok(language) if self.misreading.name == "another-language" => {
                format!("{RULES}{}{how}", language.title())
            }
            _ => format!("{words}{how}"),
        }
    }
}

impl Why {
    /// The whole in one sentence.
    pub fn sentence(&self) -> String {
        if self.is_right {
            return format!("{} is the answer", self.expected);
        }
        match self.readings.first() {
            Some(first) => format!("{} comes of {}", self.expected, first.words()),
            None => format!("no common misreading gives {}", self.expected),
        }
    }
}
