//! A tree made over into what another language has.

use std::collections::{HashMap, HashSet};

use super::operation::Meaning;
use super::{Source, Unwritten, atom, excerpt};
use crate::dialect::evaluate::{Kept, kept};
use crate::dialect::{Language, Refusal};
use crate::limits;
use crate::syntax::ladder::Kind;
use crate::syntax::{List, Node, NodeId, Operator, Span, Tree};

/// A tree in a language's own words.
pub(super) struct Converted {
    pub tree: Tree,
    pub text: String,
    pub root: NodeId,
    pub notes: Vec<String>,
}

/// Makes an expression over.
pub(super) fn convert(
    from: &'static Language,
    to: &'static Language,
    source: &Source,
    root: NodeId,
) -> Result<Converted, Unwritten> {
    let mut converter = Converter {
        meaning: Meaning {
            from,
            to,
            notes: Vec::new(),
        },
        source,
        tree: Tree::default(),
        text: String::new(),
        made: HashMap::new(),
        negated: HashSet::new(),
    };
    // Children before their parents, whatever the depth.
    let mut stack = vec![(root, false)];
    while let Some((id, children_done)) = stack.pop() {
        limits::tick()?;
        if children_done {
            let made = converter.node(id)?;
            converter.made.insert(id, made);
            continue;
        }
        stack.push((id, true));
        converter.before(id)?;
        let mark = stack.len();
        source.tree.children(id, |child| stack.push((child, false)));
        stack[mark..].reverse();
    }
    let root = converter.made[&root].id;
    Ok(Converted {
        tree: converter.tree,
        text: converter.text,
        root,
        notes: converter.meaning.notes,
    })
}

/// What kind of value a node has, as far as the text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Unknown,
    Whole,
    Float,
    Text,
    /// True or false.
    Truth,
}

#[derive(Clone, Copy)]
struct Made {
    id: NodeId,
    sort: Sort,
}

struct Converter<'l> {
    meaning: Meaning,
    source: &'l Source<'l>,
    tree: Tree,
    text: String,
    made: HashMap<NodeId, Made>,
    /// The whole numbers with a minus before them.
    negated: HashSet<NodeId>,
}

