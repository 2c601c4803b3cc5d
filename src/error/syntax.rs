//! What can't be read.

use super::{Subclass, kinds};
use crate::value::Type;
use crate::value::unicode::is_printable;

kinds! {
    /// Python's `SyntaxError` and `IndentationError`, and what pemdas refuses by name.
    SyntaxError {
        #[error("invalid syntax")]
        Invalid = "1 +",
        #[error("{thing} is not part of pemdas")]
        NotPart { thing: &'static str } = "class A: pass",
        #[error("`{name}` is not part of pemdas")]
        AbsentName { name: &'static str } = "open('a')",
        #[error("the module `{module}` is not part of pemdas")]
        AbsentModule { module: &'static str } = "import os",

        // Numbers.
        #[error("invalid {kind} literal")]
        InvalidNumber { kind: &'static str } = "1abc",
        #[error("invalid digit '{digit}' in {kind} literal")]
        InvalidDigit { digit: char, kind: &'static str } = "0b12",
        #[error("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")]
        LeadingZeros = "012",

        // Characters, strings and lines.
        #[error("{}", character_words(*character))]
        InvalidCharacter { character: char } = "3 × 4",
        #[error("unexpected character after line continuation character")]
        AfterContinuation = "1 + \\ 2",
        #[error("unexpected EOF while parsing")]
        UnexpectedEof = "1 + \\",
        #[error("unterminated string literal (detected at line {line})")]
        UnterminatedString { line: usize } = "'abc",
        #[error("unterminated triple-quoted string literal (detected at line {line})")]
        UnterminatedTriple { line: usize } = "'''abc",
        #[error("(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {reason}")]
        Escape { start: usize, end: usize, reason: &'static str } = "'\\x1'",
        #[error("(unicode error) a lone surrogate can't be part of text")]
        Surrogate = "'\\ud800'",
        #[error("unexpected indent")]
        UnexpectedIndent = "  1",
        #[error("unindent does not match any outer indentation level")]
        UnindentMismatch = "if x:\n    1\n  2",
        #[error("inconsistent use of tabs and spaces in indentation")]
        TabError = "if x:\n\t1\n        2",
        #[error("too many levels of indentation")]
        TooManyIndents = "",
        #[error("expected an indented block after {owner} on line {line}")]
        ExpectedBlock { owner: &'static str, line: usize } = "if x:\n1",

        // Brackets.
        #[error("'{opening}' was never closed")]
        NeverClosed { opening: char } = "(1 + 2",
        #[error("unmatched '{closing}'")]
        UnmatchedBracket { closing: char } = "1)",
        #[error("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'{line}")]
        MismatchedBracket { closing: char, opening: char, line: String } = "[1, (2]",
        #[error("too many nested parentheses")]
        TooManyParentheses = "",
        #[error("maximum recursion depth exceeded during compilation")]
        NestedTooDeeply = "",
        #[error("the source is too large: {bytes} bytes; {allowed} are allowed")]
        TooLong { bytes: usize, allowed: usize } = "",

        // f-strings.
        #[error("f-string: {words}")]
        WithinField { words: String } = "f'{a b}'",
        #[error("f-string: expecting '}}'")]
        FStringExpectingBrace = "f'{1'",
        #[error("f-string: single '}}' is not allowed")]
        FStringSingleBrace = "f'}'",
        #[error("f-string: empty expression not allowed")]
        FStringEmpty = "f'{}'",
        #[error("f-string: expression required before '{before}'")]
        FStringRequired { before: char } = "f'{!r}'",
        #[error("f-string: unmatched '{closing}'")]
        FStringUnmatched { closing: char } = "f'{1)}'",
        #[error("f-string: closing parenthesis '{closing}' does not match opening parenthesis '{opening}'")]
        FStringMismatched { closing: char, opening: char } = "f'{(1]}'",
        #[error("f-string expression part cannot include '#'")]
        FStringComment = "f'{#}'",
        #[error("f-string expression part cannot include a backslash")]
        FStringBackslash = "f'{\\n}'",
        #[error("f-string: invalid conversion character: expected 's', 'r', or 'a'")]
        FStringConversion = "f'{1!x}'",

        // Expressions.
        #[error("invalid syntax. Perhaps you forgot a comma?")]
        ForgotComma = "[1 2]",
        #[error("expected 'else' after 'if' expression")]
        ExpectedElse = "1 if 2",
        #[error("':' expected after dictionary key")]
        ColonAfterKey = "{1: 2, 3}",
        #[error("expression expected after dictionary key and ':'")]
        ValueAfterKey = "{1: }",
        #[error("cannot use a starred expression in a dictionary value")]
        StarredValue = "{1: *a}",
        #[error("did you forget parentheses around the comprehension target?")]
        UnparenthesizedElement = "[x, y for x in z]",
        #[error("cannot use starred expression here")]
        StarredHere = "(*a)",
        #[error("can't use starred expression here")]
        LoneStarred = "*a",
        #[error("cannot use double starred expression here")]
        DoubleStarredHere = "(**a)",
        #[error("iterable unpacking cannot be used in comprehension")]
        UnpackingInComprehension = "[*a for a in b]",
        #[error("dict unpacking cannot be used in dict comprehension")]
        DictUnpackingInComprehension = "{**a for a in b}",
        #[error("cannot use assignment expressions with {thing}")]
        WalrusTarget { thing: &'static str } = "(a.b := 1)",
        #[error("assignment expression cannot rebind comprehension iteration variable '{name}'")]
        WalrusRebinds { name: String } = "[x := 1 for x in y]",
        #[error("assignment expression cannot be used in a comprehension iterable expression")]
        WalrusInIterable = "[x for x in (y := [1])]",
        #[error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?")]
        MeantEqual = "(x = 1)",

        // Calls and parameters.
        #[error("Generator expression must be parenthesized")]
        BareGenerator = "f(x for x in y, 1)",
        #[error("positional argument follows keyword argument")]
        PositionalAfterKeyword = "f(a=1, b)",
        #[error("positional argument follows keyword argument unpacking")]
        PositionalAfterUnpacking = "f(**a, b)",
        #[error("iterable argument unpacking follows keyword argument unpacking")]
        UnpackingAfterUnpacking = "f(**a, *b)",
        #[error("expression cannot contain assignment, perhaps you meant \"==\"?")]
        KeywordNotName = "f(1=2)",
        #[error("keyword argument repeated: {name}")]
        KeywordRepeated { name: String } = "f(a=1, a=2)",
        #[error("duplicate argument '{name}' in function definition")]
        DuplicateParameter { name: String } = "lambda x, x: 1",
        #[error("non-default argument follows default argument")]
        DefaultOrder = "lambda x=1, y: 2",
        #[error("named arguments must follow bare *")]
        BareStar = "lambda *: 1",
        #[error("at least one argument must precede /")]
        SlashFirst = "lambda /, x: 1",
        #[error("/ may appear only once")]
        SlashTwice = "lambda a, /, b, /: 1",
        #[error("/ must be ahead of *")]
        SlashAfterStar = "lambda *a, /: 1",
        #[error("* argument may appear only once")]
        StarTwice = "lambda *a, *b: 1",
        #[error("arguments cannot follow var-keyword argument")]
        AfterVarKeyword = "lambda **a, b: 1",
        #[error("expected comma between / and *")]
        CommaAfterSlash = "lambda a, / *b: 1",
        #[error("{owner} parameters cannot be parenthesized")]
        ParametersInParentheses { owner: &'static str } = "lambda (x): 1",
        #[error("expected default value expression")]
        MissingDefault = "lambda a=, b: 1",
        #[error("var-positional argument cannot have default value")]
        VarPositionalDefault = "lambda *a=1: 1",
        #[error("var-keyword argument cannot have default value")]
        VarKeywordDefault = "lambda **a=1: 1",

        // Assignments and other statements.
        #[error("cannot assign to {thing}")]
        AssignTo { thing: &'static str } = "None = 1",
        #[error("cannot assign to {thing} here. Maybe you meant '==' instead of '='?")]
        AssignMeantEqual { thing: &'static str } = "1 = x",
        #[error("cannot delete {thing}")]
        Delete { thing: &'static str } = "del 1",
        #[error("'{thing}' is an illegal expression for augmented assignment")]
        AugmentedTarget { thing: &'static str } = "f() += 1",
        #[error("illegal target for annotation")]
        AnnotationTarget = "1: int",
        #[error("only single target (not {thing}) can be annotated")]
        AnnotationSingle { thing: &'static str } = "x, y: int",
        #[error("starred assignment target must be in a list or tuple")]
        StarredTarget = "*a = 1",
        #[error("multiple starred expressions in assignment")]
        TwoStarred = "*a, *b = c",
        #[error("Missing parentheses in call to '{name}'. Did you mean {name}(...)?")]
        CallParentheses { name: &'static str } = "print 1",
        #[error("trailing comma not allowed without surrounding parentheses")]
        ImportTrailingComma = "from math import pi,",
        #[error("'{word}' outside function")]
        OutsideFunction { word: &'static str } = "return 1",
        #[error("{word}")]
        OutsideLoop { word: &'static str } = "break",

        // Variables.
        #[error("name '{name}' is parameter and {word}")]
        ParameterAnd { name: String, word: &'static str } = "def f(x):\n    global x",
        #[error("name '{name}' is used prior to {word} declaration")]
        UsedBefore { name: String, word: &'static str } = "def f():\n    print(x)\n    global x",
        #[error("name '{name}' is assigned to before {word} declaration")]
        AssignedBefore { name: String, word: &'static str } = "def f():\n    x = 1\n    global x",
        #[error("annotated name '{name}' can't be {word}")]
        AnnotatedAnd { name: String, word: &'static str } = "def f():\n    x: int\n    global x",
        #[error("name '{name}' is nonlocal and global")]
        NonlocalAndGlobal { name: String } = "def f():\n    global x\n    nonlocal x",
        #[error("nonlocal declaration not allowed at module level")]
        NonlocalAtModule = "nonlocal x",
        #[error("no binding for nonlocal '{name}' found")]
        NoBinding { name: String } = "def f():\n    nonlocal x",
        #[error("import * only allowed at module level")]
        ImportAllInside = "def f():\n    from math import *",
        // Compound statements.
        #[error("expected '{token}'")]
        Expected { token: &'static str } = "while x\n  y",
        #[error("expected 'except' or 'finally' block")]
        ExpectedExcept = "try: x\ny",
        #[error("multiple exception types must be parenthesized")]
        SeveralClasses = "try: x\nexcept A, B: y",
        #[error("default 'except:' must be last")]
        DefaultExcept = "try: x\nexcept: y\nexcept A: z",
        #[error("too many statically nested blocks")]
        TooManyBlocks = "",
    }
}

/// A name that is no variable.
pub const DEBUG: &str = "__debug__";

/// Who would find a mistake: the reader of tokens, of sentences, or of their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Tokens,
    Sentences,
    Names,
    Meaning,
    /// What is right in Python and refused here.
    Refused,
}

impl SyntaxError {
    /// Who finds it: an earlier stage speaks first, wherever in the text.
    pub fn stage(&self) -> Stage {
        use SyntaxError::*;
        match self {
            InvalidNumber { .. }
            | InvalidDigit { .. }
            | LeadingZeros
            | InvalidCharacter { .. }
            | UnterminatedString { .. }
            | UnterminatedTriple { .. }
            | UnmatchedBracket { .. }
            | MismatchedBracket { .. }
            | TooManyParentheses => Stage::Tokens,
            NotPart { .. } | Surrogate => Stage::Refused,
            DuplicateParameter { .. }
            | ParameterAnd { .. }
            | UsedBefore { .. }
            | AssignedBefore { .. }
            | AnnotatedAnd { .. }
            | NonlocalAndGlobal { .. }
            | NonlocalAtModule
            | NoBinding { .. }
            | ImportAllInside => Stage::Names,
            AssignTo { thing: DEBUG } | Delete { thing: DEBUG } => Stage::Meaning,
            LoneStarred
            | StarredTarget
            | TwoStarred
            | KeywordRepeated { .. }
            | OutsideFunction { .. }
            | OutsideLoop { .. }
            | DefaultExcept
            | TooManyBlocks => Stage::Meaning,
            _ => Stage::Sentences,
        }
    }

    /// What the parser says of the expression in a field of an f-string.
    pub fn within_field(self) -> SyntaxError {
        match self.stage() {
            Stage::Sentences => {
                let words = self.to_string();
                let words = words
                    .strip_prefix("f-string: ")
                    .unwrap_or(&words)
                    .to_string();
                SyntaxError::WithinField { words }
            }
            _ => self,
        }
    }
}

impl Subclass for SyntaxError {
    fn subclass(&self) -> Option<Type> {
        match self {
            SyntaxError::UnexpectedIndent
            | SyntaxError::UnindentMismatch
            | SyntaxError::TooManyIndents
            | SyntaxError::ExpectedBlock { .. } => Some(Type::IndentationError),
            SyntaxError::TabError => Some(Type::TabError),
            SyntaxError::NestedTooDeeply => Some(Type::RecursionError),
            SyntaxError::TooLong { .. } => Some(Type::MemoryError),
            _ => None,
        }
    }
}

fn character_words(character: char) -> String {
    let code = character as u32;
    if is_printable(character) {
        format!("invalid character '{character}' (U+{code:04X})")
    } else {
        format!("invalid non-printable character U+{code:04X}")
    }
}
