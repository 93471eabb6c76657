// Find in page, as the server does it (plans/finding.py), but at once: Enter goes to the next
// match, Shift and Enter to the one before, and each time it is said which of how many. Without
// scripts the form asks the server.
const ALIKE = ["'’‘ʼ", '"“”', "-‐‑–—"];
const PLACES = ".app-document__text, .app-document__heading";

function pattern(words) {
  const letter = (sign) => {
    const alike = ALIKE.find((signs) => signs.includes(sign));
    return alike ? `[${alike.replace("-", "\\-")}]` : sign.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  };
  const parts = words.split(/\s+/u).filter(Boolean);
  const source = parts.map((part) => [...part].map(letter).join("")).join("\\s+");
  return source ? new RegExp(source, "giu") : null;
}

function unmark(root) {
  for (const mark of root.querySelectorAll("mark.app-found")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
}

function markIn(text, wanted) {
  const marks = [];
  for (const found of [...text.data.matchAll(wanted)].reverse()) {
    const range = document.createRange();
    range.setStart(text, found.index);
    range.setEnd(text, found.index + found[0].length);
    const mark = document.createElement("mark");
    mark.className = "app-found";
    range.surroundContents(mark);
    marks.unshift(mark);
  }
  return marks;
}

function markAll(root, wanted) {
  const texts = [];
  for (const place of root.querySelectorAll(PLACES)) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      texts.push(walker.currentNode);
    }
  }
  return texts.flatMap((text) => markIn(text, wanted));
}

function findIn(root, form, result) {
  const box = form.querySelector("input");
  const status = result.querySelector("[role=status]");
  const steps = result.querySelector(".app-find__steps");
  let marks = [...root.querySelectorAll("mark.app-found")];
  let words = marks.length ? box.value.trim() : "";
  let at = Math.max(0, marks.findIndex((mark) => mark.hasAttribute("aria-current")));

  function say() {
    const place = document.createElement("strong");
    place.textContent = `${at + 1} of ${marks.length}`;
    const none = words ? `“${words}” is not in this version.` : "";
    status.replaceChildren(...(marks.length ? [place, ` for “${words}”`] : [none]));
    steps.hidden = marks.length === 0;
  }

  function show() {
    root.querySelector("mark[aria-current]")?.removeAttribute("aria-current");
    marks[at]?.setAttribute("aria-current", "true");
    marks[at]?.scrollIntoView({ block: "center" });
    say();
  }

  function look() {
    unmark(root);
    words = box.value.trim();
    const wanted = pattern(words);
    marks = wanted ? markAll(root, wanted) : [];
    at = 0;
    const query = words ? `?find=${encodeURIComponent(words)}` : "";
    history.replaceState(null, "", location.pathname + query);
    show();
  }

  function step(by) {
    if (box.value.trim() !== words) {
      look();
    } else if (marks.length) {
      at = (at + by + marks.length) % marks.length;
      show();
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    step(1);
  });
  // Here, not by the form: a button of GOV.UK's that is pressed twice within a second does nothing.
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  });
  result.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link?.dataset.findStep) {
      event.preventDefault();
      step(Number(link.dataset.findStep));
    } else if (link && "findClear" in link.dataset) {
      event.preventDefault();
      box.value = "";
      look();
      box.focus();
    }
  });
}

const form = document.querySelector("[data-find]");
if (form) {
  const result = document.querySelector("[data-find-result]");
  findIn(document.querySelector(".app-document"), form, result);
}
