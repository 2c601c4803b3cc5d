//! The names of each type's attributes, as `dir` lists them: what there is in Python, whether or not
//! pemdas has it. So `hasattr` answers as Python does, and what is refused is told apart from what
//! does not exist.

use crate::value::Type;

/// The names that a type adds to those of its base.
const NAMES: &[(Type, &str)] = &[
    (
        Type::Object,
        "__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ \
         __getstate__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ \
         __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__",
    ),
    (Type::NoneType, "__bool__"),
    (Type::NotImplementedType, "__bool__"),
    (
        Type::Int,
        "__abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ \
         __getnewargs__ __index__ __int__ __invert__ __lshift__ __mod__ __mul__ __neg__ __or__ \
         __pos__ __pow__ __radd__ __rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ \
         __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ \
         __rxor__ __sub__ __truediv__ __trunc__ __xor__ as_integer_ratio bit_count bit_length \
         conjugate denominator from_bytes imag numerator real to_bytes",
    ),
    (
        Type::Float,
        "__abs__ __add__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ \
         __getformat__ __getnewargs__ __int__ __mod__ __mul__ __neg__ __pos__ __pow__ __radd__ \
         __rdivmod__ __rfloordiv__ __rmod__ __rmul__ __round__ __rpow__ __rsub__ __rtruediv__ \
         __sub__ __truediv__ __trunc__ as_integer_ratio conjugate fromhex hex imag is_integer \
         real",
    ),
    (
        Type::Complex,
        "__abs__ __add__ __bool__ __complex__ __getnewargs__ __mul__ __neg__ __pos__ __pow__ \
         __radd__ __rmul__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ conjugate imag real",
    ),
    (
        Type::Str,
        "__add__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ __mul__ \
         __rmod__ __rmul__ capitalize casefold center count encode endswith expandtabs find \
         format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower \
         isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans \
         partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip \
         split splitlines startswith strip swapcase title translate upper zfill",
    ),
    (
        Type::List,
        "__add__ __class_getitem__ __contains__ __delitem__ __getitem__ __iadd__ __imul__ \
         __iter__ __len__ __mul__ __reversed__ __rmul__ __setitem__ append clear copy count \
         extend index insert pop remove reverse sort",
    ),
    (
        Type::Tuple,
        "__add__ __class_getitem__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ \
         __mul__ __rmul__ count index",
    ),
    (
        Type::Dict,
        "__class_getitem__ __contains__ __delitem__ __getitem__ __ior__ __iter__ __len__ __or__ \
         __reversed__ __ror__ __setitem__ clear copy fromkeys get items keys pop popitem \
         setdefault update values",
    ),
    (
        Type::Set,
        "__and__ __class_getitem__ __contains__ __iand__ __ior__ __isub__ __iter__ __ixor__ \
         __len__ __or__ __rand__ __ror__ __rsub__ __rxor__ __sub__ __xor__ add clear copy \
         difference difference_update discard intersection intersection_update isdisjoint \
         issubset issuperset pop remove symmetric_difference symmetric_difference_update union \
         update",
    ),
    (
        Type::FrozenSet,
        "__and__ __class_getitem__ __contains__ __iter__ __len__ __or__ __rand__ __ror__ __rsub__ \
         __rxor__ __sub__ __xor__ copy difference intersection isdisjoint issubset issuperset \
         symmetric_difference union",
    ),
    (
        Type::Range,
        "__bool__ __contains__ __getitem__ __iter__ __len__ __reversed__ count index start step \
         stop",
    ),
    (Type::Slice, "indices start step stop"),
    (
        Type::DictKeys,
        "__and__ __contains__ __iter__ __len__ __or__ __rand__ __reversed__ __ror__ __rsub__ \
         __rxor__ __sub__ __xor__ isdisjoint mapping",
    ),
    (Type::DictValues, "__iter__ __len__ __reversed__ mapping"),
    (
        Type::DictItems,
        "__and__ __contains__ __iter__ __len__ __or__ __rand__ __reversed__ __ror__ __rsub__ \
         __rxor__ __sub__ __xor__ isdisjoint mapping",
    ),
    (
        Type::Type,
        "__abstractmethods__ __annotations__ __base__ __bases__ __basicsize__ __call__ __dict__ \
         __dictoffset__ __flags__ __instancecheck__ __itemsize__ __module__ __mro__ __name__ \
         __or__ __prepare__ __qualname__ __ror__ __subclasscheck__ __subclasses__ \
         __text_signature__ __weakrefoffset__ mro",
    ),
    (
        Type::Function,
        "__annotations__ __builtins__ __call__ __closure__ __code__ __defaults__ __dict__ __get__ \
         __globals__ __kwdefaults__ __module__ __name__ __qualname__",
    ),
    (
        Type::BuiltinFunction,
        "__call__ __module__ __name__ __qualname__ __self__ __text_signature__",
    ),
    (
        Type::MethodDescriptor,
        "__call__ __get__ __name__ __objclass__ __qualname__ __text_signature__",
    ),
    (
        Type::Method,
        "__call__ __func__ __get__ __module__ __name__ __qualname__ __self__",
    ),
    (Type::Module, "__annotations__ __dict__"),
    (
        Type::Quitter,
        "__call__ __dict__ __module__ __weakref__ eof name",
    ),
    (
        Type::Generator,
        "__del__ __iter__ __name__ __next__ __qualname__ close gi_code gi_frame gi_running \
         gi_suspended gi_yieldfrom send throw",
    ),
    (Type::Enumerate, "__class_getitem__ __iter__ __next__"),
    (Type::Filter, "__iter__ __next__"),
    (Type::Map, "__iter__ __next__"),
    (
        Type::Reversed,
        "__iter__ __length_hint__ __next__ __setstate__",
    ),
    (Type::Zip, "__iter__ __next__ __setstate__"),
    (
        Type::ListIterator,
        "__iter__ __length_hint__ __next__ __setstate__",
    ),
    (
        Type::ListReverseIterator,
        "__iter__ __length_hint__ __next__ __setstate__",
    ),
    (
        Type::TupleIterator,
        "__iter__ __length_hint__ __next__ __setstate__",
    ),
    (
        Type::StrIterator,
        "__iter__ __length_hint__ __next__ __setstate__",
    ),
    (
        Type::StrAsciiIterator,
        "__iter__ __length_hint__ __next__ __setstate__",
    ),
    (
        Type::RangeIterator,
        "__iter__ __length_hint__ __next__ __setstate__",
    ),
    (
        Type::LongRangeIterator,
        "__iter__ __length_hint__ __next__ __setstate__",
    ),
    (Type::SetIterator, "__iter__ __length_hint__ __next__"),
    (Type::DictKeyIterator, "__iter__ __length_hint__ __next__"),
    (Type::DictValueIterator, "__iter__ __length_hint__ __next__"),
    (Type::DictItemIterator, "__iter__ __length_hint__ __next__"),
    (
        Type::DictReverseKeyIterator,
        "__iter__ __length_hint__ __next__",
    ),
    (
        Type::DictReverseValueIterator,
        "__iter__ __length_hint__ __next__",
    ),
    (
        Type::DictReverseItemIterator,
        "__iter__ __length_hint__ __next__",
    ),
    (Type::CallableIterator, "__iter__ __next__"),
    (
        Type::BaseException,
        "__cause__ __context__ __dict__ __setstate__ __suppress_context__ __traceback__ add_note \
         args with_traceback",
    ),
    (Type::StopIteration, "value"),
    (Type::SystemExit, "code"),
    (Type::ImportError, "msg name path"),
    (Type::NameError, "name"),
    (Type::AttributeError, "name obj"),
    (
        Type::OSError,
        "characters_written errno filename filename2 strerror",
    ),
    (
        Type::SyntaxError,
        "end_lineno end_offset filename lineno msg offset print_file_and_line text",
    ),
    (Type::UnicodeDecodeError, "encoding end object reason start"),
    (Type::UnicodeEncodeError, "encoding end object reason start"),
    (
        Type::UnicodeTranslateError,
        "encoding end object reason start",
    ),
];

