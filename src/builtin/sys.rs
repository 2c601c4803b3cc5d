//! The module `sys`: what there is of it without an operating system.

use std::rc::Rc;

use super::module::{Constant, Given, Table};
use super::{Args, Entry, Host, Signature};
use crate::error::{OverflowError, TypeError, ValueError};
use crate::value::{Exception, Int, Outcome, Raise, Type, Value};

/// The module.
pub static MODULE: Table = Table {
    name: "sys",
    doc: "The program's arguments and its end; limits of the language.",
    functions: FUNCTIONS,
    constants: CONSTANTS,
    methods_of: None,
    refused: "__breakpointhook__ __displayhook__ __doc__ __excepthook__ __interactivehook__ \
              __loader__ __package__ __spec__ __stderr__ __stdin__ __stdout__ __unraisablehook__ \
              _base_executable _clear_type_cache _current_exceptions _current_frames \
              _debugmallocstats _framework _getframe _getquickenedcount _git _home _stdlib_dir \
              _xoptions abiflags addaudithook api_version audit base_exec_prefix base_prefix \
              breakpointhook builtin_module_names byteorder call_tracing copyright displayhook \
              dont_write_bytecode exc_info excepthook exception exec_prefix executable flags \
              float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth \
              get_int_max_str_digits getallocatedblocks getdefaultencoding getdlopenflags \
              getfilesystemencodeerrors getfilesystemencoding getprofile getrefcount getsizeof \
              getswitchinterval gettrace hash_info hexversion implementation int_info intern \
              is_finalizing maxunicode meta_path modules orig_argv path path_hooks \
              path_importer_cache platform platlibdir prefix ps1 ps2 pycache_prefix \
              set_asyncgen_hooks set_coroutine_origin_tracking_depth set_int_max_str_digits \
              setdlopenflags setprofile setswitchinterval settrace stderr stdin \
              stdlib_module_names stdout thread_info unraisablehook version version_info \
              warnoptions",
};

static CONSTANTS: &[Constant] = &[
    Constant {
        name: "argv",
        value: Given::Arguments,
        doc: "The program's name and its arguments, a list of texts.",
        example: ("import sys; sys.argv", "['']"),
    },
    Constant {
        name: "maxsize",
        value: Given::Int(i64::MAX),
        doc: "How many items a container could have at most.",
        example: ("import sys; sys.maxsize", "9223372036854775807"),
    },
];

static FUNCTIONS: &[Entry] = &[
    Entry::function(
        "exit",
        Signature::Positional {
            required: 0,
            names: &["status"],
        },
        "Ends the program: raises `SystemExit`. A status that is neither `None` nor a whole number \
         is a message for whoever started the program.",
        &[("import sys; sys.exit('enough')", "SystemExit: enough")],
        |_, args| Err(leave(args.get(0))),
    ),
    Entry::function(
        "getrecursionlimit",
        Signature::None,
        "How deep functions may call each other.",
        &[("import sys; sys.getrecursionlimit()", "1000")],
        |host, _| Ok(Value::from(host.recursion_limit())),
    ),
    Entry::function(
        "setrecursionlimit",
        Signature::One("limit"),
        "Changes how deep functions may call each other, as far as the memory allows it.",
        &[(
            "import sys; sys.setrecursionlimit(5000); sys.getrecursionlimit()",
            "5000",
        )],
        set_recursion_limit,
    ),
];

/// The exception that ends a program. A tuple is all of its arguments, as in CPython.
fn leave(status: Option<&Value>) -> Raise {
    let args = match status {
        None | Some(Value::None) => vec![],
        Some(Value::Tuple(args)) => args.items().to_vec(),
        Some(status) => vec![status.clone()],
    };
    Raise(Rc::new(Exception::new(Type::SystemExit, args)))
}

fn set_recursion_limit(host: &mut dyn Host, args: Args) -> Outcome {
    let value = args[0].type_name();
    let limit = args[0].as_int().ok_or(TypeError::NotInteger { value })?;
    let limit = match limit {
        Int::Small(limit) if i32::try_from(limit).is_ok() => limit,
        _ => return Err(OverflowError::IntToC { wanted: "int" }.into()),
    };
    if limit < 1 {
        return Err(ValueError::RecursionLimit.into());
    }
    host.set_recursion_limit(limit as usize)?;
    Ok(Value::None)
}
