use super::*;
use crate::explain::tree;

fn boxes(source: &str) -> Vec<(Frame, Item)> {
    let read = tree::of(source).unwrap();
    let drawing = Drawing::of(&read.tree, source, Bounds::default(), None).unwrap();
    let items = drawing.outline.items.iter().cloned();
    drawing.boxes.iter().copied().zip(items).collect()
}

#[test]
fn boxes_and_captions_never_overlap() {
    for source in [
        "1",
        "1 + 2**3 / 4 * 5",
        "a if b else c if d else e",
        "f(x, *args, key='日本語の長い長い長い長い長い文字列', **more)[1:2:3].attribute",
        "[a * b for a in range(10) if a % 2 for b in (1, 2, 3)]",
        "def f(a, b=1, *, c: int = 2) -> int:\n  if a:\n    return b\n  elif c:\n    pass\n  else:\n    raise E from x",
        "x = 1; y = x < 2 < 3; -x ** -y",
        "f'{a!r:>{w}} and {b + c}'",
        "{1: 2, **a, 3: {4, 5, (6, 7), ()}}",
    ] {
        let boxes = boxes(source);
        for (at, (one, item)) in boxes.iter().enumerate() {
            let reach = |frame: &Frame, item: &Item| {
                let width = frame.width.max(text_width(item.caption));
                let above = if item.caption.is_empty() {
                    0.0
                } else {
                    CAPTION
                };
                let (left, right) = (frame.x - width / 2.0, frame.x + width / 2.0);
                (left, right, frame.y - above, frame.y + frame.height)
            };
            let (left, right, top, bottom) = reach(one, item);
            assert!(left >= 0.0 && top >= 0.0);
            assert!(text_width(&short(&item.label)) < one.width);
            for (other, item) in &boxes[..at] {
                let (l, r, t, b) = reach(other, item);
                assert!(
                    right < l || r < left || bottom < t || b < top,
                    "{source}: {one:?} {other:?}"
                );
            }
        }
    }
}

#[test]
fn what_is_written_is_escaped() {
    let source = "'<b>&\"' < x  # \x0c --> ]]>";
    let svg = tree::of(source).unwrap().svg().unwrap();
    assert!(svg.contains("'&lt;b&gt;&amp;&quot;'"));
    assert!(!svg.contains("<b>"));
    assert!(svg.contains('\u{240c}'));
    let mut out = Builder::default();
    escape(&mut out, "\0\x1b\x7f\u{85}\u{ffff}\n\té").unwrap();
    assert_eq!(out.finish(), "␀␛\u{fffd}\u{fffd}\u{fffd}\n\té");
}

#[test]
fn long_labels_are_shortened_and_told_in_whole() {
    let source = format!("'{}' + 1", "x".repeat(5000));
    let svg = tree::of(&source).unwrap().svg().unwrap();
    assert!(svg.contains(&format!(">'{}…</text>", "x".repeat(30))));
    assert!(svg.contains(&format!("<title>'{}…</title>", "x".repeat(999))));
    let source = format!("{} + 1", "x".repeat(50));
    let svg = tree::of(&source).unwrap().svg().unwrap();
    assert!(svg.contains(&format!("<title>{}</title>", "x".repeat(50))));
}

#[test]
fn the_tops_of_large_trees_are_drawn() {
    let many = format!("[{}]", "1, ".repeat(5000));
    let svg = tree::of(&many).unwrap().svg().unwrap();
    assert!(svg.contains(">… 4001 more</text>"), "{}", &svg[..2000]);
    assert!(svg.contains("<desc id=\"tree-desc\">The upper 1000 nodes of a tree, on 2 levels; 4001 more are not drawn.</desc>"));

    let deep = format!("x{}", " + 1".repeat(100_000));
    let svg = tree::of(&deep).unwrap().svg().unwrap();
    assert!(svg.contains(">… 199800 more</text>"));
    assert!(svg.len() < 200_000);

    let wide = (0..20_000).map(|n| format!("x{n} * 2")).collect::<Vec<_>>();
    let svg = tree::of(&wide.join("; ")).unwrap().svg().unwrap();
    assert!(svg.len() < 2_000_000);
}

#[test]
fn statements_stand_one_under_the_other() {
    let boxes = boxes("x = 1; x + 2");
    let roots: Vec<&Frame> = boxes
        .iter()
        .filter(|(_, item)| item.parent.is_none())
        .map(|(frame, _)| frame)
        .collect();
    assert_eq!(roots.len(), 2);
    assert!(roots[0].y + 100.0 < roots[1].y);
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let svg = tree::of("").unwrap().svg().unwrap();
    assert!(svg.contains("A tree of 0 nodes") || svg.contains("<desc id=\"tree-desc\"></desc>"));
}
