//! Values of the wrong type.

use super::{Subclass, kinds};

kinds! {
    /// Python's `TypeError`.
    TypeError {
        #[error("exceptions must derive from BaseException")]
        NotAnException = "raise 1",
        #[error("exception causes must derive from BaseException")]
        CauseNotAnException = "raise ValueError from 1",
        #[error("catching classes that do not inherit from BaseException is not allowed")]
        CatchNotAnException = "try:\n    1 / 0\nexcept 1:\n    pass",
        #[error("unsupported operand type(s) for {operator}: '{left}' and '{right}'")]
        Operands { operator: &'static str, left: &'static str, right: &'static str } = "1 + 'a'",
        #[error("bad operand type for unary {operator}: '{operand}'")]
        Operand { operator: &'static str, operand: &'static str } = "-'a'",
        #[error("'{operator}' not supported between instances of '{left}' and '{right}'")]
        Order { operator: &'static str, left: &'static str, right: &'static str } = "1 < 'a'",
        #[error("'{callee}' object is not callable")]
        NotCallable { callee: &'static str } = "2(3)",
        #[error("'{value}' object is not iterable")]
        NotIterable { value: &'static str } = "list(5)",
        #[error("unhashable type: '{value}'")]
        Unhashable { value: &'static str } = "{[]: 1}",

        // Calls of the user's functions.
        #[error("{function}() missing {count} required {kind} argument{plural}: {names}")]
        MissingArguments {
            function: String,
            count: usize,
            kind: &'static str,
            plural: &'static str,
            names: String,
        } = "(lambda x: x)()",
        #[error("{function}() takes {takes} positional argument{plural} but {given} given")]
        TooManyArguments {
            function: String,
            takes: String,
            plural: &'static str,
            given: String,
        } = "(lambda x: x)(1, 2)",
        #[error("{function}() got multiple values for argument '{name}'")]
        MultipleValues { function: String, name: String } = "(lambda x: x)(1, x=2)",
        #[error("{callee} got multiple values for keyword argument '{name}'")]
        MultipleKeywords { callee: String, name: String } = "(lambda x: x)(x=1, **{'x': 2})",
        #[error("{function}() got an unexpected keyword argument '{name}'")]
        UnexpectedKeyword { function: String, name: String } = "(lambda x: x)(y=1)",
        #[error("{function}() got some positional-only arguments passed as keyword arguments: '{names}'")]
        PositionalOnlyByKeyword { function: String, names: String } = "(lambda x, /: x)(x=1)",
        #[error("{callee} argument after ** must be a mapping, not {value}")]
        KeywordsNotMapping { callee: String, value: &'static str } = "print(**5)",
        #[error("{callee} argument after * must be an iterable, not {value}")]
        ArgumentsNotIterable { callee: String, value: &'static str } = "print(*5)",
        #[error("keywords must be strings")]
        KeywordsNotText = "print(**{1: 2})",

        // Unpacking.
        #[error("cannot unpack non-iterable {value} object")]
        CannotUnpack { value: &'static str } = "a, b = 5",
        #[error("Value after * must be an iterable, not {value}")]
        StarNotIterable { value: &'static str } = "[*5]",
        #[error("'{value}' object is not a mapping")]
        NotMapping { value: &'static str } = "{**5}",
        // containers
        #[error("'{value}' object is not an iterator")]
        NotIterator { value: &'static str } = "next([])",
        #[error("'{value}' object is not reversible")]
        NotReversible { value: &'static str } = "reversed({1})",
        #[error("object of type '{value}' has no len()")]
        NoLength { value: &'static str } = "len(5)",
        #[error("'{value}' object is not subscriptable")]
        NotSubscriptable { value: &'static str } = "(5)[0]",
        #[error("type '{name}' is not subscriptable")]
        TypeNotSubscriptable { name: &'static str } = "int[0]",
        #[error("pemdas has no generic types such as {name}[...]")]
        GenericType { name: &'static str } = "list[int]",
        #[error("pemdas has no union types such as {left} | {right}")]
        UnionType { left: &'static str, right: &'static str } = "int | str",
        #[error("{sequence} indices must be integers or slices, not {index}")]
        Index { sequence: &'static str, index: &'static str } = "[1]['a']",
        #[error("string indices must be integers, not '{index}'")]
        TextIndex { index: &'static str } = "'abc'['a']",
        #[error("slice indices must be integers or None or have an __index__ method")]
        SliceIndex = "[1]['a':]",
        #[error("slice indices must be integers or have an __index__ method")]
        SearchIndex = "[1].index(1, None)",
        #[error("'{container}' object does not support item assignment")]
        NoItemAssignment { container: &'static str } = "x = (1,); x[0] = 1",
        #[error("'{container}' object doesn't support item deletion")]
        NoItemDeletion { container: &'static str } = "x = (1,); del x[0]",
        #[error("'{container}' object does not support item deletion")]
        NoItemDeletionAtAll { container: &'static str } = "x = 5; del x[0]",
        #[error("can only assign an iterable")]
        SliceValue = "x = [1]; x[:] = 5",
        #[error("must assign iterable to extended slice")]
        ExtendedSliceValue = "x = [1]; x[::2] = 5",
        #[error("can only concatenate {left} (not \"{right}\") to {left}")]
        Concatenate { left: &'static str, right: &'static str } = "[1] + (2,)",
        #[error("can't multiply sequence by non-int of type '{factor}'")]
        Repeat { factor: &'static str } = "'a' * 2.0",
        #[error("argument of type '{container}' is not iterable")]
        NotContainer { container: &'static str } = "1 in 5",
        #[error("'in <string>' requires string as left operand, not {item}")]
        InText { item: &'static str } = "1 in 'abc'",
        #[error("cannot convert dictionary update sequence element #{element} to a sequence")]
        DictElement { element: usize } = "dict([5])",
        #[error("sum() can't sum strings [use ''.join(seq) instead]")]
        SumOfText = "sum(['a'], '')",
        #[error("{function}() must have at least two arguments.")]
        TwoArguments { function: &'static str } = "map(abs)",
        #[error("Cannot specify a default for {function}() with multiple positional arguments")]
        DefaultWithArguments { function: &'static str } = "max(1, 2, default=3)",
        #[error("iter(v, w): v must be callable")]
        IterNotCallable = "iter(5, 1)",
        // text
        #[error("'{value}' object cannot be interpreted as an integer")]
        NotInteger { value: &'static str } = "chr('a')",
        #[error("must be str, not {value}")]
        NotText { value: &'static str } = "'abc'.find(1)",
        #[error("must be str or None, not {value}")]
        NotTextOrNone { value: &'static str } = "'abc'.split(1)",
        #[error("{function}() argument{place} must be {wanted}, not {got}")]
        Argument { function: &'static str, place: &'static str, wanted: &'static str, got: &'static str } = "'abc'.replace(1, 'b')",
        #[error("The fill character must be a unicode character, not {value}")]
        FillNotText { value: &'static str } = "'abc'.center(9, 1)",
        #[error("The fill character must be exactly one character long")]
        FillLength = "'abc'.center(9, '--')",
        #[error("{method} arg must be None or str")]
        StripArgument { method: &'static str } = "'abc'.strip(1)",
        #[error("{method} first arg must be str or a tuple of str, not {value}")]
        Affix { method: &'static str, value: &'static str } = "'abc'.startswith(1)",
        #[error("tuple for {method} must only contain str, not {value}")]
        AffixItem { method: &'static str, value: &'static str } = "'abc'.startswith((1,))",
        #[error("can only join an iterable")]
        JoinIterable = "''.join(1)",
        #[error("sequence item {place}: expected str instance, {value} found")]
        JoinItem { place: usize, value: &'static str } = "''.join(['a', 1])",
        #[error("if you give only one argument to maketrans it must be a dict")]
        TranslationDict = "str.maketrans(1)",
        #[error("first maketrans argument must be a string if there is a second argument")]
        TranslationText = "str.maketrans(1, 'a')",
        #[error("keys in translate table must be strings or integers")]
        TranslationKey = "str.maketrans({1.5: 'a'})",
        #[error("character mapping must return integer, None or str")]
        TranslationResult = "'a'.translate({97: 1.5})",
        #[error("ord() expected string of length 1, but {value} found")]
        OrdOf { value: &'static str } = "ord(1)",
        #[error("ord() expected a character, but string of length {length} found")]
        OrdLength { length: usize } = "ord('ab')",
        #[error("decoding str is not supported")]
        DecodingText = "str('a', 'utf-8')",
        #[error("decoding to str: need a bytes-like object, {value} found")]
        Decoding { value: &'static str } = "str(1, 'utf-8')",
        // functions
        #[error("{function}() takes no arguments ({given} given)")]
        NoArguments { function: String, given: usize } = "'a'.upper(1)",
        #[error("{function}() takes exactly one argument ({given} given)")]
        OneArgument { function: String, given: usize } = "abs()",
        #[error("{function}() takes no keyword arguments")]
        NoKeywords { function: String } = "abs(x=1)",
        #[error("{name} expected {bound}{wanted} argument{}, got {given}", plural(*wanted))]
        Expected { name: &'static str, bound: &'static str, wanted: usize, given: usize } = "isinstance(1)",
        #[error("{function}() takes {bound} {wanted} {what}argument{} ({given} given)", plural(*wanted))]
        Takes { function: &'static str, bound: &'static str, wanted: usize, what: &'static str, given: usize } = "round(1, 2, 3)",
        #[error("{function} requires {least} to {most} arguments")]
        Ranged { function: String, least: usize, most: usize } = "log()",
        #[error("{function}() takes no positional arguments")]
        NoPositional { function: &'static str } = "[].sort(1)",
        #[error("{function}() missing required argument '{name}' (pos {place})")]
        MissingArgument { function: &'static str, name: &'static str, place: usize } = "round()",
        #[error("{function}() missing required argument '{name}'")]
        MissingNamed { function: &'static str, name: &'static str } = "enumerate()",
        #[error("argument for {function}() given by name ('{name}') and position ({place})")]
        GivenTwice { function: &'static str, name: &'static str, place: usize } = "round(1, number=1)",
        #[error("'{name}' is an invalid keyword argument for {function}()")]
        UnknownKeyword { function: &'static str, name: String } = "print(1, x=2)",
        #[error("unbound method {method}() needs an argument")]
        NeedsReceiver { method: String } = "str.upper()",
        #[error("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object")]
        WrongReceiver { name: &'static str, owner: &'static str, given: &'static str } = "str.upper(1)",
        #[error("cannot create '{class}' instances")]
        CannotCreate { class: &'static str } = "type(iter([]))()",
        #[error("{class} takes no arguments")]
        ClassTakesNone { class: &'static str } = "type(None)(1)",
        #[error("type() takes 1 or 3 arguments")]
        TypeCount = "type()",
        #[error("{function} must be None or a string, not {given}")]
        NoneOrText { function: &'static str, given: &'static str } = "print(1, sep=2)",
        #[error("attribute name must be string, not '{given}'")]
        AttributeName { given: &'static str } = "getattr(1, 2)",
        #[error("isinstance() arg 2 must be a type, a tuple of types, or a union")]
        InstanceOf = "isinstance(1, 2)",
        #[error("issubclass() arg 1 must be a class")]
        SubclassFirst = "issubclass(1, int)",
        #[error("issubclass() arg 2 must be a class, a tuple of classes, or a union")]
        SubclassSecond = "issubclass(int, 2)",
        #[error("`{what}` is not part of pemdas")]
        NotPart { what: &'static str } = "type('C', (), {})",
        #[error("cannot set '{name}' attribute of immutable type '{class}'")]
        ImmutableType { name: String, class: &'static str } = "int.foo = 1",
        #[error("__class__ must be set to a class, not '{given}' object")]
        ClassFrom { given: &'static str } = "(1).__class__ = 5",
        #[error("__class__ assignment only supported for mutable types or ModuleType subclasses")]
        ClassChange = "'a'.__class__ = int",
        #[error("{name} may not be deleted")]
        Undeletable { name: &'static str } = "e = ValueError(); del e.args",
        #[error("function takes exactly {wanted} arguments ({given} given)")]
        ExactlyTakes { wanted: usize, given: usize } = "UnicodeDecodeError(1)",
        #[error("__traceback__ must be a traceback or None")]
        Traceback = "ValueError().with_traceback(1)",
        // format
        #[error("unsupported format string passed to {owner}.__format__")]
        FormatUnsupported { owner: &'static str } = "format([], '5')",
        #[error("not enough arguments for format string")]
        PercentTooFew = "'%s %s' % (1,)",
        #[error("not all arguments converted during string formatting")]
        PercentTooMany = "'%s' % (1, 2)",
        #[error("format requires a mapping")]
        PercentMapping = "'%(a)s' % 5",
        #[error("* wants int")]
        PercentStar = "'%*d' % ('a', 1)",
        #[error("%{code} format: {wanted} is required, not {given}")]
        PercentNumber { code: char, wanted: &'static str, given: &'static str } = "'%d' % 'a'",
        #[error("%c requires int or char")]
        PercentChar = "'%c' % 'ab'",
        // math
        #[error("must be real number, not {got}")]
        NotReal { got: &'static str } = "math.sqrt('2')",
        #[error("'{value}' object cannot be interpreted as an integer")]
        NotAnInteger { value: &'static str } = "math.factorial(2.0)",
        #[error("type {got} doesn't define __trunc__ method")]
        NoTrunc { got: &'static str } = "math.trunc('2')",
        #[error("Expected an int as second argument to ldexp.")]
        LdexpExponent = "math.ldexp(1, 2.0)",
        // random
        #[error("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")]
        SeedType = "import random; random.seed([])",
        #[error("Missing a non-None stop argument")]
        RandrangeStop = "import random; random.randrange(5, None, 2)",
        #[error("Population must be a sequence.  For dicts or sets, use sorted(d).")]
        Population = "import random; random.sample({1}, 1)",
        #[error("Counts must be integers")]
        CountsWhole = "import random; random.sample([1], 1, counts=[1.5])",
        #[error("Cannot specify both weights and cumulative weights")]
        BothWeights = "import random; random.choices([1], [1], cum_weights=[1])",
        #[error("The number of choices must be a keyword argument: k={given}")]
        ChoicesCount { given: String } = "import random; random.choices([1, 2], 5)",
        #[error("{value} is not a sequence")]
        NotSequence { value: &'static str } = "import random; random.choices([1, 2], cum_weights={0: 1, -1: 2})",
        #[error("state vector must be a tuple")]
        StateTuple = "import random; random.setstate((3, [], None))",
        #[error("an integer is required")]
        IntegerRequired = "import random; random.setstate((3, (1.5,) * 625, None))",
        // numbers
        #[error("unsupported operand type(s) for >>: '{left}' and '{right}'. Did you mean \"print(<message>, file=<output_stream>)\"?")]
        PrintShift { left: &'static str, right: &'static str } = "print >> 1",
        #[error("pow() 3rd argument not allowed unless all arguments are integers")]
        PowerThird = "pow(2.0, 3, 5)",
        #[error("unsupported operand type(s) for ** or pow(): '{base}', '{exponent}', '{modulus}'")]
        PowerOperands { base: &'static str, exponent: &'static str, modulus: &'static str } = "pow(2, 'a', 5)",
        #[error("'{operator}' is not defined between two values of type {kind}: whether equal ones are one object is an accident of the implementation (compare them with == or !=)")]
        Identity { operator: &'static str, kind: &'static str } = "1 is 1",
        #[error("bad operand type for abs(): '{operand}'")]
        AbsOperand { operand: &'static str } = "abs('a')",
        #[error("type {value} doesn't define __round__ method")]
        NoRound { value: &'static str } = "round('a')",
        #[error("int() can't convert non-string with explicit base")]
        IntBaseWithoutText = "int(1, 2)",
        #[error("int() missing string argument")]
        IntBaseAlone = "int(base=2)",
        #[error("int() argument must be a string, a bytes-like object or a real number, not '{value}'")]
        IntArgument { value: &'static str } = "int([])",
        #[error("float() argument must be a string or a real number, not '{value}'")]
        FloatArgument { value: &'static str } = "float([])",
        #[error("complex() can't take second arg if first is a string")]
        ComplexTextFirst = "complex('1', 2)",
        #[error("complex() second arg can't be a string")]
        ComplexTextSecond = "complex(1, '2')",
        #[error("complex() first argument must be a string or a number, not '{value}'")]
        ComplexFirst { value: &'static str } = "complex([])",
        #[error("complex() second argument must be a number, not '{value}'")]
        ComplexSecond { value: &'static str } = "complex(1, [])",
        #[error("bad argument type for built-in operation")]
        HexArgument = "float.fromhex(1)",
    }
}
impl Subclass for TypeError {}

impl TypeError {
    /// Arguments that did not come, in a call of a function that is written in Python.
    pub fn missing(function: &str, kind: &'static str, names: &[&str]) -> TypeError {
        let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        let names = match &quoted[..] {
            [] => String::new(),
            [one] => one.clone(),
            [first, second] => format!("{first} and {second}"),
            [init @ .., last] => format!("{}, and {last}", init.join(", ")),
        };
        TypeError::MissingArguments {
            function: function.to_string(),
            count: quoted.len(),
            kind,
            plural: plural(quoted.len()),
            names,
        }
    }

    /// More positional arguments than such a function `takes`, at least and at most;
    /// `keyword_only` others were given by name.
    pub fn too_many(
        function: &str,
        (least, most): (usize, usize),
        given: usize,
        keyword_only: usize,
    ) -> TypeError {
        let takes = if least < most {
            format!("from {least} to {most}")
        } else {
            most.to_string()
        };
        let given = if keyword_only > 0 {
            format!(
                "{given} positional argument{} (and {keyword_only} keyword-only argument{}) were",
                plural(given),
                plural(keyword_only)
            )
        } else {
            format!("{given} {}", if given == 1 { "was" } else { "were" })
        };
        TypeError::TooManyArguments {
            function: function.to_string(),
            takes,
            plural: if least < most { "s" } else { plural(most) },
            given,
        }
    }
}

/// The ending of a noun after a number.
fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
