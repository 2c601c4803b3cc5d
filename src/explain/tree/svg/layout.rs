//! Where the boxes of a tree go: a tidy tree, in time proportional to its boxes.
//!
//! Flows in: for each box its parent and its width. Flows out: the left edge of each box. Boxes of
//! a row never overlap, a parent stands over the middle of its children, the order of children is
//! kept, equal subtrees look equal, and no subtree stands further from its neighbour than it must;
//! what room is left over between two children that had to part is shared among those between.
//!
//! This is the method of Reingold and Tilford with the threads of Walker as Buchheim, Jünger and
//! Leipert made it linear, for boxes of different widths (van der Ploeg, "Drawing non-layered tidy
//! trees in linear time", 2014). A contour goes down the left or the right side of a subtree; a
//! box without children at the end of one is given a thread to where the contour goes on. All
//! places are relative to those of the parent until the last pass adds them up. Parents come
//! before their children in the vector, so both passes are loops over it.

use crate::limits;
use crate::value::Outcome;

/// One box to be placed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Block {
    /// Its width, with the gap that it keeps to the next one.
    pub width: f64,
    /// Its children: a run of later boxes.
    pub first: usize,
    pub children: usize,
    /// How far it is from the root of its tree.
    pub depth: usize,
}

/// What is known of each box on the way.
#[derive(Clone, Copy, Default)]
struct Spot {
    /// Its place among its children, and how far it and its subtree were moved since.
    place: f64,
    moved: f64,
    /// What is shared out among the siblings before it, kept as differences.
    shift: f64,
    change: f64,
    /// Where the contours go on below, if there are no children.
    left_thread: Option<usize>,
    right_thread: Option<usize>,
    /// The lowest boxes at the left and the right of its subtree, with what is to be added to
    /// their places.
    leftmost: usize,
    leftmost_moved: f64,
    rightmost: usize,
    rightmost_moved: f64,
}

/// The left edges of the boxes; the leftmost edge of each tree is at 0.
///
/// # Errors
/// Where the time is over.
pub fn place(blocks: &[Block]) -> Outcome<Vec<f64>> {
    let mut walk = Walk {
        blocks,
        spots: vec![Spot::default(); blocks.len()],
    };
    let mut lows = Vec::new();
    for this in (0..blocks.len()).rev() {
        limits::tick()?;
        walk.arrange(this, &mut lows);
    }
    walk.sum_up()
}

struct Walk<'b> {
    blocks: &'b [Block],
    spots: Vec<Spot>,
}

