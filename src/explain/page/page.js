"use strict";
// Plays the steps that stand in the list: the line in the player, the box in the tree, the item of
// the list, and what a screen reader says, all follow from one number. Step `count` is the answer.
(() => {
  const at = (id) => document.getElementById(id);
  const steps = JSON.parse(at("data").textContent).steps;
  const items = Array.from(at("list").children);
  const count = steps.length;
  const boxes = Array.from(document.querySelectorAll(".pemdas-tree .node"));
  if (items.length === 0) return;

  const box = (number) => (number === null ? null : at("node-" + number));
  let now = 0;
  let timer = null;

  // Places count code points, where the language of this page counts halves of some.
  const cut = (step) => {
    const points = Array.from(step.before);
    const part = (start, end) => points.slice(start, end).join("");
    return [part(0, step.start), part(step.start, step.end), part(step.end)];
  };

  // Pieces of code stand between backquotes.
  const prose = (text) => {
    const pieces = text.split("`");
    if (pieces.length % 2 === 0) return [text];
    return pieces.map((piece, place) => {
      if (place % 2 === 0) return piece;
      const code = document.createElement("code");
      code.textContent = piece;
      return code;
    });
  };

  const enable = (button, on) => at(button).setAttribute("aria-disabled", String(!on));

  const show = (step, says) => {
    now = Math.max(0, Math.min(count, step));
    const line = at("line");
    line.textContent = "";
    const current = now < count ? steps[now] : null;
    if (current) {
      const [head, middle, tail] = cut(current);
      const mark = document.createElement("mark");
      mark.textContent = middle;
      line.append(head, mark, tail);
      at("rule").replaceChildren(...prose(current.rule));
      at("inside").replaceChildren(...current.inside.map((text) => {
        const item = document.createElement("li");
        item.append(document.createElement("code"));
        item.firstChild.textContent = text;
        return item;
      }));
      at("position").textContent = `Step ${now + 1} of ${count}`;
    } else {
      line.textContent = count > 0 ? steps[count - 1].after : items[0].textContent;
      at("rule").textContent = "";
      at("inside").replaceChildren();
      at("position").textContent = "The answer";
    }
    items.forEach((item, place) => {
      if (place === now) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
    for (const node of boxes) {
      node.classList.remove("current");
      node.classList.toggle("done", current === null);
    }
    for (const step of steps.slice(0, now)) {
      for (const number of step.done) box(number)?.classList.add("done");
    }
    const here = current ? box(current.box) : null;
    here?.classList.add("current");
    reveal(here);
    for (const back of ["first", "back"]) enable(back, now > 0);
    for (const on of ["next", "last"]) enable(on, now < count);
    if (says) {
      at("live").textContent = current
        ? `Step ${now + 1} of ${count}: in ${current.before}, ${cut(current)[1]}. ${at("rule").textContent}`
        : `The answer: ${line.textContent}`;
    }
  };

  // Scrolls the picture, never the page.
  const reveal = (node) => {
    if (!node) return;
    const frame = at("picture");
    const [inner, outer] = [node.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (inner.left < outer.left || inner.right > outer.right) {
      frame.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2;
    }
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      frame.scrollTop += (inner.top + inner.bottom - outer.top - outer.bottom) / 2;
    }
  };

  const pause = () => {
    clearInterval(timer);
    timer = null;
    at("play").textContent = "Play";
  };

  const play = () => {
    if (timer !== null) return pause();
    if (now === count) show(0, true);
    at("play").textContent = "Pause";
    timer = setInterval(() => {
      show(now + 1, true);
      if (now === count) pause();
    }, 1600);
  };

  const go = (step) => {
    pause();
    show(step, true);
  };

  const moves = {
    Home: () => go(0),
    ArrowLeft: () => go(now - 1),
    ArrowRight: () => go(now + 1),
    End: () => go(count),
    " ": play,
  };

  at("first").addEventListener("click", moves.Home);
  at("back").addEventListener("click", moves.ArrowLeft);
  at("play").addEventListener("click", play);
  at("next").addEventListener("click", moves.ArrowRight);
  at("last").addEventListener("click", moves.End);
  items.forEach((item, place) => item.addEventListener("click", () => go(place)));

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const move = moves[event.key];
    // Where the keys have a meaning already, they keep it.
    const focus = event.target;
    if (!move || focus.closest(".scroll")) return;
    if (event.key === " " && focus.closest("button, a, summary")) return;
    event.preventDefault();
    move();
  });

  document.body.classList.add("plays");
  at("player").hidden = false;
  show(0, false);
})();
