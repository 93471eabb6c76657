// Stepping from change to change: by two buttons at the foot of the window, and by single keys.
//
// The keys work only where nothing is being typed, and can be switched off for good on this
// computer (WCAG 2.2, 2.1.4). A key moves the focus, so that a screen reader reads the change's
// heading, and the Tab key goes on from there. Without scripts the page's headings do the same.
const bar = document.getElementById("steps");
const STORED = "pcp-scrutiny-single-keys";
let current = null;

function changes() {
  return [...document.querySelectorAll("[data-change]")];
}

// Where the reader is: at the change that has the focus; or at the one that was last stepped to,
// while it is in view; or at the last that begins above the middle of the window. -1 above them all.
function here(all) {
  for (const change of [document.activeElement.closest("[data-change]"), current]) {
    if (change && isInView(change)) {
      return all.indexOf(change);
    }
  }
  const middle = window.innerHeight / 2;
  return all.findLastIndex((change) => change.getBoundingClientRect().top < middle);
}

function isInView(change) {
  const { top, bottom } = change.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

// Someone who presses the button by keyboard will press it again, so the focus stays there, and
// the change is announced. In all other cases the focus goes to the change.
function step(by, { stays = false } = {}) {
  const all = changes();
  const wanted = here(all) + by;
  if (wanted >= all.length && nextPage()) {
    return;
  }
  const to = Math.min(Math.max(wanted, 0), all.length - 1);
  if (!stays) {
    all[to].focus({ preventScroll: true });
  }
  all[to].scrollIntoView({ block: "start" });
  show(all[to], stays ? `: ${title(all[to])}` : "");
}

// Past the last change, the next page goes on where there is one.
function nextPage() {
  const link = document.querySelector(".govuk-pagination__next a");
  link?.click();
  return link;
}

function title(change) {
  return change.querySelector("h3").innerText.replaceAll(/\s+/g, " ").trim();
}

function show(change, more = "") {
  const all = changes();
  current?.removeAttribute("data-current");
  current = change;
  current.setAttribute("data-current", "");
  say(`Change ${all.indexOf(change) + 1} of ${all.length}`, more);
  // The strip shows where one is.
  document.querySelector(".app-strip__mark[aria-current]")?.removeAttribute("aria-current");
  document
    .querySelector(`.app-strip__mark[href="#${change.id}"]`)
    ?.setAttribute("aria-current", "true");
}

// What follows the words is for those who hear them.
function say(words, more = "") {
  const status = document.getElementById("steps-at");
  const hidden = document.createElement("span");
  hidden.className = "govuk-visually-hidden";
  hidden.textContent = more;
  status.replaceChildren(words, hidden);
}

function confirm() {
  const change = document.activeElement.closest("[data-change]") ?? current;
  const button = change?.querySelector("[data-confirm]");
  if (button) {
    button.click();
  } else {
    say(change ? "There is nothing to confirm here" : "Go to a change first");
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
    // A click by the keyboard is one without a pointer: its count of clicks is 0.
    button.addEventListener("click", (event) => {
      step(Number(button.dataset.step), { stays: event.detail === 0 });
    });
  }
  document.getElementById("steps-keys").addEventListener("change", remember);
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", (event) => {
    const change = event.target.closest("[data-change]");
    if (change && change !== current) {
      show(change);
    }
  });
  const there = location.hash && document.querySelector(`${location.hash}[data-change]`);
  if (there) {
    show(there);
  }
}
