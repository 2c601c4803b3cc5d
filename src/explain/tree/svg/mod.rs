//! The tree as a picture.
//!
//! Flows in: a tree and its source. Flows out: one SVG that needs nothing else: boxes placed by
//! `layout`, of the width that `measure` finds, light or dark as the reader's system is
//! (`tree.css`), with a title and a description for those who don't see it. A long label is
//! shortened, and the whole of it shows where the pointer rests on its box. Of a large tree the
//! top is drawn ([`Bounds`]).

mod layout;
mod measure;
mod outline;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt::{self, Display, Write};

use self::layout::Block;
use self::outline::{Item, Outline, Role};
use super::{Results, sexpr};
use crate::limits;
use crate::syntax::{NodeId, Tree};
use crate::value::Outcome;
use crate::value::text::Builder;

pub use outline::Bounds;

/// The rules for how a tree looks, in CSS. They stand in every SVG that stands alone.
pub const STYLE: &str = include_str!("tree.css");

impl Default for Bounds {
    fn default() -> Bounds {
        Bounds {
            depth: 100,
            nodes: 1000,
        }
    }
}

// What there is around the text, in the units of the picture.

/// Between the text and the sides of its box, and the least width of a box.
const INSET: f64 = 10.0;
const NARROWEST: f64 = 30.0;
/// A box with one line of text, and what each further one adds.
const LINE: f64 = 30.0;
const FURTHER: f64 = 20.0;
/// A line of text above a box.
const CAPTION: f64 = 18.0;
/// Between boxes side by side, between rows, between trees, and around the whole.
const GAP: f64 = 16.0;
const ROW: f64 = 34.0;
const TREES: f64 = 44.0;
const MARGIN: f64 = 20.0;

/// The columns of a label that is not shortened.
const COLUMNS: usize = 32;
/// The code points of a label in a tooltip and of the description; and of the source of a node,
/// which holds that of the nodes below it.
const WORDS: usize = 1000;
const SOURCE: usize = 200;

/// All statements as one picture, one under the other.
///
/// # Errors
/// Where a limit is reached: a number is too large to be written, or the time is over.
///
/// ```
/// let read = pemdas::explain::tree::of("-x").unwrap();
/// let svg = read.svg().unwrap();
/// assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pemdas-tree\""));
/// assert!(svg.contains("<title id=\"tree-title\">The parse tree of -x</title>"));
/// assert!(svg.contains("<desc id=\"tree-desc\">(neg x)</desc>"));
/// ```
pub fn svg(tree: &Tree, source: &str) -> Outcome<String> {
    with(tree, source, None)
}

/// The same, with what each node came to in its box.
pub(super) fn with(tree: &Tree, source: &str, results: Option<&Results>) -> Outcome<String> {
    let drawing = Drawing::of(tree, source, Bounds::default(), results)?;
    let mut out = Builder::default();
    drawing.write(true, &mut out)?;
    Ok(out.finish())
}

/// A tree that has been placed.
pub struct Drawing<'t> {
    tree: &'t Tree,
    source: &'t str,
    outline: Outline,
    boxes: Vec<Frame>,
    width: f64,
    height: f64,
}

/// A box in its place: the middle of its upper edge, and its size.
#[derive(Clone, Copy, Debug, Default)]
struct Frame {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl<'t> Drawing<'t> {
    /// Places a tree.
    ///
    /// # Errors
    /// Those of [`svg`].
    pub fn of(
        tree: &'t Tree,
        source: &'t str,
        bounds: Bounds,
        results: Option<&Results>,
    ) -> Outcome<Drawing<'t>> {
        let outline = Outline::of(tree, source, bounds, results)?;
        let mut drawing = Drawing {
            tree,
            source,
            outline,
            boxes: Vec::new(),
            width: 0.0,
            height: 0.0,
        };
        drawing.place()?;
        Ok(drawing)
    }

    /// The number of the box of a node, if it is drawn. Parentheses have the box of what they hold.
    pub fn numbers(&self) -> HashMap<NodeId, usize> {
        let items = self.outline.items.iter().enumerate();
        items
            .filter_map(|(number, item)| Some((item.node?, number)))
            .collect()
    }

