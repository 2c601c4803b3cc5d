//! The types, each with its name and its base: what `type(x)` answers.

macro_rules! types {
    ($( $type:ident $name:literal $base:ident ),* $(,)?) => {
        /// A type object. Exception classes are types like the others.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Type { $( $type ),* }

        impl Type {
            /// Every type.
            pub const ALL: &[Type] = &[ $( Type::$type ),* ];

            /// The name, as `type(x).__name__` gives it.
            pub const fn name(self) -> &'static str {
                match self { $( Type::$type => $name ),* }
            }

            /// The type this one derives from; `object` derives from itself.
            pub const fn base(self) -> Type {
                match self { $( Type::$type => Type::$base ),* }
            }
        }
    };
}

types! {
    Object "object" Object,
    NoneType "NoneType" Object,
    Ellipsis "ellipsis" Object,
    NotImplementedType "NotImplementedType" Object,
    Int "int" Object,
    Bool "bool" Int,
    Float "float" Object,
    Complex "complex" Object,
    Str "str" Object,
    List "list" Object,
    Tuple "tuple" Object,
    Dict "dict" Object,
    Set "set" Object,
    FrozenSet "frozenset" Object,
    Range "range" Object,
    Slice "slice" Object,
    DictKeys "dict_keys" Object,
    DictValues "dict_values" Object,
    DictItems "dict_items" Object,
    Type "type" Object,
    Function "function" Object,
    BuiltinFunction "builtin_function_or_method" Object,
    Method "method" Object,
    MethodDescriptor "method_descriptor" Object,
    Module "module" Object,
    Quitter "Quitter" Object,
    Generator "generator" Object,
    Enumerate "enumerate" Object,
    Filter "filter" Object,
    Map "map" Object,
    Reversed "reversed" Object,
    Zip "zip" Object,
    ListIterator "list_iterator" Object,
    ListReverseIterator "list_reverseiterator" Object,
    TupleIterator "tuple_iterator" Object,
    StrIterator "str_iterator" Object,
    StrAsciiIterator "str_ascii_iterator" Object,
    RangeIterator "range_iterator" Object,
    LongRangeIterator "longrange_iterator" Object,
    SetIterator "set_iterator" Object,
    DictKeyIterator "dict_keyiterator" Object,
    DictValueIterator "dict_valueiterator" Object,
    DictItemIterator "dict_itemiterator" Object,
    DictReverseKeyIterator "dict_reversekeyiterator" Object,
    DictReverseValueIterator "dict_reversevalueiterator" Object,
    DictReverseItemIterator "dict_reverseitemiterator" Object,
    CallableIterator "callable_iterator" Object,
    BaseException "BaseException" Object,
    KeyboardInterrupt "KeyboardInterrupt" BaseException,
    SystemExit "SystemExit" BaseException,
    GeneratorExit "GeneratorExit" BaseException,
    Exception "Exception" BaseException,
    ArithmeticError "ArithmeticError" Exception,
    FloatingPointError "FloatingPointError" ArithmeticError,
    OverflowError "OverflowError" ArithmeticError,
    ZeroDivisionError "ZeroDivisionError" ArithmeticError,
    AssertionError "AssertionError" Exception,
    AttributeError "AttributeError" Exception,
    BufferError "BufferError" Exception,
    EOFError "EOFError" Exception,
    ImportError "ImportError" Exception,
    ModuleNotFoundError "ModuleNotFoundError" ImportError,
    LookupError "LookupError" Exception,
    IndexError "IndexError" LookupError,
    KeyError "KeyError" LookupError,
    MemoryError "MemoryError" Exception,
    NameError "NameError" Exception,
    UnboundLocalError "UnboundLocalError" NameError,
    OSError "OSError" Exception,
    FileNotFoundError "FileNotFoundError" OSError,
    PermissionError "PermissionError" OSError,
    BlockingIOError "BlockingIOError" OSError,
    ChildProcessError "ChildProcessError" OSError,
    ConnectionError "ConnectionError" OSError,
    BrokenPipeError "BrokenPipeError" ConnectionError,
    ConnectionAbortedError "ConnectionAbortedError" ConnectionError,
    ConnectionRefusedError "ConnectionRefusedError" ConnectionError,
    ConnectionResetError "ConnectionResetError" ConnectionError,
    FileExistsError "FileExistsError" OSError,
    InterruptedError "InterruptedError" OSError,
    IsADirectoryError "IsADirectoryError" OSError,
    NotADirectoryError "NotADirectoryError" OSError,
    ProcessLookupError "ProcessLookupError" OSError,
    TimeoutError "TimeoutError" OSError,
    ReferenceError "ReferenceError" Exception,
    RuntimeError "RuntimeError" Exception,
    NotImplementedError "NotImplementedError" RuntimeError,
    RecursionError "RecursionError" RuntimeError,
    StopAsyncIteration "StopAsyncIteration" Exception,
    StopIteration "StopIteration" Exception,
    SyntaxError "SyntaxError" Exception,
    IndentationError "IndentationError" SyntaxError,
    TabError "TabError" IndentationError,
    SystemError "SystemError" Exception,
    TypeError "TypeError" Exception,
    ValueError "ValueError" Exception,
    UnicodeError "UnicodeError" ValueError,
    UnicodeDecodeError "UnicodeDecodeError" UnicodeError,
    UnicodeEncodeError "UnicodeEncodeError" UnicodeError,
    UnicodeTranslateError "UnicodeTranslateError" UnicodeError,
    Warning "Warning" Exception,
    BytesWarning "BytesWarning" Warning,
    EncodingWarning "EncodingWarning" Warning,
    FutureWarning "FutureWarning" Warning,
    ImportWarning "ImportWarning" Warning,
    PendingDeprecationWarning "PendingDeprecationWarning" Warning,
    ResourceWarning "ResourceWarning" Warning,
    UnicodeWarning "UnicodeWarning" Warning,
    DeprecationWarning "DeprecationWarning" Warning,
    RuntimeWarning "RuntimeWarning" Warning,
    SyntaxWarning "SyntaxWarning" Warning,
    UserWarning "UserWarning" Warning,
}

impl Type {
    /// Whether this type is `other` or derives from it, as `issubclass` answers.
    pub fn is_subtype_of(self, other: Type) -> bool {
        let mut class = self;
        loop {
            if class == other {
                return true;
            }
            if class == Type::Object {
                return false;
            }
            class = class.base();
        }
    }

    /// Whether this is an exception class.
    pub fn is_exception(self) -> bool {
        self.is_subtype_of(Type::BaseException)
    }
}
