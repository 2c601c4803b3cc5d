//! The sweep itself. It does not recurse, however deep the values are.

use hashbrown::HashMap;

use super::held::Object;
use crate::value::nested::drop_values;

/// What a sweep did.
#[derive(Debug, Clone, Copy)]
pub struct Swept {
    /// How many objects were freed.
    pub freed: usize,
    /// How many references were followed.
    pub steps: usize,
}

/// An object that was reached, held once more by this.
struct Node {
    object: Object,
    /// How many of its owners are among the objects that were reached.
    owners: u32,
}

/// The objects that were reached, each found by its address.
#[derive(Default)]
struct Graph {
    nodes: Vec<Node>,
    places: HashMap<usize, u32>,
}

impl Graph {
    /// The place of an object, reached now at the latest.
    fn reach(&mut self, address: usize, object: impl FnOnce() -> Object) -> &mut Node {
        let next = self.nodes.len();
        let place = *self.places.entry(address).or_insert(next as u32) as usize;
        if place == next {
            self.nodes.push(Node {
                object: object(),
                owners: 0,
            });
        }
        &mut self.nodes[place]
    }

    /// Which of the objects are held from outside, or by one that is.
    fn alive(&self) -> Vec<bool> {
        let outside = |node: &Node| node.object.owners() - 1 > node.owners as usize;
        let mut alive: Vec<bool> = self.nodes.iter().map(outside).collect();
        let mut waiting: Vec<usize> = (0..alive.len()).filter(|&place| alive[place]).collect();
        while let Some(place) = waiting.pop() {
            self.nodes[place].object.each_held(|held| {
                let place = held.address().and_then(|address| self.places.get(&address));
                if let Some(&place) = place
                    && !std::mem::replace(&mut alive[place as usize], true)
                {
                    waiting.push(place as usize);
                }
            });
        }
        alive
    }
}

/// Frees what only holds itself among these objects and all they reach.
pub fn sweep(objects: impl Iterator<Item = Object>) -> Swept {
    let mut graph = Graph::default();
    for object in objects {
        if let Some(address) = object.held().address() {
            graph.reach(address, || object);
        }
    }
    let mut steps = graph.nodes.len();
    let mut at = 0;
    while at < graph.nodes.len() {
        let object = graph.nodes[at].object.clone();
        object.each_held(|held| {
            steps += 1;
            if let Some(address) = held.address() {
                let node = graph.reach(address, || held.object());
                node.owners = node.owners.saturating_add(1);
            }
        });
        at += 1;
    }
    let alive = graph.alive();
    let mut freed = 0;
    for (node, _) in graph.nodes.iter().zip(alive).filter(|(_, alive)| !alive) {
        freed += 1;
        // While the nodes hold every object, this frees none of them, and nothing deep.
        drop_values(node.object.empty());
    }
    Swept { freed, steps }
}