    fn place(&mut self) -> Outcome<()> {
        let items = &self.outline.items;
        let mut boxes = Vec::with_capacity(items.len());
        let mut blocks = Vec::with_capacity(items.len());
        for item in items {
            let mut widest = text_width(&short(&item.label));
            for (_, line) in &item.lines {
                widest = widest.max(text_width(&short(line)));
            }
            let width = (widest + 2.0 * INSET).max(NARROWEST);
            boxes.push(Frame {
                width,
                height: LINE + FURTHER * item.lines.len() as f64,
                ..Frame::default()
            });
            blocks.push(Block {
                width: width.max(text_width(item.caption)) + GAP,
                first: item.first,
                children: item.children,
                depth: item.depth,
            });
        }
        let lefts = layout::place(&blocks)?;
        // Which tree each is of, and how high the rows of each tree are: captions, then boxes.
        let mut tree_of: Vec<usize> = Vec::with_capacity(items.len());
        let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
        for (item, frame) in items.iter().zip(&boxes) {
            let tree = match item.parent {
                Some(parent) => tree_of[parent],
                None => rows.len(),
            };
            tree_of.push(tree);
            if tree == rows.len() {
                rows.push(Vec::new());
            }
            let rows = &mut rows[tree];
            if rows.len() == item.depth {
                rows.push((0.0, 0.0));
            }
            let (captions, height) = &mut rows[item.depth];
            *height = height.max(frame.height);
            if !item.caption.is_empty() {
                *captions = CAPTION;
            }
        }
        // Where the boxes of each row begin.
        let mut y = MARGIN;
        let mut tops: Vec<Vec<f64>> = Vec::with_capacity(rows.len());
        for (tree, rows) in rows.iter().enumerate() {
            y += if tree > 0 { TREES } else { 0.0 };
            let mut here = Vec::with_capacity(rows.len());
            for (row, (captions, height)) in rows.iter().enumerate() {
                y += captions + if row > 0 { ROW } else { 0.0 };
                here.push(y);
                y += height;
            }
            tops.push(here);
        }
        self.height = y + MARGIN;
        for (this, frame) in boxes.iter_mut().enumerate() {
            frame.x = MARGIN + lefts[this] + (blocks[this].width - GAP) / 2.0;
            frame.y = tops[tree_of[this]][items[this].depth];
            let right = frame.x + (blocks[this].width - GAP) / 2.0 + MARGIN;
            self.width = self.width.max(right);
        }
        self.boxes = boxes;
        Ok(())
    }

