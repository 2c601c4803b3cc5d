//! Exception classes: what they make, and what can be read from an exception.
//!
//! One row a class, with the sentence that help shows. An exception keeps the arguments it was
//! made of; what Python derives from them (`value`, `code`, `errno`) is derived when it is read.

use std::rc::Rc;

use super::{Args, Entry, Signature};
use crate::error::TypeError;
use crate::value::{Exception, Outcome, Type, Value};

macro_rules! classes {
    ($( $class:ident $doc:literal )*) => {
        /// What exception classes do when they are called.
        pub static CONSTRUCTORS: &[Entry] = &[ $( Entry {
            name: Type::$class.name(),
            owner: None,
            signature: Signature::Any { text: "*args" },
            doc: $doc,
            examples: &[(example::$class.0, example::$class.1)],
            code: |_, args| make(Type::$class, args),
        } ),* ];

        /// An example for each class.
        #[allow(non_upper_case_globals)]
        mod example {
            $( pub const $class: (&str, &str) = super::example_for(
                concat!("print(repr(", stringify!($class), "('why')))"),
                concat!(stringify!($class), "('why')"),
                concat!("issubclass(", stringify!($class), ", UnicodeError)"),
            ); )*
        }
    };
}

/// The usual example; the classes that refuse it show what they derive from.
const fn example_for(
    usual: &'static str,
    answer: &'static str,
    other: &'static str,
) -> (&'static str, &'static str) {
    let bytes = answer.as_bytes();
    // UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError.
    if bytes[0] == b'U' && bytes[1] == b'n' && bytes[2] == b'i' && is_coding(bytes) {
        (other, "True")
    } else {
        (usual, answer)
    }
}

const fn is_coding(name: &[u8]) -> bool {
    matches!(name[7], b'D' | b'T') || (name[7] == b'E' && name[8] == b'n')
}

classes! {
    BaseException "The class that all exceptions derive from."
    KeyboardInterrupt "The evaluation was stopped with Ctrl-C."
    SystemExit "The program asks to end; `code` is the exit code."
    GeneratorExit "A generator is closed before its end."
    Exception "The class that all errors derive from."
    ArithmeticError "The class that the errors of arithmetic derive from."
    FloatingPointError "An operation on floats failed; nothing raises it."
    OverflowError "A result is too large for its type, or for the limit."
    ZeroDivisionError "A division by zero."
    AssertionError "What `assert` claims is not so."
    AttributeError "A value has no attribute of that name."
    BufferError "An operation on a buffer failed; nothing raises it."
    EOFError "There is no more input."
    ImportError "A module does not have that name."
    ModuleNotFoundError "There is no such module."
    LookupError "The class that `IndexError` and `KeyError` derive from."
    IndexError "A position is outside the sequence."
    KeyError "A key is not in the dictionary, or an item not in the set."
    MemoryError "A value would take more memory than is allowed."
    NameError "Nothing is bound to that name."
    UnboundLocalError "A variable of a function is read before it is bound."
    OSError "The operating system refused something. Two arguments are its number and its words."
    BlockingIOError "An operation would have to wait."
    ChildProcessError "An operation on a child process failed."
    ConnectionError "The class that the errors of connections derive from."
    BrokenPipeError "The reader of a pipe has gone."
    ConnectionAbortedError "A connection was given up by the other side."
    ConnectionRefusedError "A connection was refused by the other side."
    ConnectionResetError "A connection was reset by the other side."
    FileExistsError "A file is there already."
    FileNotFoundError "A file is not there."
    InterruptedError "A system call was interrupted."
    IsADirectoryError "A file was wanted and there is a directory."
    NotADirectoryError "A directory was wanted and there is a file."
    PermissionError "The operating system does not permit it."
    ProcessLookupError "There is no such process."
    TimeoutError "The time is over."
    ReferenceError "An object is gone; nothing raises it."
    RuntimeError "An error that fits no other class."
    NotImplementedError "Something is still to be written."
    RecursionError "Calls, or values, are nested too deeply."
    StopAsyncIteration "An asynchronous iterator is exhausted; nothing raises it."
    StopIteration "An iterator is exhausted; `value` is what its generator returned."
    SyntaxError "The text is not in the language."
    IndentationError "A line is not indented as it must be."
    TabError "Lines are indented with tabs and spaces that don't agree."
    SystemError "An error within the interpreter; nothing raises it."
    TypeError "A value is of the wrong type."
    ValueError "A value is of the right type, but will not do."
    UnicodeError "The class that the errors of encodings derive from."
    UnicodeDecodeError "Bytes are not text in the encoding. It can't be made: there are no bytes."
    UnicodeEncodeError "Text can't be written in the encoding. It can't be made: there are no bytes."
    UnicodeTranslateError "Text can't be translated. It can't be made: there are no bytes."
    Warning "The class that all warnings derive from."
    BytesWarning "A warning about bytes."
    DeprecationWarning "A warning about what should not be used any more, for programmers."
    EncodingWarning "A warning about encodings."
    FutureWarning "A warning about what will change, for users."
    ImportWarning "A warning about imports."
    PendingDeprecationWarning "A warning about what will not be used any more."
    ResourceWarning "A warning about resources."
    RuntimeWarning "A warning about doubtful behaviour while a program runs."
    SyntaxWarning "A warning about doubtful syntax."
    UnicodeWarning "A warning about Unicode."
    UserWarning "A warning of a program's own."
}

