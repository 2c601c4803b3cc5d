//! Instructions that put values together and take them apart: displays, f-strings, unpacking.

use std::rc::Rc;

use super::machine::Machine;
use super::observer::Observer;
use super::registers::{grow, join, put, read, take_all, take_list};
use super::unpack;
use crate::code::{Code, Op};
use crate::value::table::{Key, Table};
use crate::value::{Dict, Outcome, Set, Slice, Value};

impl<O: Observer> Machine<'_, O> {
    /// One of these instructions, at its place in the code.
    pub(super) fn build(
        &mut self,
        op: Op,
        (code, at): (&Code, usize),
        registers: &mut [Value],
    ) -> Outcome<()> {
        macro_rules! checked {
            ($operand:expr) => {{
                let value = read($operand, registers, &code.constants, &self.globals.values);
                if value.is_unset() {
                    self.bound($operand, code, at)?
                } else {
                    value.clone()
                }
            }};
        }
        match op {
            Op::BuildList { dst, first, count } => {
                registers[dst as usize] = take_list(registers, first, count);
            }
            Op::BuildTuple { dst, first, count } => {
                let items = &mut registers[first as usize..][..count as usize];
                let tuple = Rc::new(items.iter_mut().map(std::mem::take).collect());
                put(&mut registers[dst as usize], Value::Tuple(tuple));
            }
            Op::BuildSet { dst, first, count } => {
                let items = take_all(registers, first, count);
                let mut table = Table::default();
                for item in &items {
                    table.insert(Key::new(item)?, ());
                }
                registers[dst as usize] = Value::Set(Rc::new(Set::new(table)));
            }
            Op::BuildDict { dst } => {
                registers[dst as usize] = Value::Dict(Rc::new(Dict::default()));
            }
            Op::ListExtend { list, items } => {
                let items = checked!(items);
                let list = registers[list as usize].clone();
                unpack::extend(self, &list, &items)?;
            }
            Op::ExtendArguments { list, items } => {
                let items = checked!(items);
                let callee = registers[list as usize - 1].clone();
                let list = registers[list as usize].clone();
                unpack::extend_arguments(self, &callee, &list, &items)?;
            }
            Op::ListToTuple { dst, list } => {
                let items = match &registers[list as usize] {
                    Value::List(list) => std::mem::take(&mut *list.change()).into_values(),
                    _ => Vec::new(),
                };
                registers[dst as usize] = Value::tuple(items);
            }
            Op::SetAdd { set, item } => {
                let key = Key::new(&checked!(item))?;
                if let Value::Set(set) = &registers[set as usize] {
                    grow(set.table().len())?;
                    set.table_mut().insert(key, ());
                }
            }
            Op::SetExtend { set, items } => {
                let items = checked!(items);
                let set = registers[set as usize].clone();
                unpack::extend_set(self, &set, &items)?;
            }
            Op::DictPut { dict, key, value } => {
                let (key, value) = (checked!(key), checked!(value));
                let key = Key::new(&key)?;
                if let Value::Dict(dict) = &registers[dict as usize] {
                    grow(dict.table().len())?;
                    let old = dict.table_mut().insert(key, value);
                    drop(old);
                }
            }
            Op::DictMerge { dict, items } => {
                let items = checked!(items);
                unpack::merge(&registers[dict as usize], &items)?;
            }
            Op::BuildSlice { dst, first } => {
                let mut parts = take_all(registers, first, 3).into_iter();
                let mut part = || parts.next().unwrap_or(Value::None);
                let slice = Slice {
                    start: part(),
                    stop: part(),
                    step: part(),
                };
                registers[dst as usize] = Value::Slice(Rc::new(slice));
            }
            Op::BuildText { dst, first, count } => {
                let text = join(&registers[first as usize..][..count as usize])?;
                registers[dst as usize] = Value::text(text);
            }
            Op::Format {
                conversion,
                dst,
                value,
                spec,
            } => {
                let (value, spec) = (checked!(value), checked!(spec));
                let text = unpack::field(conversion, &value, &spec)?;
                registers[dst as usize] = text;
            }
            Op::Unpack { src, first, count } => {
                let value = checked!(src);
                unpack::exactly(
                    self,
                    &value,
                    count as usize,
                    &mut registers[first as usize..],
                )?;
            }
            Op::UnpackStarred {
                before,
                after,
                src,
                first,
            } => {
                let value = checked!(src);
                let counts = (before as usize, after as usize);
                unpack::starred(self, &value, counts, &mut registers[first as usize..])?;
            }
            Op::MergeKeywords { dict, items } => {
                let items = checked!(items);
                // The callee stands two registers before its keyword arguments.
                let callee = registers[dict as usize - 2].clone();
                unpack::merge_keywords(&callee, &registers[dict as usize], &items)?;
            }
            _ => {}
        }
        Ok(())
    }
}
