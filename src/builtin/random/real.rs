//! Floats of several distributions. Parameters may be any numbers, so that what is computed of them
//! is computed with Python's operators; what comes from the generator alone is a float.

use std::f64::consts::{E, PI, TAU};

use super::{below, function, optional, required};
use crate::builtin::math::{raise, to_real as real};
use crate::builtin::{Args, Entry, Host};
use crate::error::{ArithmeticError, ValueError};
use crate::limits;
use crate::operate::{binary, compare, power};
use crate::syntax::Operator::{self, Add, Div, Gt, Le, Mod, Mul, Sub};
use crate::value::{Outcome, Type, Value};

pub const UNIFORM: Entry = function!(
    "uniform",
    &[required("a"), required("b")],
    "A float from `a` to `b`, each as likely as the others.",
    &[(
        "import random; random.seed(1); random.uniform(1, 10)",
        "2.209278197011611"
    )],
    |host, args| {
        let width = binary(Sub, &args[1], &args[0])?;
        binary(Add, &args[0], &scaled(&width, below::float(host)?)?)
    },
);

pub const TRIANGULAR: Entry = function!(
    "triangular",
    &[
        optional("low", "0.0"),
        optional("high", "1.0"),
        optional("mode", "None")
    ],
    "A float from `low` to `high`, the more likely the nearer it is to `mode` (else the middle).",
    &[(
        "import random; random.seed(1); random.triangular(0, 10, 2)",
        "1.6392940194632641"
    )],
    triangular,
);

fn triangular(host: &mut dyn Host, args: Args) -> Outcome {
    let u = below::float(host)?;
    let (low, high) = (or(&args, 0, 0.0), or(&args, 1, 1.0));
    let middle = match args.some(2) {
        None => Value::Float(0.5),
        Some(mode) => {
            let (part, whole) = (binary(Sub, mode, &low)?, binary(Sub, &high, &low)?);
            match binary(Div, &part, &whole) {
                Err(raise) if raise.class() == Type::ZeroDivisionError => return Ok(low),
                middle => middle?,
            }
        }
    };
    if compare(Gt, &Value::Float(u), &middle)? {
        let middle = binary(Sub, &Value::Float(1.0), &middle)?;
        return between(&high, &low, 1.0 - u, &middle);
    }
    between(&low, &high, u, &middle)
}

/// `low + (high - low) * sqrt(u * middle)`.
fn between(low: &Value, high: &Value, u: f64, middle: &Value) -> Outcome {
    let width = binary(Sub, high, low)?;
    let root = square_root(real(&binary(Mul, &Value::Float(u), middle)?)?)?;
    binary(Add, low, &scaled(&width, root)?)
}

pub const NORMALVARIATE: Entry = function!(
    "normalvariate",
    &[optional("mu", "0.0"), optional("sigma", "1.0")],
    "A float of the normal distribution with mean `mu` and standard deviation `sigma`.",
    &[(
        "import random; random.seed(1); random.normalvariate(100, 15)",
        "109.1118378646556"
    )],
    |host, args| normal(host, &or(&args, 0, 0.0), &or(&args, 1, 1.0)),
);

/// A normal deviate by the ratio of two uniform ones (A. J. Kinderman and J. F. Monahan, ACM
/// Transactions on Mathematical Software 3, 1977).
fn normal(host: &mut dyn Host, mu: &Value, sigma: &Value) -> Outcome {
    let magic = 4.0 * exponential(-0.5)? / square_root(2.0)?;
    loop {
        limits::tick()?;
        let u = below::float(host)?;
        let v = 1.0 - below::float(host)?;
        let z = magic * (u - 0.5) / v;
        if z * z / 4.0 <= -logarithm(v)? {
            return binary(Add, mu, &binary(Mul, &Value::Float(z), sigma)?);
        }
    }
}

pub const GAUSS: Entry = function!(
    "gauss",
    &[optional("mu", "0.0"), optional("sigma", "1.0")],
    "The same as `normalvariate`, computed another way: two numbers at a time, of which the second \
     waits for the next call.",
    &[(
        "import random; random.seed(1); random.gauss(100, 15)",
        "119.32277129733194"
    )],
    |host, args| {
        let kept = std::mem::take(&mut host.random()?.gauss_next);
        let z = if kept.is_unset() { pair(host)? } else { kept };
        let spread = binary(Mul, &z, &or(&args, 1, 1.0))?;
        binary(Add, &or(&args, 0, 0.0), &spread)
    },
);

