//! Exact fractions: Ruby's rationals, Go's constants, arithmetic as schools teach it.

use std::cmp::Ordering;

use dashu_int::ops::{Abs, DivRem, Gcd};
use dashu_int::{IBig, Sign};

use super::failure::{Failure, NoAnswer};
use crate::limits;
use crate::operate;
use crate::syntax::Operator;
use crate::value::Int;
use crate::value::int::magnitude_bits;

/// A fraction in lowest terms; the denominator is positive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fraction {
    pub numerator: IBig,
    pub denominator: IBig,
}

impl Fraction {
    /// In lowest terms; none for a denominator of zero.
    pub fn new(numerator: IBig, denominator: IBig) -> Option<Fraction> {
        if denominator.is_zero() {
            return None;
        }
        let common = IBig::from((&numerator).gcd(&denominator));
        let (mut numerator, mut denominator) = (numerator / &common, denominator / &common);
        if denominator.sign() == Sign::Negative {
            numerator = -numerator;
            denominator = -denominator;
        }
        Some(Fraction {
            numerator,
            denominator,
        })
    }

    pub fn whole(int: &Int) -> Fraction {
        Fraction {
            numerator: int.to_big(),
            denominator: IBig::ONE,
        }
    }

    /// `2.50`, `1e-3`: digits with a point and an exponent, exactly.
    pub fn read(text: &str) -> Option<Fraction> {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let all = format!("{whole}{places}");
        let numerator: IBig = if all.is_empty() {
            return None;
        } else {
            all.parse().ok()?
        };
        let exponent = exponent - places.len() as i64;
        let scale = usize::try_from(exponent.unsigned_abs()).ok()?;
        // No language reads numbers that are much longer than their text.
        if scale > 5000 {
            return None;
        }
        let scale = IBig::from(10).pow(scale);
        match exponent {
            0.. => Fraction::new(numerator * scale, IBig::ONE),
            _ => Fraction::new(numerator, scale),
        }
    }

    pub fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    pub fn is_whole(&self) -> bool {
        self.denominator.is_one()
    }

    pub fn negate(&self) -> Fraction {
        Fraction {
            numerator: -&self.numerator,
            denominator: self.denominator.clone(),
        }
    }

    /// The nearest float; infinite beyond the largest.
    pub fn to_f64(&self) -> f64 {
        let (a, b) = (
            Int::from(self.numerator.clone()),
            Int::from(self.denominator.clone()),
        );
        let quotient = operate::true_divide(&a, &b);
        quotient.unwrap_or(if a.is_negative() {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        })
    }

    /// The greatest whole number that is not greater.
    pub fn floor(&self) -> IBig {
        let (quotient, rest) = (&self.numerator).div_rem(&self.denominator);
        if rest.sign() == Sign::Negative {
            quotient - IBig::ONE
        } else {
            quotient
        }
    }

    fn bits(&self) -> u64 {
        magnitude_bits(&self.numerator).max(magnitude_bits(&self.denominator))
    }

    /// `self operator other` for `+ - * / %`; the remainder has the divisor's sign.
    pub fn binary(&self, operator: Operator, other: &Fraction) -> Result<Fraction, NoAnswer> {
        limits::int_bits(self.bits() + other.bits() + 1)?;
        let (a, b) = (&self.numerator, &self.denominator);
        let (c, d) = (&other.numerator, &other.denominator);
        let result = match operator {
            Operator::Add => Fraction::new(a * d + c * b, b * d),
            Operator::Sub => Fraction::new(a * d - c * b, b * d),
            Operator::Mul => Fraction::new(a * c, b * d),
            Operator::Div => Fraction::new(a * d, b * c),
            _ => {
                let quotient = Fraction::new(a * d, b * c).ok_or(Failure::ByZero)?;
                let whole = quotient.floor();
                Fraction::new(a * d - whole * c * b, b * d)
            }
        };
        Ok(result.ok_or(Failure::ByZero)?)
    }

    /// `self` to a whole power.
    pub fn power(&self, exponent: &Int) -> Result<Fraction, NoAnswer> {
        let (base, exponent) = if exponent.is_negative() {
            let inverse = Fraction::new(self.denominator.clone(), self.numerator.clone());
            let exponent = Int::from(-exponent.to_big());
            (inverse.ok_or(Failure::ZeroToNegative)?, exponent)
        } else {
            (self.clone(), exponent.clone())
        };
        let raise = |part: &IBig| -> Result<IBig, NoAnswer> {
            let power = operate::integer_power(&Int::from(part.clone()), &exponent)?;
            Ok(power.as_int().map_or(IBig::ONE, |int| int.to_big()))
        };
        let fraction = Fraction::new(raise(&base.numerator)?, raise(&base.denominator)?);
        Ok(fraction.ok_or(Failure::ByZero)?)
    }

    pub fn compare(&self, other: &Fraction) -> Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }

    /// All its decimal digits, where there are no more than `places` after the point; none where
    /// there are.
    pub fn decimal(&self, places: usize) -> Option<String> {
        let mut scaled = self.clone();
        for shown in 0..=places {
            if scaled.is_whole() {
                let digits = scaled.numerator.clone().abs().to_string();
                let digits = format!("{digits:0>width$}", width = shown + 1);
                let (whole, rest) = digits.split_at(digits.len() - shown);
                let sign = match self.numerator.sign() {
                    Sign::Negative => "-",
                    Sign::Positive => "",
                };
                let point = if shown == 0 { "" } else { "." };
                return Some(format!("{sign}{whole}{point}{rest}"));
            }
            scaled = Fraction::new(scaled.numerator * IBig::from(10), scaled.denominator)?;
        }
        None
    }
}
