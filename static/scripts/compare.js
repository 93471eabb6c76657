// Stepping from change to change: by two buttons at the foot of the window, and by single keys.
//
// The keys work only where nothing is being typed, and can be switched off for good on this
// computer (WCAG 2.2, 2.1.4). A step moves the focus, so that a screen reader reads the change's
// heading, and the Tab key goes on from there. Without scripts the page's headings do the same.
const bar = document.getElementById("steps");
const STORED = "pcp-scrutiny-single-keys";

function changes() {
  return [...document.querySelectorAll("[data-change]")];
}

// Where the reader is: the change that has the focus, or the last one that begins above the middle
// of the window; -1 above them all.
function here(all) {
  const focused = all.indexOf(document.activeElement.closest("[data-change]"));
  if (focused >= 0 && isInView(all[focused])) {
    return focused;
  }
  const middle = window.innerHeight / 2;
  return all.findLastIndex((change) => change.getBoundingClientRect().top < middle);
}

function isInView(change) {
  const { top, bottom } = change.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

function step(by) {
  const all = changes();
  const to = Math.min(Math.max(here(all) + by, 0), all.length - 1);
  go(all[to]);
}

function go(change) {
  change.focus({ preventScroll: true });
  change.scrollIntoView({ block: "start" });
  show();
}

function show() {
  const all = changes();
  const at = here(all);
  const words = at < 0 ? `${all.length} changes` : `Change ${at + 1} of ${all.length}`;
  const status = document.getElementById("steps-at");
  if (status.textContent !== words) {
    status.textContent = words;
  }
  mark(all[at]);
}

// The strip shows where one is.
function mark(change) {
  document.querySelector(".app-strip__mark[aria-current]")?.removeAttribute("aria-current");
  const id = change?.id;
  if (id) {
    document.querySelector(`.app-strip__mark[href="#${id}"]`)?.setAttribute("aria-current", "true");
  }
}

function confirm() {
  const all = changes();
  const change = document.activeElement.closest("[data-change]");
  const button = change?.querySelector("[data-confirm]");
  if (button) {
    button.click();
  } else {
    const status = document.getElementById("steps-at");
    status.textContent = all.includes(change)
      ? "There is nothing to confirm here"
      : "Go to a change first";
  }
}

const keys = {
  j: () => step(1),
  n: () => step(1),
  k: () => step(-1),
  p: () => step(-1),
  c: confirm,
  "?": () => bar.querySelector("details").toggleAttribute("open"),
};

function isTyping(element) {
  return element.isContentEditable || element.matches("input, select, textarea");
}

function onKey(event) {
  const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.isComposing);
  const act = keys[event.key];
  if (act && isPlain && areOn() && !event.repeat && !isTyping(event.target)) {
    event.preventDefault();
    act();
  }
}

function areOn() {
  return document.getElementById("steps-keys").checked;
}

function remember() {
  try {
    localStorage.setItem(STORED, areOn() ? "on" : "off");
  } catch {
    // Where nothing may be stored, the choice holds for this page.
  }
}

function recall() {
  try {
    document.getElementById("steps-keys").checked = localStorage.getItem(STORED) !== "off";
  } catch {
    // As above.
  }
}

if (bar) {
  recall();
  bar.hidden = false;
  for (const button of bar.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }
  document.getElementById("steps-keys").addEventListener("change", remember);
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", (event) => event.target.closest("[data-change]") && show());
}
