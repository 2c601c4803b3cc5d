//! Every code point against Python 3.11, by one checksum for each question.
//!
//! The recorded numbers are `crc(…)` of what `python3` 3.11 answers, where
//! `crc = lambda answers: zlib.crc32("\n".join(answers).encode())` and the answers are, for every
//! `c` but the surrogates, `str(int(c.isalpha()))`, `c.upper()` and so on.

use super::case::*;
use super::*;

/// The checksum of zlib, PNG and Ethernet.
fn crc(answers: impl Iterator<Item = String>) -> u32 {
    let table: Vec<u32> = (0..256)
        .map(|byte: u32| {
            (0..8).fold(byte, |crc, _| {
                (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
            })
        })
        .collect();
    let mut crc = !0;
    for (place, answer) in answers.enumerate() {
        let newline = if place > 0 { "\n" } else { "" };
        for byte in newline.bytes().chain(answer.bytes()) {
            crc = (crc >> 8) ^ table[(crc as u8 ^ byte) as usize];
        }
    }
    !crc
}

fn check(recorded: u32, question: fn(char) -> bool) {
    assert_eq!(
        crc(('\0'..=char::MAX).map(|c| (question(c) as u8).to_string())),
        recorded
    );
}

fn check_map(recorded: u32, push: fn(char, &mut String)) {
    let image = |c| {
        let mut to = String::new();
        push(c, &mut to);
        to
    };
    assert_eq!(crc(('\0'..=char::MAX).map(image)), recorded);
}

#[test]
fn questions() {
    check(0x97cd4349, is_printable);
    check(0x9a00f68e, is_space);
    check(0xd45c1ee4, is_alphabetic);
    check(0x58642bb6, is_digit);
    check(0xcafb1595, is_numeric);
    check(0x5b0886c4, is_lower);
    check(0x3ceb759c, is_upper);
    check(0x03bf9229, is_name_start);
    // Of `('x' + c).isidentifier()`.
    check(0x68d82879, is_name_part);
    // Of `len(('x' + c + 'x').splitlines()) > 1`.
    check(0x8447049d, is_line_end);
}

#[test]
fn mappings() {
    check_map(0x1a8065d6, push_upper);
    check_map(0x71b54d93, |c, to| push_lower_at(&c.to_string(), 0, c, to));
    check_map(0x0dda479f, push_title);
    check_map(0xb0a0df53, push_folded);
}

#[test]
fn decimal_digits() {
    // Of `str(unicodedata.decimal(c, -1))`.
    let value = |c| decimal(c).map_or(-1, i64::from).to_string();
    assert_eq!(crc(('\0'..=char::MAX).map(value)), 0x60dd2849);
}