/// Two normal deviates at once (G. E. P. Box and M. E. Muller, Annals of Mathematical Statistics
/// 29, 1958); the second is kept.
fn pair(host: &mut dyn Host) -> Outcome {
    let angle = below::float(host)? * TAU;
    let radius = square_root(-2.0 * logarithm(1.0 - below::float(host)?)?)?;
    let sine = pymath::math::sin(angle).map_err(raise)?;
    host.random()?.gauss_next = Value::Float(sine * radius);
    Ok(Value::Float(cosine(angle)? * radius))
}

pub const LOGNORMVARIATE: Entry = function!(
    "lognormvariate",
    &[required("mu"), required("sigma")],
    "A float whose logarithm is of the normal distribution with mean `mu` and standard deviation \
     `sigma`.",
    &[(
        "import random; random.seed(1); random.lognormvariate(0, 1)",
        "1.8357550305018295"
    )],
    |host, args| {
        let logarithm = normal(host, &args[0], &args[1])?;
        exponential(real(&logarithm)?).map(Value::Float)
    },
);

pub const EXPOVARIATE: Entry = function!(
    "expovariate",
    &[required("lambd")],
    "A float of the exponential distribution with mean `1 / lambd`.",
    &[(
        "import random; random.seed(1); random.expovariate(2)",
        "0.0721455320547546"
    )],
    |host, args| {
        let scale = -logarithm(1.0 - below::float(host)?)?;
        binary(Div, &Value::Float(scale), &args[0])
    },
);

pub const VONMISESVARIATE: Entry = function!(
    "vonmisesvariate",
    &[required("mu"), required("kappa")],
    "An angle of the von Mises distribution around `mu`, the nearer the larger `kappa` is, in \
     radians.",
    &[(
        "import random; random.seed(1); random.vonmisesvariate(0, 4)",
        "0.10681534351771789"
    )],
    von_mises,
);

/// By D. J. Best and N. I. Fisher's method (N. I. Fisher, "Statistical Analysis of Circular Data",
/// Cambridge University Press, 1993).
fn von_mises(host: &mut dyn Host, args: Args) -> Outcome {
    let (mu, kappa) = (&args[0], &args[1]);
    if compare(Le, kappa, &Value::Float(1e-6))? {
        return Ok(Value::Float(TAU * below::float(host)?));
    }
    let s = real(&binary(Div, &Value::Float(0.5), kappa)?)?;
    let r = s + square_root(1.0 + s * s)?;
    let z = loop {
        limits::tick()?;
        let z = cosine(PI * below::float(host)?)?;
        let d = quotient(z, r + z)?;
        let u = below::float(host)?;
        if u < 1.0 - d * d || u <= (1.0 - d) * exponential(d)? {
            break z;
        }
    };
    let q = quotient(1.0, r)?;
    let f = quotient(q + z, 1.0 + q * z)?;
    let side = if below::float(host)? > 0.5 { Add } else { Sub };
    let turn = pymath::math::acos(f).map_err(raise)?;
    let angle = binary(side, mu, &Value::Float(turn))?;
    binary(Mod, &angle, &Value::Float(TAU))
}

pub const GAMMAVARIATE: Entry = function!(
    "gammavariate",
    &[required("alpha"), required("beta")],
    "A float of the gamma distribution with shape `alpha` and scale `beta`, both above 0.",
    &[(
        "import random; random.seed(1); random.gammavariate(2, 3)",
        "2.04665746661945"
    )],
    |host, args| gamma(host, &args[0], &args[1]),
);

fn gamma(host: &mut dyn Host, alpha: &Value, beta: &Value) -> Outcome {
    let zero = Value::Float(0.0);
    if compare(Le, alpha, &zero)? || compare(Le, beta, &zero)? {
        return Err(ValueError::Gammavariate.into());
    }
    let one = Value::Float(1.0);
    let deviate = if compare(Gt, alpha, &one)? {
        gamma_above_one(host, real(alpha)?)?
    } else if compare(Operator::Eq, alpha, &one)? {
        -logarithm(1.0 - below::float(host)?)?
    } else {
        gamma_below_one(host, real(alpha)?)?
    };
    scaled_by(deviate, beta)
}

