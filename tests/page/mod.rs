//! The page for a lesson, in a browser: its keys, its tree, its colours. Where no Chromium is
//! installed there is nothing to try it in, and the test says so.

mod browser;

use std::process::Command;

use self::browser::Browser;

const LINES: &[&str] = &[
    "1 + 2**3 / 4 * 5",
    "(1 < 2) and not [n * 2 for n in range(3)] or f'{\"日本語 <b>\"!r:>20}'",
    "max(3, -4, key=abs) + 2 * 3 - 1 / 0 + 'é'",
];

fn page(line: &str) -> String {
    pemdas(&["page", line])
}

fn pemdas(arguments: &[&str]) -> String {
    let program = env!("CARGO_BIN_EXE_pemdas");
    let output = Command::new(program).args(arguments).output();
    let output = output.expect("pemdas runs");
    String::from_utf8(output.stdout).expect("what it writes is UTF-8")
}

/// The README shows what pemdas draws today. With PEMDAS_BLESS=1 it is drawn anew.
#[test]
fn the_picture_beside_the_readme_is_true() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures/tree.svg");
    let drawn = pemdas(&["tree", "--values", "--format", "svg", LINES[0]]);
    if std::env::var_os("PEMDAS_BLESS").is_some() {
        std::fs::write(file, &drawn).expect("the picture can be written");
    }
    let kept = std::fs::read_to_string(file).expect("there is a picture");
    assert!(kept == drawn, "tests/pictures/tree.svg is another tree");
}

#[test]
fn the_page_plays_its_steps_in_a_browser() {
    let name = format!("pemdas-page-{}", std::process::id());
    let directory = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&directory).expect("a directory can be made");
    let mut browser = match Browser::start(&directory) {
        Ok(browser) => browser,
        Err(reason) => {
            eprintln!("skipped: {reason}");
            return;
        }
    };
    for line in LINES {
        browser.size(1200, 800);
        browser.dark(false);
        browser.open(&page(line));
        plays(&mut browser);
        keeps_apart(&mut browser);
        for dark in [false, true] {
            browser.dark(dark);
            for step in ["Home", "ArrowRight", "End"] {
                browser.press(step);
                is_legible(&mut browser);
            }
        }
        browser.size(340, 700);
        fits(&mut browser);
        assert_eq!(browser.complaints(), [""; 0], "{line}");
    }
    stands_without_script(&mut browser);
}

fn text(browser: &mut Browser, id: &str) -> String {
    let text = browser.evaluate(&format!("document.getElementById('{id}').textContent"));
    text.as_str().unwrap_or_default().to_string()
}

/// The number of elements.
fn count(browser: &mut Browser, selector: &str) -> u64 {
    let count = browser.evaluate(&format!("document.querySelectorAll('{selector}').length"));
    count.as_u64().expect("a length is a number")
}

fn plays(browser: &mut Browser) {
    let steps = count(browser, "#list > li") - 1;
    assert!(steps > 1);
    let at = |step: u64| format!("Step {step} of {steps}");
    assert_eq!(text(browser, "position"), at(1));
    assert_eq!(text(browser, "live"), "");
    assert_eq!(count(browser, ".node.current"), 1);
    assert_eq!(count(browser, "#line mark"), 1);
    assert_eq!(count(browser, ".node.done"), 0);
    browser.press("ArrowRight");
    assert_eq!(text(browser, "position"), at(2));
    assert!(text(browser, "live").starts_with(&at(2)));
    assert!(count(browser, ".node.done") > 0);
    let current = "#list > li:nth-child(2)[aria-current=\"step\"]";
    assert_eq!(count(browser, current), 1);
    browser.press("ArrowLeft");
    browser.press("ArrowLeft");
    assert_eq!(text(browser, "position"), at(1));
    assert_eq!(count(browser, "#back[aria-disabled=\"true\"]"), 1);
    browser.press("End");
    assert_eq!(text(browser, "position"), "The answer");
    assert_eq!(count(browser, ".node.current"), 0);
    assert_eq!(count(browser, "#next[aria-disabled=\"true\"]"), 1);
    let answer = browser.evaluate("document.querySelector('.answer').textContent");
    let answer = answer.as_str().unwrap_or_default();
    assert!(answer.ends_with(&text(browser, "line")), "{answer}");
    browser.press("Home");
    assert_eq!(text(browser, "position"), at(1));
    browser.press(" ");
    assert_eq!(text(browser, "play"), "Pause");
    browser.press(" ");
    assert_eq!(text(browser, "play"), "Play");
    browser.evaluate("document.getElementById('next').click()");
    browser.evaluate("document.querySelector('#list > li:last-child').click()");
    assert_eq!(text(browser, "position"), "The answer");
    // On a button the space presses the button, once.
    browser.press("Home");
    browser.evaluate("document.getElementById('next').focus()");
    browser.press(" ");
    assert_eq!(text(browser, "position"), at(2));
    assert_eq!(text(browser, "play"), "Play");
    // In a picture that scrolls the arrows scroll.
    browser.evaluate("document.getElementById('picture').focus()");
    browser.press("ArrowRight");
    assert_eq!(text(browser, "position"), at(2));
    browser.evaluate("document.activeElement.blur()");
}