/// The names that need no import, in the order in which CPython looks for the nearest of them.
const BUILT_IN: &str = "__name__ __doc__ __package__ __loader__ __spec__ __build_class__ __import__ abs all any \
     ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr \
     globals hasattr hash hex id input isinstance issubclass iter aiter len locals max min next \
     anext oct ord pow print repr round setattr sorted sum vars None Ellipsis NotImplemented \
     False True bool memoryview bytearray bytes classmethod complex dict enumerate filter float \
     frozenset property int list map object range reversed set slice staticmethod str super \
     tuple type zip __debug__ BaseException BaseExceptionGroup Exception GeneratorExit \
     KeyboardInterrupt SystemExit ArithmeticError AssertionError AttributeError BufferError \
     EOFError ImportError LookupError MemoryError NameError OSError ReferenceError RuntimeError \
     StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError Warning \
     FloatingPointError OverflowError ZeroDivisionError BytesWarning DeprecationWarning \
     EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning \
     RuntimeWarning SyntaxWarning UnicodeWarning UserWarning BlockingIOError ChildProcessError \
     ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError \
     NotADirectoryError PermissionError ProcessLookupError TimeoutError IndentationError \
     IndexError KeyError ModuleNotFoundError NotImplementedError RecursionError \
     UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError \
     ConnectionRefusedError ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError \
     UnicodeTranslateError ExceptionGroup EnvironmentError IOError open quit exit copyright \
     credits license help";

/// The names that need no import in Python, whether or not pemdas has them.
pub fn built_in() -> impl Iterator<Item = &'static str> {
    BUILT_IN.split(' ')
}

/// Whether values of this type have an attribute of this name in Python.
pub fn exists(class: Type, name: &str) -> bool {
    of(class).any(|known| known == name)
}

/// The names of a type's attributes, those of its bases included; in no particular order.
pub fn of(class: Type) -> impl Iterator<Item = &'static str> {
    NAMES
        .iter()
        .filter(move |(owner, _)| class.is_subtype_of(*owner))
        .flat_map(|(_, names)| names.split(' '))
}

#[cfg(test)]
mod tests {
    use crate::builtin::table;

    #[test]
    fn every_function_is_one_of_pythons() {
        for name in table::bare_names() {
            assert!(super::built_in().any(|known| known == name), "{name}");
        }
    }
}
