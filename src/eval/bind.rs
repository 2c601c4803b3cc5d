//! Binding arguments to the parameters of the user's functions (Python reference, 6.3.4).

use super::call::share_parameters;
use super::machine::Machine;
use super::observer::Observer;
use crate::code::{Code, Entry, Frame};
use crate::error::TypeError;
use crate::value::table::{Key, Table};
use crate::value::{Dict, Function, Outcome, Raise, Value};
use std::rc::Rc;

impl<O: Observer> Machine<'_, O> {
    /// A frame of a function with its arguments in place.
    pub(super) fn bind(
        &mut self,
        function: &Function,
        positional: &[Value],
        keywords: &[(&str, Value)],
        entry: Entry,
    ) -> Outcome<Box<Frame>> {
        let code = &function.code;
        let mut frame = self.enter(code, &function.cells, entry)?;
        if keywords.is_empty()
            && code.parameters.plain()
            && code.parameters.positional == positional.len()
        {
            frame.registers[..positional.len()].clone_from_slice(positional);
            share_parameters(&mut frame);
            return Ok(frame);
        }
        let bound = fill(function, positional, keywords, &mut frame.registers);
        if let Err(raise) = bound {
            self.leave(frame);
            return Err(raise);
        }
        share_parameters(&mut frame);
        Ok(frame)
    }
}

fn fill(
    function: &Function,
    positional: &[Value],
    keywords: &[(&str, Value)],
    registers: &mut [Value],
) -> Outcome<()> {
    let code = &function.code;
    let parameters = &code.parameters;
    let given = positional.len().min(parameters.positional);
    registers[..given].clone_from_slice(&positional[..given]);
    let named = parameters.positional + parameters.keyword_only;
    let mut unknown = Table::default();
    for (name, value) in keywords {
        let place = (parameters.positional_only..named).find(|&at| &*code.locals[at] == *name);
        match place {
            Some(at) if registers[at].is_unset() => registers[at] = value.clone(),
            Some(_) => {
                let name = name.to_string();
                return Err(TypeError::MultipleValues {
                    function: function_name(code),
                    name,
                }
                .into());
            }
            None if parameters.keywords => {
                unknown.insert(Key::new(&Value::text(*name))?, value.clone());
            }
            None => return Err(unknown_keyword(code, name, keywords)),
        }
    }
    if positional.len() > parameters.positional && !parameters.rest {
        return Err(too_many(code, positional.len(), registers));
    }
    defaults(function, registers)?;
    if parameters.rest {
        let rest = positional.get(parameters.positional..).unwrap_or_default();
        registers[named] = Value::tuple(rest.to_vec());
    }
    if parameters.keywords {
        registers[named + parameters.rest as usize] = Value::Dict(Rc::new(Dict::new(unknown)));
    }
    Ok(())
}

/// A keyword that names no parameter: perhaps one that can only be given by position.
fn unknown_keyword(code: &Code, name: &str, keywords: &[(&str, Value)]) -> Raise {
    let function = function_name(code);
    let only = &code.locals[..code.parameters.positional_only];
    let names: Vec<&str> = only
        .iter()
        .map(|local| &**local)
        .filter(|local| keywords.iter().any(|(keyword, _)| keyword == local))
        .collect();
    if names.is_empty() {
        return TypeError::UnexpectedKeyword {
            function,
            name: name.to_string(),
        }
        .into();
    }
    TypeError::PositionalOnlyByKeyword {
        function,
        names: names.join(", "),
    }
    .into()
}

fn function_name(code: &Code) -> String {
    code.qualified_name.to_string()
}

/// Puts defaults where no argument came, and complains of what is still missing.
fn defaults(function: &Function, registers: &mut [Value]) -> Outcome<()> {
    let code = &function.code;
    let parameters = &code.parameters;
    let first = parameters.positional - parameters.positional_defaults;
    let mut missing = Vec::new();
    let positional = &mut registers[..parameters.positional];
    for (at, register) in positional.iter_mut().enumerate() {
        if register.is_unset() {
            if at >= first {
                *register = function.defaults[at - first].clone();
            } else {
                missing.push(&*code.locals[at]);
            }
        }
    }
    if !missing.is_empty() {
        return Err(missing_arguments(code, "positional", &missing));
    }
    let mut next_default = parameters.positional_defaults;
    for (index, &has_default) in parameters.keyword_defaults.iter().enumerate() {
        let at = parameters.positional + index;
        if registers[at].is_unset() {
            if has_default {
                registers[at] = function.defaults[next_default].clone();
            } else {
                missing.push(&*code.locals[at]);
            }
        }
        next_default += has_default as usize;
    }
    if !missing.is_empty() {
        return Err(missing_arguments(code, "keyword-only", &missing));
    }
    Ok(())
}

fn missing_arguments(code: &Code, kind: &'static str, names: &[&str]) -> Raise {
    TypeError::missing(&code.qualified_name, kind, names).into()
}

fn too_many(code: &Code, given: usize, registers: &[Value]) -> Raise {
    let parameters = &code.parameters;
    let most = parameters.positional;
    let least = most - parameters.positional_defaults;
    let keyword_only = registers[most..most + parameters.keyword_only]
        .iter()
        .filter(|value| !value.is_unset())
        .count();
    TypeError::too_many(&code.qualified_name, (least, most), given, keyword_only).into()
}