/// Makes an exception of a class.
fn make(class: Type, args: Args) -> Outcome {
    if args.get(0).is_some() {
        return Err(match class.base() {
            // These take keywords in Python.
            _ if class.is_subtype_of(Type::ImportError)
                || class.is_subtype_of(Type::NameError)
                || class == Type::AttributeError =>
            {
                TypeError::NotPart {
                    what: "an exception's keyword argument",
                }
                .into()
            }
            _ => TypeError::NoKeywords {
                function: class.name().to_string(),
            }
            .into(),
        });
    }
    let given = args.from(1);
    let class = match class {
        Type::UnicodeDecodeError | Type::UnicodeEncodeError if given.len() != 5 => {
            let given = given.len();
            return Err(TypeError::ExactlyTakes { wanted: 5, given }.into());
        }
        Type::UnicodeTranslateError if given.len() != 4 => {
            let given = given.len();
            return Err(TypeError::ExactlyTakes { wanted: 4, given }.into());
        }
        Type::UnicodeDecodeError | Type::UnicodeEncodeError | Type::UnicodeTranslateError => {
            return Err(TypeError::NotPart { what: class.name() }.into());
        }
        _ if class.is_subtype_of(Type::SyntaxError) && given.len() > 1 => {
            return Err(TypeError::NotPart {
                what: "a SyntaxError with details",
            }
            .into());
        }
        _ if class.is_subtype_of(Type::OSError) && given.len() > 2 => {
            return Err(TypeError::NotPart {
                what: "an OSError with a file name",
            }
            .into());
        }
        Type::OSError if given.len() == 2 => os_class(&given[0]),
        class => class,
    };
    Ok(Value::Exception(Rc::new(Exception::new(
        class,
        given.to_vec(),
    ))))
}

/// The subclass of `OSError` for a number of the operating system (POSIX, as on Linux).
fn os_class(number: &Value) -> Type {
    let number = match number {
        Value::Int(number) => *number,
        Value::Bool(true) => 1,
        _ => return Type::OSError,
    };
    match number {
        1 | 13 => Type::PermissionError,
        2 => Type::FileNotFoundError,
        3 => Type::ProcessLookupError,
        4 => Type::InterruptedError,
        10 => Type::ChildProcessError,
        11 | 114 | 115 => Type::BlockingIOError,
        17 => Type::FileExistsError,
        20 => Type::NotADirectoryError,
        21 => Type::IsADirectoryError,
        32 | 108 => Type::BrokenPipeError,
        103 => Type::ConnectionAbortedError,
        104 => Type::ConnectionResetError,
        110 => Type::TimeoutError,
        111 => Type::ConnectionRefusedError,
        _ => Type::OSError,
    }
}

/// What can be read from an exception besides its methods.
pub fn attribute(exception: &Exception, name: &str) -> Option<Value> {
    let class = exception.class;
    if name == "args" {
        return Some(Value::tuple(exception.args()));
    }
    let mut args = exception.args();
    let nth = |place: usize, count: std::ops::RangeInclusive<usize>| {
        let found = count.contains(&args.len()).then(|| args.get(place));
        Some(found.flatten().cloned().unwrap_or(Value::None))
    };
    let link = |link: Option<Rc<Exception>>| Some(link.map_or(Value::None, Value::Exception));
    match name {
        "__cause__" => link(exception.cause()),
        "__context__" => link(exception.context()),
        "__suppress_context__" => Some(Value::Bool(exception.suppresses_context())),
        "value" if class == Type::StopIteration => nth(0, 1..=usize::MAX),
        "code" if class == Type::SystemExit => Some(match args.len() {
            0 => Value::None,
            1 => args.remove(0),
            _ => Value::tuple(args),
        }),
        "msg" if class.is_subtype_of(Type::ImportError) => nth(0, 1..=1),
        "msg" if class.is_subtype_of(Type::SyntaxError) => nth(0, 1..=usize::MAX),
        "errno" if class.is_subtype_of(Type::OSError) => nth(0, 2..=2),
        "strerror" if class.is_subtype_of(Type::OSError) => nth(1, 2..=2),
        "filename" | "filename2" if class.is_subtype_of(Type::OSError) => Some(Value::None),
        "name" if class.is_subtype_of(Type::NameError) || class == Type::AttributeError => {
            Some(match super::table::looked_up(exception) {
                Some(name) => Value::from(name),
                None => Value::None,
            })
        }
        "name" | "path" if class.is_subtype_of(Type::ImportError) && exception.kind.is_none() => {
            Some(Value::None)
        }
        "obj" if class == Type::AttributeError && exception.kind.is_none() => Some(Value::None),
        _ => None,
    }
}

/// The methods of all exceptions.
pub static METHODS: &[Entry] = &[Entry {
    name: "with_traceback",
    owner: Some(Type::BaseException),
    signature: Signature::One("traceback"),
    doc: "The exception itself. There are no tracebacks, so the argument can only be `None`.",
    examples: &[(
        "repr(ValueError('why').with_traceback(None))",
        "\"ValueError('why')\"",
    )],
    code: |_, args| {
        if !args[1].is_none() {
            return Err(TypeError::Traceback.into());
        }
        Ok(args[0].clone())
    },
}];
