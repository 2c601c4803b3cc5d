//! Lines of input, read in large pieces.

use std::io::{self, Read};

use memchr::memchr;

/// Bytes that are asked for at a time.
const PIECE: usize = 64 << 10;

/// Splits what a reader gives into lines. The reader is asked only when no whole line is left.
#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    buffer: Vec<u8>,
    /// What of the buffer is still to be given out: `start..end`.
    start: usize,
    end: usize,
    /// Bytes of one line that are kept at most.
    longest: usize,
    number: usize,
    /// Where the line that was given out last begins.
    last: usize,
}

/// One line, without its end.
#[derive(Debug)]
pub struct Line<'a> {
    pub bytes: &'a [u8],
    /// Whether it was longer than is allowed, and the rest was thrown away.
    pub cut: bool,
}

impl<R: Read> Lines<R> {
    /// Lines of at most `longest` bytes.
    pub fn new(reader: R, longest: usize) -> Lines<R> {
        Lines {
            reader,
            buffer: Vec::new(),
            start: 0,
            end: 0,
            longest,
            number: 0,
            last: 0,
        }
    }

    /// The reader.
    pub fn reader(&mut self) -> &mut R {
        &mut self.reader
    }

    /// The number of the line that was given out last, from 1.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The next line, or none at the end of the input.
    ///
    /// # Errors
    /// What the reader says.
    pub fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        // How much of the line was searched for its end already.
        let mut searched = 0;
        let mut cut = false;
        let (line, next) = loop {
            let held = &self.buffer[self.start..self.end];
            if let Some(at) = memchr(b'\n', &held[searched..]) {
                let end = self.start + searched + at;
                break (self.start..end, end + 1);
            }
            searched = held.len();
            if searched > self.longest {
                cut = true;
                searched = self.longest;
                self.end = self.start + searched;
            }
            if self.fill()? == 0 {
                if searched == 0 {
                    return Ok(None);
                }
                break (self.start..self.end, self.end);
            }
        };
        let longest = self.longest;
        self.last = line.start;
        self.start = next;
        self.number += 1;
        let mut bytes = &self.buffer[line];
        if bytes.len() > longest {
            bytes = &bytes[..longest];
            cut = true;
        }
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        Ok(Some(Line { bytes, cut }))
    }

    /// Takes the line back that was just given out, to give it out once more. One that was cut
    /// can't be.
    pub fn unread(&mut self) {
        self.start = self.last;
        self.number -= 1;
    }

    /// Reads some more behind what is held, which moves to the front of the buffer.
    fn fill(&mut self) -> io::Result<usize> {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.end == 0 && self.buffer.len() > 16 * PIECE {
            // A long line is over: its room can go.
            self.buffer = Vec::new();
        }
        let wanted = (self.end + PIECE).next_multiple_of(PIECE);
        if self.buffer.len() < wanted {
            // Doubling, so that a long line is not copied too often.
            self.buffer.resize(wanted.max(2 * self.end), 0);
        }
        let read = self.reader.read(&mut self.buffer[self.end..])?;
        self.end += read;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its bytes a few at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len()).min(buffer.len());
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn lines(text: &str, piece: usize, longest: usize) -> Vec<String> {
        let mut lines = Lines::new(Slow(text.as_bytes(), piece), longest);
        let mut all = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            let mark = if line.cut { "…" } else { "" };
            all.push(format!("{}{mark}", String::from_utf8_lossy(line.bytes)));
        }
        assert_eq!(lines.number(), all.len());
        all
    }

    #[test]
    fn splits_whatever_the_pieces() {
        for piece in 1..9 {
            assert_eq!(lines("", piece, 10), Vec::<String>::new());
            assert_eq!(lines("a", piece, 10), ["a"]);
            assert_eq!(lines("ab\r\n\nc\n", piece, 10), ["ab", "", "c"]);
            assert_eq!(lines("abcdef\ngh\nabc", piece, 4), ["abcd…", "gh", "abc"]);
        }
    }

    #[test]
    fn a_long_line_takes_no_more_than_its_room() {
        let text = "x".repeat(10_000_000) + "\ny\n";
        let mut lines = Lines::new(text.as_bytes(), 1_000_000);
        assert!(lines.next().unwrap().unwrap().cut);
        assert!(lines.buffer.len() < 4_000_000);
        assert_eq!(lines.next().unwrap().unwrap().bytes, b"y");
    }
}
