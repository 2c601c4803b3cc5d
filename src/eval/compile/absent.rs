//! What Python has and pemdas does not is refused before anything runs.

use super::scope::Scopes;
use super::{Compiled, Compiler};
use crate::builtin::table;
use crate::error::SyntaxError;
use crate::eval::import;
use crate::syntax::{Mistake, NodeId, Span};

/// How many refusals of one text are reported.
const MOST: usize = 10;

impl Compiler<'_, '_> {
    /// Notes a global name that is read, if only Python knows it and the program binds it nowhere.
    #[inline]
    pub(super) fn check_name(&mut self, index: usize, id: NodeId) -> Compiled {
        if self.shared.globals.get(index).is_unset() {
            return self.check_unbound(id);
        }
        Ok(())
    }

    #[cold]
    fn check_unbound(&mut self, id: NodeId) -> Compiled {
        let name = self.name(id);
        let Some(name) = table::refused(&name) else {
            return Ok(());
        };
        let (tree, source) = (self.shared.tree, self.shared.source);
        // A text without functions has had no need of scopes so far.
        let binds = match tree.has_scopes() {
            true => self.shared.scopes.binds_global(name),
            false => Scopes::of(tree, source)?.binds_global(name),
        };
        if !binds {
            self.absent(SyntaxError::AbsentName { name }, self.span(id));
        }
        Ok(())
    }

    /// Notes a module that only Python has.
    pub(super) fn check_module(&mut self, name: &str, span: Span) {
        if let Some(module) = import::absent(name) {
            self.absent(SyntaxError::AbsentModule { module }, span);
        }
    }

    fn absent(&mut self, kind: SyntaxError, span: Span) {
        let absent = &mut self.shared.absent;
        let known = absent.iter().any(|mistake| mistake.kind == kind);
        if !known && absent.len() < MOST {
            absent.push(Mistake { kind, span });
        }
    }
}
