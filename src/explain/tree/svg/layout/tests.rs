use super::*;

/// The blocks of a tree given by the parent of each box (smaller than it; a root is its own), in
/// rows: the boxes are sorted so that children follow one another.
fn blocks(parents: &[usize], width: impl Fn(usize) -> f64) -> Vec<Block> {
    let mut order: Vec<usize> = (0..parents.len()).filter(|&i| parents[i] == i).collect();
    let mut blocks: Vec<Block> = vec![Block::default(); order.len()];
    let mut at = 0;
    while at < order.len() {
        let (this, depth) = (order[at], blocks[at].depth);
        blocks[at].width = width(this);
        blocks[at].first = order.len();
        for (child, &parent) in parents.iter().enumerate() {
            if parent == this && child != this {
                order.push(child);
                blocks.push(Block {
                    depth: depth + 1,
                    ..Block::default()
                });
                blocks[at].children += 1;
            }
        }
        at += 1;
    }
    blocks
}

/// Random numbers, the same every time.
fn random(seed: &mut u64) -> u64 {
    *seed = seed
        .wrapping_mul(6364136223846793005)
        .wrapping_add(1442695040888963407);
    *seed >> 33
}

/// What must be true of every drawing of one tree.
fn tidy(blocks: &[Block], lefts: &[f64]) {
    const ROUNDING: f64 = 1e-6;
    let depths = blocks.iter().map(|block| block.depth).max().unwrap_or(0);
    for depth in 0..=depths {
        let row: Vec<usize> = (0..blocks.len())
            .filter(|&i| blocks[i].depth == depth)
            .collect();
        // Rows are in order, so that no branch crosses another.
        for pair in row.windows(2) {
            let right = lefts[pair[0]] + blocks[pair[0]].width;
            assert!(right <= lefts[pair[1]] + ROUNDING, "{blocks:?} {lefts:?}");
        }
    }
    for (this, block) in blocks.iter().enumerate() {
        if block.children > 0 {
            let last = block.first + block.children - 1;
            let below = lefts[block.first] + lefts[last] + blocks[last].width;
            let middle = lefts[this] * 2.0 + block.width;
            assert!((below - middle).abs() < ROUNDING, "{blocks:?} {lefts:?}");
        }
    }
    let edge = lefts.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(edge.abs() < ROUNDING);
}

#[test]
fn random_trees_are_tidy() {
    let mut seed = 1;
    for count in 1..400 {
        let mut parents = vec![0];
        for this in 1..count {
            // Bushes as well as long branches.
            let reach = if count % 3 == 0 { 4 } else { this as u64 };
            let back = random(&mut seed) % reach.min(this as u64) + 1;
            parents.push(this - back as usize);
        }
        let widths: Vec<f64> = (0..count)
            .map(|_| 10.0 + (random(&mut seed) % 200) as f64)
            .collect();
        let blocks = blocks(&parents, |this| widths[this]);
        tidy(&blocks, &place(&blocks).unwrap());
    }
}

#[test]
fn a_family_stands_close() {
    //      0
    //   1     2
    //  3 4   5 6
    let blocks = blocks(&[0, 0, 0, 1, 1, 2, 2], |_| 10.0);
    let lefts = place(&blocks).unwrap();
    assert_eq!(lefts, [15.0, 5.0, 25.0, 0.0, 10.0, 20.0, 30.0]);
}

#[test]
fn small_ones_between_large_ones_share_the_room() {
    // 0 has 1 (with three children), 2, and 3 (with three children): 2 stands in the middle.
    let blocks = blocks(&[0, 0, 0, 0, 1, 1, 1, 3, 3, 3], |_| 10.0);
    let lefts = place(&blocks).unwrap();
    assert_eq!(lefts[..4], [25.0, 10.0, 25.0, 40.0]);
}

#[test]
fn trees_of_a_forest_are_each_placed_at_the_edge() {
    let blocks = blocks(&[0, 1, 1, 1], |_| 10.0);
    assert_eq!(place(&blocks).unwrap(), [0.0, 5.0, 0.0, 10.0]);
}

#[test]
fn a_long_branch_takes_time_in_proportion() {
    // A comb: each box has a leaf and the rest of the comb. Contours walked again and again would
    // make this quadratic.
    let count = 400_001;
    let mut blocks = Vec::with_capacity(count);
    for this in 0..count {
        let has = this % 2 == 0 && this + 2 < count;
        blocks.push(Block {
            width: 10.0,
            first: this + 1,
            children: if has { 2 } else { 0 },
            depth: this.div_ceil(2),
        });
    }
    let lefts = place(&blocks).unwrap();
    assert_eq!(lefts[1] + 10.0, lefts[2]);
}
