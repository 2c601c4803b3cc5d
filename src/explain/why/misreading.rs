//! The table of misreadings, nearest first.

use std::sync::LazyLock;

use super::question::Question;
use super::{Runner, rewrite};
use crate::syntax::Ladder;
use crate::value::Value;

/// A misreading.
pub struct Misreading {
    pub name: &'static str,
    /// What it is, in plain words; for those of a ladder the ladder says it.
    words: &'static str,
    pub how: How,
}

/// What a misreading makes of a line.
pub enum How {
    /// Another order of its operators.
    Ladder(&'static LazyLock<Ladder>),
    /// Other expressions.
    Rewrite(fn(&Question, &dyn Runner) -> Vec<String>),
    /// The answer, written otherwise.
    Answer(fn(&Question, &Value) -> Vec<String>),
    /// The same characters in other languages, by their names.
    Languages(&'static [&'static str]),
    /// A pair of parentheses more.
    Parentheses,
}

impl Misreading {
    /// The row of this name.
    pub fn named(name: &str) -> Option<&'static Misreading> {
        MISREADINGS.iter().find(|row| row.name == name)
    }

    /// Whether it is none of a line without a product that has no sign.
    pub(super) fn needs_product(&self) -> bool {
        self.name == "implied-multiplication"
    }

    /// Whether it is none of a line without a power: there it is another one.
    pub(super) fn needs_power(&self) -> bool {
        self.name == "powers-then-left-to-right"
    }

    /// What it is, in plain words.
    pub fn words(&self) -> &str {
        match self.how {
            How::Ladder(ladder) => &ladder.language,
            _ => self.words,
        }
    }
}

impl std::fmt::Debug for Misreading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

macro_rules! ladder {
    ($name:literal) => {{
        static LADDER: LazyLock<Ladder> = LazyLock::new(|| {
            Ladder::bundled(include_str!(concat!(
                "../../../grammar/misreadings/",
                $name,
                ".prec"
            )))
        });
        Misreading {
            name: $name,
            words: "",
            how: How::Ladder(&LADDER),
        }
    }};
}

const fn rewrite(
    name: &'static str,
    words: &'static str,
    rewrite: fn(&Question, &dyn Runner) -> Vec<String>,
) -> Misreading {
    Misreading {
        name,
        words,
        how: How::Rewrite(rewrite),
    }
}

/// Every misreading. The order is how near they are, for these reasons:
///
/// 1. the line was read rightly, and only the fraction of the answer is written otherwise;
/// 2. one operator, number or function was taken for another one; that the answer lost its whole
///    fraction explains more answers than those that a function can have, and comes behind them;
/// 3. one operator was grouped otherwise: all others keep their places;
/// 4. all operators were taken in another order;
/// 5. the line is right in another language;
/// 6. parentheses were meant that were not written, which can explain almost anything.
pub static MISREADINGS: &[Misreading] = &[
    Misreading {
        name: "rounding",
        words: "rounding: of floats, or of the answer",
        how: How::Answer(rewrite::rounding),
    },
    rewrite("caret-power", "`^` as a power", rewrite::caret_power),
    rewrite("power-xor", "`**` as an exclusive or", rewrite::power_xor),
    rewrite("comma", "the comma as part of a number", rewrite::comma),
    rewrite(
        "whole-division",
        "`/` as a division of whole numbers",
        rewrite::whole_division,
    ),
    rewrite(
        "true-division",
        "`//` as a division with a fraction",
        rewrite::true_division,
    ),
    rewrite(
        "towards-zero",
        "a division rounded towards zero, a remainder with the sign of the first number",
        rewrite::towards_zero,
    ),
    rewrite("half-up", "a half rounded up", rewrite::half_up),
    rewrite("percent", "`%` as per cent", rewrite::percent),
    rewrite(
        "degrees",
        "an angle in degrees, not in radians",
        rewrite::degrees,
    ),
    rewrite("log-ten", "the logarithm to base ten", rewrite::log_ten),
    Misreading {
        name: "whole-answer",
        words: "the answer cut off or rounded to a whole number",
        how: How::Answer(rewrite::whole_answer),
    },
    rewrite(
        "joined-text",
        "numbers joined as text, not added",
        rewrite::joined,
    ),
    rewrite(
        "text-as-number",
        "text taken as a number",
        rewrite::text_as_number,
    ),
    ladder!("minus-first"),
    ladder!("power-left"),
    ladder!("minus-last"),
    ladder!("not-first"),
    ladder!("no-chains"),
    ladder!("or-first"),
    ladder!("and-or-alike"),
    ladder!("comparisons-first"),
    ladder!("shifts-first"),
    ladder!("by-the-letter"),
    ladder!("addition-first"),
    ladder!("multiplication-first"),
    ladder!("alike-from-the-right"),
    ladder!("left-to-right"),
    ladder!("powers-then-left-to-right"),
    ladder!("right-to-left"),
    ladder!("sums-first"),
    Misreading {
        name: "implied-multiplication",
        words: "a product without its sign, as in school",
        how: How::Languages(&["school-left", "school-tight"]),
    },
    Misreading {
        name: "pocket-calculator",
        words: "a pocket calculator, which computes as one types",
        how: How::Languages(&["pocket"]),
    },
    Misreading {
        name: "another-language",
        words: "the rules of another language",
        how: How::Languages(&[
            "c",
            "java",
            "javascript",
            "excel",
            "bc",
            "rust",
            "go",
            "perl",
            "ruby",
            "php",
            "lua",
            "awk",
            "bash",
            "r",
            "octave",
            "sql",
            "tcl",
        ]),
    },
    Misreading {
        name: "parentheses",
        words: "a pair of parentheses that was meant",
        how: How::Parentheses,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Every file of the folder is a row, every row is told in words.
    #[test]
    fn the_folder_and_the_table_agree() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/misreadings");
        let files = std::fs::read_dir(folder).expect("a folder").count();
        let ladders = MISREADINGS
            .iter()
            .filter(|row| matches!(row.how, How::Ladder(_)));
        assert_eq!(ladders.count(), files);
        for row in MISREADINGS {
            assert!(!row.words().is_empty(), "{}", row.name);
        }
    }
}
