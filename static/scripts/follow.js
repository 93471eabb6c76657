// Follows the minutes of a meeting in progress: asks every few seconds whether the page still
// stands (the answer is 304 as long as it does), puts what is new or changed in place, and says how
// much that is. Nothing is moved from under a reader: what is above the window keeps what is in it
// where it was, and what has the focus stays. Without scripts, the link "Reload" does the same.
const here = document.querySelector("[data-follow]");
const said = here.querySelector("[data-follow-said]");
const seconds = Number(here.dataset.follow);
let tag = null;

const rows = (page) => [...page.querySelectorAll("[data-minute]")];

function counted(number, what) {
  return number === 1 ? `1 ${what} minute` : `${number} ${what} minutes`;
}

function tell(fresh, changed) {
  const parts = [fresh && counted(fresh, "new"), changed && counted(changed, "changed")];
  const words = parts.filter(Boolean).join(", ");
  if (words) {
    const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    said.textContent = `${words} at ${now}.`;
  }
}

// The first row that is seen, and how far down it is.
function anchored() {
  const seen = rows(document).find((row) => row.getBoundingClientRect().bottom > 0);
  return seen && { id: seen.id, top: seen.getBoundingClientRect().top };
}

function replace(page) {
  const before = new Map(rows(document).map((row) => [row.id, row.innerHTML]));
  const focused = document.activeElement?.closest("[data-minute]") && document.activeElement;
  const place = focused && [focused.closest("[data-minute]").id, focused.getAttribute("href")];
  const held = anchored();
  let fresh = 0;
  let changed = 0;
  for (const row of rows(page)) {
    if (!before.has(row.id)) {
      row.classList.add("app-minute--new");
      fresh += 1;
    } else if (before.get(row.id) !== row.innerHTML) {
      row.classList.add("app-minute--new");
      changed += 1;
    }
  }
  const part = document.querySelector("[data-follow-minutes]");
  const read = page.querySelector("[data-follow-minutes]");
  if (part && read && part.innerHTML !== read.innerHTML) {
    part.replaceChildren(...read.childNodes);
  }
  if (held) {
    const row = document.getElementById(held.id);
    window.scrollBy({ top: row ? row.getBoundingClientRect().top - held.top : 0, behavior: "instant" });
  }
  if (place) {
    document.querySelector(`#${place[0]} a[href="${place[1]}"]`)?.focus({ preventScroll: true });
  }
  tell(fresh, changed);
}

async function look() {
  try {
    const headers = { Accept: "text/html", ...(tag && { "If-None-Match": tag }) };
    const response = await fetch(location.href, { headers });
    if (response.redirected) {
      said.textContent = "You are no longer signed in.";
      return;
    }
    if (response.status === 200) {
      tag = response.headers.get("ETag");
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      replace(page);
      if (!page.querySelector("[data-follow]")) {
        said.textContent = "The meeting is no longer in progress.";
        return;
      }
    }
  } catch {
    // The network failed for a moment: look again at the next turn.
  }
  wait();
}

// Not all at once: two hundred who opened the page together do not ask together.
function wait() {
  setTimeout(document.hidden ? wait : look, seconds * 1000 * (0.8 + 0.4 * Math.random()));
}

wait();