impl Walk<'_> {
    /// Places the children of a box, which are arranged already, side by side.
    fn arrange(&mut self, this: usize, lows: &mut Vec<(usize, usize)>) {
        let Block {
            first, children, ..
        } = self.blocks[this];
        if children == 0 {
            let spot = &mut self.spots[this];
            (spot.leftmost, spot.rightmost) = (this, this);
            return;
        }
        // For each depth reached so far, the last child that reaches it: deepest first.
        lows.clear();
        lows.push((self.blocks[self.spots[first].leftmost].depth, first));
        for child in first + 1..first + children {
            let low = self.blocks[self.spots[child].rightmost].depth;
            self.separate(first, child, lows);
            while lows.last().is_some_and(|&(depth, _)| low >= depth) {
                lows.pop();
            }
            lows.push((low, child));
        }
        let last = first + children - 1;
        let (left, right) = (self.spots[first], self.spots[last]);
        let middle =
            (left.place + left.moved + right.place + right.moved + self.blocks[last].width) / 2.0;
        let width = self.blocks[this].width;
        let spot = &mut self.spots[this];
        spot.place = middle - width / 2.0;
        (spot.leftmost, spot.leftmost_moved) = (left.leftmost, left.leftmost_moved);
        (spot.rightmost, spot.rightmost_moved) = (right.rightmost, right.rightmost_moved);
    }

    /// Moves a child to the right until its left contour is clear of the right contour of the
    /// siblings before it.
    fn separate(&mut self, first: usize, child: usize, lows: &[(usize, usize)]) {
        let before = child - 1;
        let (mut left, mut left_moved) = (before, self.spots[before].moved);
        let (mut right, mut right_moved) = (child, self.spots[child].moved);
        let mut lows = lows.iter().rev().peekable();
        loop {
            // Whose contour this is at this depth.
            while lows
                .peek()
                .is_some_and(|&&(depth, _)| self.blocks[left].depth > depth)
            {
                lows.next();
            }
            let edge = left_moved + self.spots[left].place + self.blocks[left].width;
            let distance = edge - (right_moved + self.spots[right].place);
            if distance > 0.0 {
                right_moved += distance;
                let pushed_by = lows.peek().map_or(before, |&&(_, sibling)| sibling);
                self.push(child, pushed_by, distance);
            }
            let next_left = self.below_right(left);
            let next_right = self.below_left(right);
            match (next_left, next_right) {
                (Some(below_left), Some(below_right)) => {
                    left = below_left;
                    left_moved += self.spots[left].moved;
                    right = below_right;
                    right_moved += self.spots[right].moved;
                }
                (None, Some(below)) => {
                    let moved = right_moved + self.spots[below].moved;
                    return self.thread_left(first, child, below, moved);
                }
                (Some(below), None) => {
                    let moved = left_moved + self.spots[below].moved;
                    return self.thread_right(child, below, moved);
                }
                (None, None) => return,
            }
        }
    }

    /// Moves a child, and leaves word to share the room among those between it and `pushed_by`.
    fn push(&mut self, child: usize, pushed_by: usize, distance: f64) {
        let spot = &mut self.spots[child];
        spot.moved += distance;
        spot.leftmost_moved += distance;
        spot.rightmost_moved += distance;
        let between = child - pushed_by;
        if between > 1 {
            let share = distance / between as f64;
            spot.shift -= share;
            spot.change -= distance - share;
            self.spots[pushed_by + 1].shift += share;
        }
    }

    fn below_left(&self, this: usize) -> Option<usize> {
        let block = &self.blocks[this];
        match block.children {
            0 => self.spots[this].left_thread,
            _ => Some(block.first),
        }
    }

    fn below_right(&self, this: usize) -> Option<usize> {
        let block = &self.blocks[this];
        match block.children {
            0 => self.spots[this].right_thread,
            children => Some(block.first + children - 1),
        }
    }

    /// The left contour of all siblings so far goes on at `below`, in the subtree of `child`.
    fn thread_left(&mut self, first: usize, child: usize, below: usize, moved: f64) {
        let from = self.spots[first].leftmost;
        let difference = moved - self.spots[below].moved - self.spots[first].leftmost_moved;
        self.spots[from].left_thread = Some(below);
        self.spots[from].moved += difference;
        self.spots[from].place -= difference;
        self.spots[first].leftmost = self.spots[child].leftmost;
        self.spots[first].leftmost_moved = self.spots[child].leftmost_moved;
    }

    /// The right contour of all siblings up to `child` goes on at `below`, in one before it.
    fn thread_right(&mut self, child: usize, below: usize, moved: f64) {
        let from = self.spots[child].rightmost;
        let difference = moved - self.spots[below].moved - self.spots[child].rightmost_moved;
        self.spots[from].right_thread = Some(below);
        self.spots[from].moved += difference;
        self.spots[from].place -= difference;
        self.spots[child].rightmost = self.spots[child - 1].rightmost;
        self.spots[child].rightmost_moved = self.spots[child - 1].rightmost_moved;
    }

    /// Adds the relative places up, from the roots down.
    fn sum_up(mut self) -> Outcome<Vec<f64>> {
        let mut lefts = vec![0.0; self.blocks.len()];
        // What has been moved above each box.
        let mut above = vec![0.0; self.blocks.len()];
        // The leftmost edge of the tree whose boxes begin at each root.
        let mut trees: Vec<usize> = Vec::new();
        let mut tree_of = vec![0; self.blocks.len()];
        let mut edges: Vec<f64> = Vec::new();
        for this in 0..self.blocks.len() {
            limits::tick()?;
            let Block {
                first,
                children,
                depth,
                ..
            } = self.blocks[this];
            if depth == 0 {
                tree_of[this] = trees.len();
                trees.push(this);
                edges.push(f64::INFINITY);
            }
            let moved = above[this] + self.spots[this].moved;
            lefts[this] = moved + self.spots[this].place;
            let tree = tree_of[this];
            edges[tree] = edges[tree].min(lefts[this]);
            let (mut shift, mut total) = (0.0, 0.0);
            for child in first..first + children {
                let spot = &mut self.spots[child];
                shift += spot.shift;
                total += shift + spot.change;
                spot.moved += total;
                above[child] = moved;
                tree_of[child] = tree;
            }
        }
        for (left, &tree) in lefts.iter_mut().zip(&tree_of) {
            *left -= edges[tree];
        }
        Ok(lefts)
    }
}

#[cfg(test)]
mod tests;
