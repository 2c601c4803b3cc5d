//! `import` in its three forms.

use super::names::Globals;
use crate::builtin::{module, table};
use crate::error::ImportError;
use crate::value::{Outcome, Value};

/// `import name`.
pub(super) fn module(name: &str, globals: &mut Globals) -> Outcome {
    if let Some(module) = module::find(name) {
        return Ok(globals.module(module));
    }
    // Of a dotted name, the first part that is not there is what is missing.
    let mut parts = name.splitn(3, '.');
    let first = parts.next().unwrap_or_default();
    Err(match module::find(first) {
        Some(parent) => ImportError::NotPackage {
            module: format!("{first}.{}", parts.next().unwrap_or_default()),
            parent: parent.name,
        }
        .into(),
        None => ImportError::NoModule {
            module: first.to_string(),
        }
        .into(),
    })
}

/// The module that only Python has, where this is the name of one or of a part of it.
pub(super) fn absent(name: &str) -> Option<&'static str> {
    let first = name.split('.').next()?;
    let mut pythons = PYTHONS.split_ascii_whitespace();
    pythons.find(|&python| python == first && module::find(first).is_none())
}

/// The modules of Python's library (3.11, `sys.stdlib_module_names`).
const PYTHONS: &str = "\
    __future__ abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop \
    base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code \
    codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars \
    copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils \
    doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch \
    fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip \
    hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress \
    itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math \
    mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath \
    nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools \
    pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd \
    py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource \
    rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd \
    smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat \
    statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny \
    tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token \
    tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata \
    unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib \
    xml xmlrpc zipapp zipfile zipimport zlib zoneinfo";

/// `from module import name`.
pub(super) fn name(module: &Value, name: &str) -> Outcome {
    let Value::Module(of) = module else {
        return Ok(Value::Unset);
    };
    table::attribute(module, name).map_err(|raise| {
        let (module, name) = (of.name(), name.to_string());
        if table::is_refused_attribute(&raise) {
            ImportError::NameNotPart { module, name }.into()
        } else {
            ImportError::NoName { module, name }.into()
        }
    })
}

/// `from module import *`.
pub(super) fn all(module: &Value, globals: &mut Globals) {
    let Value::Module(module) = module else {
        return;
    };
    for name in module.table.names() {
        let number = globals.number(name);
        globals.set(number, module.get(name).unwrap_or_default());
    }
}
