//! The module `random`.
//!
//! One [`Generator`] belongs to each session; the [`Host`](super::Host) lends it. The functions
//! compute as CPython 3.11's do, operation by operation and with Python's own operators, so that
//! after the same seed they give the same numbers bit for bit, and the same errors. Source of the
//! rules: Python's library reference, "random — Generate pseudo-random numbers".

mod below;
mod generator;
mod real;
mod seed;
mod sequence;
mod state;
mod twister;
mod whole;

pub use generator::Generator;

use super::module::Table;
use super::{Entry, Parameter, Way};

/// The module.
pub static MODULE: Table = Table {
    name: "random",
    doc: "Random numbers: the Mersenne Twister, for games and simulations, not for secrets.",
    methods_of: Some("Random"),
    functions: FUNCTIONS,
    constants: &[],
    refused: "BPF LOG4 NV_MAGICCONST RECIP_BPF Random SG_MAGICCONST SystemRandom TWOPI _ONE \
              _Sequence _Set __all__ __builtins__ __cached__ __doc__ __file__ __loader__ \
              __package__ __spec__ _accumulate _acos _bisect _ceil _cos _e _exp _floor _index \
              _inst _isfinite _log _os _pi _random _repeat _sha512 _sin _sqrt _test \
              _test_generator _urandom _warn randbytes",
};

/// Every function of the module.
static FUNCTIONS: &[Entry] = &[
    real::BETAVARIATE,
    real::EXPOVARIATE,
    real::GAMMAVARIATE,
    real::GAUSS,
    real::LOGNORMVARIATE,
    real::NORMALVARIATE,
    real::PARETOVARIATE,
    real::TRIANGULAR,
    real::UNIFORM,
    real::VONMISESVARIATE,
    real::WEIBULLVARIATE,
    seed::SEED,
    sequence::CHOICE,
    sequence::CHOICES,
    sequence::SAMPLE,
    sequence::SHUFFLE,
    state::GETSTATE,
    state::SETSTATE,
    whole::GETRANDBITS,
    whole::RANDINT,
    whole::RANDOM,
    whole::RANDRANGE,
];

/// A function of this module that CPython has written in Python: name, parameters, what it does,
/// examples, code.
macro_rules! function {
    ($name:literal, $parameters:expr, $doc:expr, $examples:expr, $code:expr $(,)?) => {
        $crate::builtin::Entry::function(
            $name,
            $crate::builtin::Signature::Python {
                class: $crate::value::Type::Method,
                function: concat!("Random.", $name),
                parameters: $parameters,
            },
            $doc,
            $examples,
            $code,
        )
    };
}
use function;

/// A parameter that must be given.
const fn required(name: &'static str) -> Parameter {
    Parameter {
        name,
        default: None,
        way: Way::Either,
    }
}

/// A parameter that may be left out.
const fn optional(name: &'static str, default: &'static str) -> Parameter {
    Parameter {
        name,
        default: Some(default),
        way: Way::Either,
    }
}

/// A parameter that may be given by name only.
const fn keyword(name: &'static str, default: &'static str) -> Parameter {
    Parameter {
        name,
        default: Some(default),
        way: Way::KeywordOnly,
    }
}