    /// Writes the picture: with its rules of style where it stands `alone`, without them for a page
    /// that has them.
    ///
    /// # Errors
    /// Those of [`svg`].
    pub fn write(&self, alone: bool, out: &mut Builder) -> Outcome<()> {
        let (width, height) = (Px(self.width.ceil()), Px(self.height.ceil()));
        // Writing into a String can't fail; what is written by `put` is short.
        let put = |out: &mut Builder, text: fmt::Arguments| -> Outcome<()> {
            out.reserve(512)?;
            let _ = out.buffer().write_fmt(text);
            Ok(())
        };
        put(
            out,
            format_args!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pemdas-tree\" \
                 width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
                 role=\"img\" aria-labelledby=\"tree-title tree-desc\">\n"
            ),
        )?;
        out.push_str("<title id=\"tree-title\">The parse tree of ")?;
        escape(out, &beginning(self.source.trim(), SOURCE))?;
        out.push_str("</title>\n<desc id=\"tree-desc\">")?;
        escape(out, &self.description()?)?;
        out.push_str("</desc>\n")?;
        if alone {
            out.push_str("<style>\n")?;
            out.push_str(STYLE)?;
            out.push_str("</style>\n")?;
            put(
                out,
                format_args!(
                    "<rect class=\"paper\" width=\"{width}\" height=\"{height}\" rx=\"6\"/>\n"
                ),
            )?;
        }
        for (number, item) in self.outline.items.iter().enumerate() {
            limits::tick()?;
            let frame = self.boxes[number];
            if let Some(parent) = item.parent {
                put(out, format_args!("{}\n", self.edge(number, parent)))?;
            }
            let role = match item.role {
                Role::Operator => "operator",
                Role::Leaf => "leaf",
                Role::Other => "other",
                Role::More => "more",
            };
            put(
                out,
                format_args!("<g id=\"node-{number}\" class=\"node {role}\"><title>"),
            )?;
            escape(out, &self.tooltip(item))?;
            put(
                out,
                format_args!(
                    "</title><rect class=\"box\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" \
                     rx=\"6\"/>",
                    Px(frame.x - frame.width / 2.0),
                    Px(frame.y),
                    Px(frame.width),
                    Px(frame.height)
                ),
            )?;
            if !item.caption.is_empty() {
                self.text("caption", item.caption, frame.x, frame.y - 6.0, out)?;
            }
            let mut baseline = frame.y + 20.0;
            self.text("label", &short(&item.label), frame.x, baseline, out)?;
            for (class, line) in &item.lines {
                baseline += FURTHER;
                self.text(class, &short(line), frame.x, baseline, out)?;
            }
            out.push_str("</g>\n")?;
        }
        out.push_str("</svg>")
    }

    /// A line of text of the width that it was given room for.
    fn text(&self, class: &str, text: &str, x: f64, y: f64, out: &mut Builder) -> Outcome<()> {
        out.reserve(256)?;
        let _ = write!(
            out.buffer(),
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" textLength=\"{}\" \
             lengthAdjust=\"spacingAndGlyphs\">",
            Px(x),
            Px(y),
            Px(text_width(text).max(1.0))
        );
        escape(out, text)?;
        out.push_str("</text>")
    }

    /// The branch from a parent down to a box, or to the caption above it.
    fn edge(&self, number: usize, parent: usize) -> String {
        let (from, to) = (self.boxes[parent], self.boxes[number]);
        let caption = match self.outline.items[number].caption {
            "" => 0.0,
            _ => CAPTION,
        };
        let (top, bottom) = (from.y + from.height, to.y - caption);
        let middle = (top + bottom) / 2.0;
        format!(
            "<path class=\"edge\" d=\"M{},{} C{},{} {},{} {},{}\"/>",
            Px(from.x),
            Px(top),
            Px(from.x),
            Px(middle),
            Px(to.x),
            Px(middle),
            Px(to.x),
            Px(bottom)
        )
    }

    /// The whole label, and what stands in the source, where that is something else.
    fn tooltip(&self, item: &Item) -> String {
        let mut text = beginning(&item.label, WORDS);
        if let Some(node) = item.node {
            let source = self.tree.span(node).of(self.source);
            if source != item.label {
                text.push('\n');
                text += &beginning(source, SOURCE);
            }
        }
        for (_, line) in &item.lines {
            text.push('\n');
            text += &beginning(line, WORDS);
        }
        text
    }

    /// The tree in words: its s-expressions, if they are short; else how large it is.
    fn description(&self) -> Outcome<String> {
        let items = &self.outline.items;
        let depth = items.iter().map(|item| item.depth + 1).max().unwrap_or(0);
        let all = items.iter().filter(|item| item.role != Role::More).count();
        if items.len() <= WORDS / 4 && self.outline.left_out == 0 {
            let mut lines = Vec::new();
            for &statement in &self.tree.statements {
                lines.push(sexpr(self.tree, self.source, statement)?);
            }
            let text = lines.join("\n");
            if text.len() <= WORDS {
                return Ok(text);
            }
        }
        Ok(match self.outline.left_out {
            0 => format!("A tree of {all} nodes on {depth} levels."),
            more => format!(
                "The upper {all} nodes of a tree, on {depth} levels; {more} more are not drawn."
            ),
        })
    }
}

/// Text as it stands in a box.
fn short(text: &str) -> String {
    measure::shortened(text, COLUMNS)
}

fn text_width(text: &str) -> f64 {
    measure::columns(text) as f64 * measure::COLUMN
}

/// The beginning of a text.
fn beginning(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}

/// A length, to a tenth of a unit.
struct Px(f64);

impl Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", (self.0 * 10.0).round() / 10.0)
    }
}

/// Appends text as the content of an element or an attribute. What XML can't hold at all (control
/// characters, and two that are not characters) is replaced.
pub fn escape(out: &mut Builder, text: &str) -> Outcome<()> {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;")?,
            '>' => out.push_str("&gt;")?,
            '&' => out.push_str("&amp;")?,
            '"' => out.push_str("&quot;")?,
            '\n' | '\t' => out.push(c)?,
            '\0'..' ' => out.push(char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'))?,
            '\x7f'..'\u{a0}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}')?,
            _ => out.push(c)?,
        }
    }
    Ok(())
}
