//! Decimal numbers with a scale, as bc has them (`scale=0`): how many places a result has follows
//! from how many its operands have.

use std::cmp::Ordering;

use dashu_int::ops::DivRem;
use dashu_int::{IBig, Sign};

use super::failure::{Failure, NoAnswer};
use super::fraction::Fraction;
use crate::limits;
use crate::operate;
use crate::syntax::Operator;
use crate::value::Int;
use crate::value::int::magnitude_bits;

/// `digits / 10**scale`.
#[derive(Clone, Debug)]
pub struct Decimal {
    digits: IBig,
    scale: u32,
}

impl Decimal {
    pub fn whole(int: &Int) -> Decimal {
        Decimal {
            digits: int.to_big(),
            scale: 0,
        }
    }

    /// `1.50`, `.5`, `7`.
    pub fn read(text: &str) -> Option<Decimal> {
        let (whole, places) = text.split_once('.').unwrap_or((text, ""));
        let all = format!("{whole}{places}");
        let digits = if all.is_empty() {
            IBig::ZERO
        } else {
            all.parse().ok()?
        };
        let scale = u32::try_from(places.len()).ok()?;
        Some(Decimal { digits, scale })
    }

    pub fn is_zero(&self) -> bool {
        self.digits.is_zero()
    }

    pub fn negate(&self) -> Decimal {
        Decimal {
            digits: -&self.digits,
            scale: self.scale,
        }
    }

    pub fn to_f64(&self) -> f64 {
        let denominator = IBig::from(10).pow(self.scale as usize);
        Fraction::new(self.digits.clone(), denominator).map_or(f64::NAN, |it| it.to_f64())
    }

    /// The digits at another scale; places that don't fit are cut off.
    fn at(&self, scale: u32) -> IBig {
        // Zero may have any number of places.
        if self.digits.is_zero() {
            return IBig::ZERO;
        }
        let by = IBig::from(10).pow(scale.abs_diff(self.scale) as usize);
        if scale >= self.scale {
            &self.digits * by
        } else {
            &self.digits / by
        }
    }

    pub fn compare(&self, other: &Decimal) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.at(scale).cmp(&other.at(scale))
    }

    /// `self operator other`.
    pub fn binary(&self, operator: Operator, other: &Decimal) -> Result<Decimal, NoAnswer> {
        let bits = magnitude_bits(&self.digits) + magnitude_bits(&other.digits);
        limits::int_bits(bits + 4 * u64::from(self.scale.max(other.scale)) + 1)?;
        let scale = self.scale.max(other.scale);
        let (a, b) = (self.at(scale), other.at(scale));
        let (digits, scale) = match operator {
            Operator::Add => (a + b, scale),
            Operator::Sub => (a - b, scale),
            Operator::Mul => {
                let product = Decimal {
                    digits: &self.digits * &other.digits,
                    scale: self.scale + other.scale,
                };
                let scale = scale.min(product.scale);
                (product.at(scale), scale)
            }
            Operator::Pow => return self.power(other),
            _ => {
                if other.is_zero() {
                    return Err(Failure::ByZero.into());
                }
                // The quotient has no places; the remainder is what is left of the whole.
                let (quotient, rest) = a.div_rem(b);
                match operator {
                    Operator::Div => (quotient, 0),
                    _ => (rest, scale),
                }
            }
        };
        Ok(Decimal { digits, scale })
    }

    /// To a power; places of the exponent are cut off.
    fn power(&self, exponent: &Decimal) -> Result<Decimal, NoAnswer> {
        let exponent = Int::from(exponent.at(0));
        let positive = Int::from(match &exponent {
            it if it.is_negative() => -it.to_big(),
            it => it.to_big(),
        });
        let digits = operate::integer_power(&Int::from(self.digits.clone()), &positive)?;
        let digits = digits.as_int().map_or(IBig::ONE, |int| int.to_big());
        let times = positive.to_i64().and_then(|it| u32::try_from(it).ok());
        let scale = times.and_then(|times| self.scale.checked_mul(times));
        let power = match scale {
            Some(scale) => Decimal { digits, scale },
            None => return Err(Failure::Literal.into()),
        };
        if exponent.is_negative() {
            let one = Decimal::whole(&Int::Small(1));
            return one.binary(Operator::Div, &power);
        }
        let scale = power.scale.min(self.scale);
        let digits = power.at(scale);
        Ok(Decimal { digits, scale })
    }

    /// As bc prints it: without a zero in front of the point.
    pub fn text(&self) -> String {
        let magnitude = match self.digits.sign() {
            Sign::Negative => -&self.digits,
            Sign::Positive => self.digits.clone(),
        };
        let sign = if self.digits.sign() == Sign::Negative {
            "-"
        } else {
            ""
        };
        let scale = self.scale as usize;
        let text = magnitude.to_string();
        if scale == 0 || self.digits.is_zero() {
            return format!("{sign}{text}");
        }
        let text = format!("{text:0>scale$}");
        let (whole, places) = text.split_at(text.len() - scale);
        format!("{sign}{whole}.{places}")
    }
}
