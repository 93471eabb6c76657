// The keys of the page where points are assessed. 1 to 4 choose a view: within a point only, never
// where text is typed, and they can be switched off for good on this computer (WCAG 2.2, 2.1.4).
// Whichever way a point is left, assess.js saves it; asked to save, it does so without its pause.
const STORED = "pcp-scrutiny-single-keys"; // the same choice as on the comparison's page
const points = [...document.querySelectorAll("[data-point]")];
const box = document.getElementById("assess-keys");

function isTyping(element) {
  return element.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

function remember() {
  try {
    localStorage.setItem(STORED, box.checked ? "on" : "off");
  } catch {
    // Where nothing may be stored, the choice holds for this page.
  }
}

function recall() {
  try {
    box.checked = localStorage.getItem(STORED) !== "off";
  } catch {
    // As above.
  }
}

// The focus goes to the view, so that a screen reader reads it and Tab goes on to the comment.
function choose(point, index) {
  const radio = point.querySelectorAll("[type=radio]")[index];
  radio.focus();
  radio.click();
}

function go(point, by) {
  const to = points[points.indexOf(point) + by] ?? point;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "start" });
}

function onKey(event) {
  const point = event.target.closest("[data-point]");
  if (!point || event.isComposing) {
    return;
  }
  const withControl = event.ctrlKey || event.metaKey;
  if (withControl && event.key === "Enter") {
    event.preventDefault();
    point.dispatchEvent(new Event("savepoint")); // the last has no next one to be left for
    go(point, 1);
  } else if (event.altKey && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    go(point, event.key === "ArrowDown" ? 1 : -1);
  } else if (!withControl && !event.altKey && /^[1-4]$/.test(event.key)) {
    if (box.checked && !isTyping(event.target)) {
      event.preventDefault();
      choose(point, Number(event.key) - 1);
    }
  }
}

if (box) {
  recall();
  box.addEventListener("change", remember);
  document.addEventListener("keydown", onKey);
}