/// By R. C. H. Cheng's method (Applied Statistics 26, 1977).
fn gamma_above_one(host: &mut dyn Host, alpha: f64) -> Outcome<f64> {
    let root = square_root(2.0 * alpha - 1.0)?;
    let b = alpha - logarithm(4.0)?;
    let c = alpha + root;
    let magic = 1.0 + logarithm(4.5)?;
    loop {
        limits::tick()?;
        let u = below::float(host)?;
        if !(1e-7 < u && u < 0.9999999) {
            continue;
        }
        let w = 1.0 - below::float(host)?;
        let v = quotient(logarithm(u / (1.0 - u))?, root)?;
        let x = alpha * exponential(v)?;
        let z = u * u * w;
        let r = b + c * v - x;
        if r + magic - 4.5 * z >= 0.0 || r >= logarithm(z)? {
            return Ok(x);
        }
    }
}

/// Algorithm GS of J. H. Ahrens and U. Dieter (Computing 12, 1974).
fn gamma_below_one(host: &mut dyn Host, alpha: f64) -> Outcome<f64> {
    let raised = |base, exponent| power(&Value::Float(base), &Value::Float(exponent));
    loop {
        limits::tick()?;
        let u = below::float(host)?;
        let b = (E + alpha) / E;
        let p = b * u;
        let x = if p <= 1.0 {
            real(&raised(p, quotient(1.0, alpha)?)?)?
        } else {
            -logarithm(quotient(b - p, alpha)?)?
        };
        let w = Value::Float(below::float(host)?);
        let found = if p > 1.0 {
            compare(Le, &w, &raised(x, alpha - 1.0)?)?
        } else {
            compare(Le, &w, &Value::Float(exponential(-x)?))?
        };
        if found {
            return Ok(x);
        }
    }
}

pub const BETAVARIATE: Entry = function!(
    "betavariate",
    &[required("alpha"), required("beta")],
    "A float from 0 to 1 of the beta distribution with these parameters, both above 0.",
    &[(
        "import random; random.seed(1); random.betavariate(2, 3)",
        "0.11859366316861172"
    )],
    |host, args| {
        let one = Value::Float(1.0);
        let y = gamma(host, &args[0], &one)?;
        if !y.truth() {
            return Ok(Value::Float(0.0));
        }
        let other = gamma(host, &args[1], &one)?;
        binary(Div, &y, &binary(Add, &y, &other)?)
    },
);

pub const PARETOVARIATE: Entry = function!(
    "paretovariate",
    &[required("alpha")],
    "A float of the Pareto distribution with shape `alpha`.",
    &[(
        "import random; random.seed(1); random.paretovariate(3)",
        "1.0492724522368004"
    )],
    |host, args| {
        let u = Value::Float(1.0 - below::float(host)?);
        power(&u, &binary(Div, &Value::Float(-1.0), &args[0])?)
    },
);

pub const WEIBULLVARIATE: Entry = function!(
    "weibullvariate",
    &[required("alpha"), required("beta")],
    "A float of the Weibull distribution with scale `alpha` and shape `beta`.",
    &[(
        "import random; random.seed(1); random.weibullvariate(1, 2)",
        "0.37985663625835103"
    )],
    |host, args| {
        let u = 1.0 - below::float(host)?;
        let base = Value::Float(-logarithm(u)?);
        let exponent = binary(Div, &Value::Float(1.0), &args[1])?;
        binary(Mul, &args[0], &power(&base, &exponent)?)
    },
);

/// An argument, or what it is where it was not given.
fn or(args: &Args, place: usize, usual: f64) -> Value {
    args.get(place).cloned().unwrap_or(Value::Float(usual))
}

/// `value * factor`.
fn scaled(value: &Value, factor: f64) -> Outcome {
    binary(Mul, value, &Value::Float(factor))
}

/// `factor * value`.
fn scaled_by(factor: f64, value: &Value) -> Outcome {
    binary(Mul, &Value::Float(factor), value)
}

fn quotient(a: f64, b: f64) -> Outcome<f64> {
    if b == 0.0 {
        return Err(ArithmeticError::FloatDivision.into());
    }
    Ok(a / b)
}

fn logarithm(x: f64) -> Outcome<f64> {
    pymath::math::log(x, None).map_err(raise)
}

fn exponential(x: f64) -> Outcome<f64> {
    pymath::math::exp(x).map_err(raise)
}

fn square_root(x: f64) -> Outcome<f64> {
    pymath::math::sqrt(x).map_err(raise)
}

fn cosine(x: f64) -> Outcome<f64> {
    pymath::math::cos(x).map_err(raise)
}