impl Converter<'_> {
    fn to(&self) -> &'static Language {
        self.meaning.to
    }

    fn refuse<T>(&self, id: NodeId, why: &str) -> Result<T, Unwritten> {
        let (excerpt, title) = (excerpt(self.source, id), self.to().title());
        let reason = format!("{excerpt} has no equivalent in {title}{why}");
        let span = self.source.tree.span(id);
        Err(Refusal { span, reason }.into())
    }

    /// Refuses what no language but Python has, before its parts are looked at.
    fn before(&mut self, id: NodeId) -> Result<(), Unwritten> {
        if let Node::Unary(Operator::Neg, inner) = self.source.tree.node(id) {
            self.negated.insert(inner);
        }
        match self.source.tree.node(id) {
            Node::Name
            | Node::Int
            | Node::Float
            | Node::Imaginary
            | Node::None
            | Node::True
            | Node::False
            | Node::Str(_)
            | Node::Paren(_)
            | Node::Unary(..)
            | Node::Binary(..)
            | Node::Logic(..)
            | Node::Compare { .. }
            | Node::If { .. }
            | Node::Call { .. }
            | Node::Attribute { .. }
            | Node::Index { .. } => Ok(()),
            _ => self.refuse(id, ""),
        }
    }

    /// Adds an atom of this text.
    fn atom(&mut self, node: Node, text: &str, sort: Sort) -> Made {
        let start = self.text.len();
        self.text += text;
        let span = Span::new(start, self.text.len());
        self.text.push(' ');
        let id = self.tree.add(node, span);
        Made { id, sort }
    }

    fn add(&mut self, node: Node, sort: Sort) -> Made {
        let id = self.tree.add(node, Span::default());
        Made { id, sort }
    }

    fn made(&self, id: NodeId) -> Made {
        self.made[&id]
    }

    fn made_list(&mut self, list: List) -> List {
        let all = self.source.tree.list(list).iter();
        let made: Vec<NodeId> = all.map(|id| self.made[id].id).collect();
        self.tree.add_list(&made)
    }

    /// The node itself, its children being there.
    fn node(&mut self, id: NodeId) -> Result<Made, Unwritten> {
        let tree = self.source.tree;
        let text = tree.span(id).of(self.source.text);
        let (from, to) = (self.meaning.from, self.to());
        Ok(match tree.node(id) {
            Node::Name => match atom::name(to, text) {
                Some(name) => self.atom(Node::Name, &name, Sort::Unknown),
                None => return self.refuse(id, ": it can't be a name there"),
            },
            node @ (Node::Int | Node::Float) => {
                let written = tree.span(id).of(self.source.written);
                let own = (from == to).then(|| written.to_string());
                let sort = match node {
                    Node::Int => Sort::Whole,
                    _ => Sort::Float,
                };
                if from != to {
                    let negative = self.negated.contains(&id);
                    match kept(to, node, text, negative) {
                        Some(Kept::Exactly) => {}
                        Some(Kept::Nearly) => self.meaning.note_number(text),
                        None => return self.refuse(id, ": it is out of range there"),
                    }
                }
                match own.map_or_else(|| atom::number(to, node, text), Ok) {
                    Ok(number) => self.atom(node, &number, sort),
                    Err(why) => return self.refuse(id, why),
                }
            }
            node @ (Node::True | Node::False | Node::None) => match atom::constant(to, node) {
                Some(word) if node == Node::None => self.atom(node, &word, Sort::Unknown),
                Some(word) => self.atom(node, &word, Sort::Truth),
                None => return self.refuse(id, ""),
            },
            Node::Str(decoded) => match atom::text(to, tree.text(decoded)) {
                Some(quoted) => {
                    let decoded = tree.text(decoded).to_string();
                    let kept = self.tree.add_text(|out| {
                        out.push_str(&decoded);
                        Ok::<(), Unwritten>(())
                    })?;
                    self.atom(Node::Str(kept), &quoted, Sort::Text)
                }
                None => return self.refuse(id, ""),
            },
            Node::Imaginary if from == to => self.atom(Node::Imaginary, text, Sort::Float),
            Node::Paren(inner) => {
                let inner = self.made(inner);
                self.add(Node::Paren(inner.id), inner.sort)
            }
            Node::Unary(operator, operand) => {
                let operand = self.made(operand);
                let operator = self.meaning.prefix(operator, operand.sort);
                self.has(id, operator)?;
                let sort = match operator {
                    Operator::Not => Sort::Truth,
                    _ if operand.sort == Sort::Truth => Sort::Unknown,
                    Operator::Percent => Sort::Float,
                    _ => operand.sort,
                };
                self.add(Node::Unary(operator, operand.id), sort)
            }
            Node::Binary(operator, left, right) => {
                let (left, right) = (self.made(left), self.made(right));
                self.binary(id, operator, left, right)?
            }
            Node::Logic(operator, operands) => {
                self.has(id, operator)?;
                let mut sorts = tree.list(operands).iter().map(|id| self.made[id].sort);
                let truths = sorts.all(|sort| sort == Sort::Truth);
                self.meaning.note_logic(operator, truths);
                let sort = if truths { Sort::Truth } else { Sort::Unknown };
                let operands = self.made_list(operands);
                self.add(Node::Logic(operator, operands), sort)
            }
            Node::Compare {
                operands,
                operators,
            } => self.compare(id, operands, operators)?,
            Node::If {
                condition,
                then,
                otherwise,
            } => {
                self.has(id, Operator::If)?;
                let (condition, then) = (self.made(condition), self.made(then));
                let otherwise = self.made(otherwise);
                let same = then.sort == otherwise.sort;
                let sort = if same { then.sort } else { Sort::Unknown };
                let node = Node::If {
                    condition: condition.id,
                    then: then.id,
                    otherwise: otherwise.id,
                };
                self.add(node, sort)
            }
            Node::Call { callee, arguments } => {
                if to.ladder().says("calls", "none") {
                    return self.refuse(id, ": it has no calls");
                }
                let name = tree.span(callee).of(self.source.text);
                let juxtaposed = to.ladder().juxtaposed().map(|it| it.rung.operator);
                if juxtaposed == Some(Operator::ImpliedMul) && name.chars().nth(1).is_none() {
                    return self.refuse(id, ": it would be a product there");
                }
                if tree.node(callee) == Node::Name {
                    // A function's name has no sigil.
                    let name = tree.span(callee).of(self.source.text);
                    self.meaning.note_call(name);
                    let name = self.atom(Node::Name, name, Sort::Unknown);
                    self.made.insert(callee, name);
                } else if from != to {
                    return self.refuse(id, "");
                }
                let callee = self.made(callee).id;
                let arguments = self.made_list(arguments);
                self.add(Node::Call { callee, arguments }, Sort::Unknown)
            }
            Node::Index { value, key } => {
                let base = |it: &'static Language| it.ladder().setting("index");
                if base(to) == Some("none") || base(from) != base(to) {
                    return self.refuse(id, ": it counts otherwise");
                }
                let (value, key) = (self.made(value).id, self.made(key).id);
                self.add(Node::Index { value, key }, Sort::Unknown)
            }
            Node::Attribute { value, name } if from == to => {
                let (value, name) = (self.made(value).id, self.made(name).id);
                self.add(Node::Attribute { value, name }, Sort::Unknown)
            }
            _ => return self.refuse(id, ""),
        })
    }

    /// Refuses an operator that the language lacks.
    fn has(&self, id: NodeId, operator: Operator) -> Result<(), Unwritten> {
        if self.to().ladder().spelling(operator).is_some() {
            return Ok(());
        }
        let title = self.to().title();
        let spelled = self.meaning.from.ladder().spelling(operator);
        let symbol = match operator {
            Operator::If => "a conditional".to_string(),
            _ => match spelled {
                Some(spelling) if spelling.text.is_empty() => "a product without its sign".into(),
                Some(spelling) => format!("the operator `{}`", spelling.text),
                None => format!("the operator `{}`", operator.symbol()),
            },
        };
        let reason = format!("{symbol} has no equivalent in {title}");
        let span = self.source.tree.span(id);
        Err(Refusal { span, reason }.into())
    }

    fn binary(
        &mut self,
        id: NodeId,
        operator: Operator,
        left: Made,
        right: Made,
    ) -> Result<Made, Unwritten> {
        let equivalent = self.meaning.operation(operator, left.sort, right.sort);
        let operator = match equivalent {
            Ok(operator) => operator,
            Err(why) => return self.refuse(id, &why),
        };
        self.has(id, operator)?;
        let sort = match operator {
            Operator::Concat | Operator::Repeat => Sort::Text,
            Operator::Add
            | Operator::Sub
            | Operator::Mul
            | Operator::Mod
            | Operator::FloorDiv
            | Operator::ImpliedMul => match (left.sort, right.sort) {
                (Sort::Text, _) | (_, Sort::Text) => Sort::Text,
                (Sort::Float, _) | (_, Sort::Float) => Sort::Float,
                (Sort::Whole, Sort::Whole) => Sort::Whole,
                _ => Sort::Unknown,
            },
            _ => Sort::Unknown,
        };
        let rung = self.to().ladder().rung(operator);
        let comparison = matches!(
            operator,
            Operator::Lt | Operator::Le | Operator::Gt | Operator::Ge | Operator::Eq | Operator::Ne
        );
        let sort = if comparison { Sort::Truth } else { sort };
        if operator.short_circuits() {
            let operands = self.tree.add_list(&[left.id, right.id]);
            return Ok(self.add(Node::Logic(operator, operands), sort));
        }
        if rung.is_some_and(|rung| rung.kind == Kind::Chain) {
            return Ok(self.comparison(&[left.id, right.id], &[operator]));
        }
        Ok(self.add(Node::Binary(operator, left.id, right.id), sort))
    }

    fn comparison(&mut self, operands: &[NodeId], operators: &[Operator]) -> Made {
        let operators = self.tree.add_operators(operators);
        let operands = self.tree.add_list(operands);
        let node = Node::Compare {
            operands,
            operators,
        };
        self.add(node, Sort::Truth)
    }

    /// `a < b <= c`: a chain where there are some, else `a < b and b <= c` where that comes to the
    /// same, as `b` may be evaluated twice.
    fn compare(&mut self, id: NodeId, operands: List, start: u32) -> Result<Made, Unwritten> {
        let tree = self.source.tree;
        let operators = tree.chain(start, operands);
        let operands = tree.list(operands);
        let made: Vec<Made> = operands.iter().map(|&operand| self.made(operand)).collect();
        if let [operator] = *operators {
            return self.binary(id, operator, made[0], made[1]);
        }
        let mut equivalents = Vec::new();
        for (pair, &operator) in made.windows(2).zip(operators) {
            match self.meaning.operation(operator, pair[0].sort, pair[1].sort) {
                Ok(operator) => equivalents.push(operator),
                Err(why) => return self.refuse(id, &why),
            }
        }
        for &operator in &equivalents {
            self.has(id, operator)?;
        }
        let rungs = equivalents.iter().map(|&it| self.to().ladder().rung(it));
        let rungs: Vec<_> = rungs.collect();
        let one_level = rungs.windows(2).all(|pair| {
            let level = |at: usize| pair[at].map(|rung| rung.level);
            level(0) == level(1)
        });
        let chains = |rung: &Option<_>| {
            rung.is_some_and(|rung: crate::syntax::ladder::Rung| rung.kind == Kind::Chain)
        };
        if one_level && rungs.iter().all(chains) {
            let ids: Vec<NodeId> = made.iter().map(|made| made.id).collect();
            return Ok(self.comparison(&ids, &equivalents));
        }
        let title = self.to().title();
        for &middle in &operands[1..operands.len() - 1] {
            let atom = matches!(
                tree.node(tree.unwrapped(middle)),
                Node::Name | Node::Int | Node::Float | Node::Str(_)
            );
            if !atom {
                let part = excerpt(self.source, middle);
                let why = format!(": {title} has no chains, and {part} would be evaluated twice");
                return self.refuse(id, &why);
            }
        }
        self.has(id, Operator::And)?;
        let mut pairs = Vec::new();
        for (pair, &operator) in made.windows(2).zip(&equivalents) {
            let pair = self.binary(id, operator, pair[0], pair[1])?;
            pairs.push(pair.id);
        }
        let pairs = self.tree.add_list(&pairs);
        Ok(self.add(Node::Logic(Operator::And, pairs), Sort::Truth))
    }
}
