//! Names (Python reference, 2.3): which characters they may hold, and their normal form.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The first character that can't stand in a name, with its offset in bytes.
pub fn first_bad_character(name: &str) -> Option<(usize, char)> {
    name.char_indices().find(|&(at, character)| {
        character != '_'
            && if at == 0 {
                !unicode_ident::is_xid_start(character)
            } else {
                !unicode_ident::is_xid_continue(character)
            }
    })
}

/// The normal form (NFKC) in which names are compared.
pub fn normal(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(name.nfkc().collect())
    }
}

/// Whether a text can be a name: `str.isidentifier`.
pub fn is_name(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with(|first: char| first.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| byte >= 0x80 || byte.is_ascii_alphanumeric() || byte == b'_')
        && (text.is_ascii() || first_bad_character(text).is_none())
}