/// No box of the tree touches another, and no text leaves its box.
fn keeps_apart(browser: &mut Browser) {
    let wrong = browser.evaluate(
        "(() => {
            const wrong = [];
            const boxes = Array.from(document.querySelectorAll('.pemdas-tree .node'));
            const sizes = boxes.map((box) => box.getBBox());
            boxes.forEach((box, i) => {
                const frame = box.querySelector('rect').getBBox();
                for (const text of box.querySelectorAll('text:not(.caption)')) {
                    const size = text.getBBox();
                    if (size.x < frame.x || size.x + size.width > frame.x + frame.width
                        || size.y < frame.y || size.y + size.height > frame.y + frame.height)
                        wrong.push(`${text.textContent} leaves its box`);
                }
                for (let j = 0; j < i; j += 1) {
                    const [a, b] = [sizes[i], sizes[j]];
                    if (a.x < b.x + b.width && b.x < a.x + a.width
                        && a.y < b.y + b.height && b.y < a.y + a.height)
                        wrong.push(`${box.textContent} overlaps ${boxes[j].textContent}`);
                }
            });
            return boxes.length < 3 ? ['there is no tree'] : wrong;
        })()",
    );
    assert_eq!(wrong, serde_json::json!([]));
}

/// Every text stands out from what is behind it by 4.5 to 1 (WCAG 2, 1.4.3).
fn is_legible(browser: &mut Browser) {
    let wrong = browser.evaluate(
        "(() => {
            const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
            const light = (colour) => {
                const [r, g, b] = channels(colour).map((c) => {
                    const part = c / 255;
                    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const clear = (colour) => colour === 'none' || channels(colour)[3] === 0;
            const behind = (element) => {
                const box = element.closest('.node')?.querySelector('.box');
                if (box && !element.matches('.caption')) {
                    const fill = getComputedStyle(box).fill;
                    if (!clear(fill)) return fill;
                }
                for (let at = element; at; at = at.parentElement) {
                    const colour = getComputedStyle(at).backgroundColor;
                    if (!clear(colour)) return colour;
                }
                return 'rgb(255, 255, 255)';
            };
            const wrong = [];
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let text = walk.nextNode(); text; text = walk.nextNode()) {
                const element = text.parentElement;
                if (!text.textContent.trim() || element.closest('script, title, desc, [hidden]'))
                    continue;
                const style = getComputedStyle(element);
                const front = element.closest('svg') ? style.fill : style.color;
                const back = behind(element);
                const [a, b] = [light(front), light(back)].sort((a, b) => b - a);
                const contrast = (a + 0.05) / (b + 0.05);
                if (contrast < 4.5)
                    wrong.push(`${text.textContent.trim()}: ${front} on ${back}: ${contrast}`);
            }
            return wrong;
        })()",
    );
    assert_eq!(wrong, serde_json::json!([]));
}

/// Nothing of the page sticks out at the right.
fn fits(browser: &mut Browser) {
    let room = browser
        .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert_eq!(room, 0);
}

fn stands_without_script(browser: &mut Browser) {
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        serde_json::json!({"value": true}),
    );
    browser.open(&page("1 + 2**3 / 4 * 5"));
    let shown = "document.getElementById('player').getClientRects().length";
    assert_eq!(browser.evaluate(shown), 0);
    let steps = browser.evaluate("document.getElementById('list').innerText");
    let steps = steps.as_str().unwrap_or_default();
    assert!(steps.contains("1 + 8 / 4 * 5"), "{steps}");
    assert!(steps.contains("11.0"), "{steps}");
    assert_eq!(browser.complaints(), [""; 0]);
}
