//! Tokens: in order, within the text, and the same whichever way they are read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pemdas::syntax::{Span, Token, TokenStream};
use pemdas_fuzz::{check::lies_within, text};

fuzz_target!(|data: &[u8]| {
    let text = text(data);
    tokens(TokenStream::new(&text), &text);
    // As a field of an f-string is read: within parentheses that nobody wrote.
    tokens(TokenStream::field(&text, 0), &text);
});

fn tokens(mut stream: TokenStream, text: &str) {
    let mut other = stream.clone();
    let mut next = stream.next();
    // The parser takes the first token so, too.
    let mut read = other.next();
    let (mut last, mut count, mut depth) = (Span::default(), 0, 0usize);
    loop {
        assert_eq!(next, read);
        assert_eq!(stream.error, other.error);
        lies_within(next.span, text);
        // A token that is wrong stands where Python shows what is wrong: with the indentation, at
        // the end of the line.
        if next.token != Token::Error {
            assert!(last.start <= next.span.start, "{last:?}, then {next:?}");
            last = next.span;
        }
        if let Some((kind, span)) = &stream.error {
            lies_within(*span, text);
            assert!(!kind.to_string().is_empty());
        }
        match next.token {
            Token::Indent => depth += 1,
            Token::Dedent => depth -= 1,
            Token::End => break,
            _ => {}
        }
        next = stream.next();
        other.read(&mut read);
        count += 1;
        // An indent and a dedent beside each token, a newline at the end.
        assert!(count <= 3 * text.len() + 3, "tokens without end");
    }
    assert_eq!(depth, 0, "indents and dedents don't match");
    assert_eq!(stream.next().token, Token::End);
}
