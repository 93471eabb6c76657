// While something takes long (a pack, a reading, a comparison): asks for its page again every few
// seconds and puts what changed in place, so that the status is announced and nothing else on the
// page moves. Without scripts, the page's link "Look again now" does the same.
//
// The page marks what changes with data-progress, each part with an id; the part that says
// data-in-the-making keeps it going. With data-from it is another, lighter address that is asked;
// with data-then="reload" the page is loaded anew at the end.
const SECONDS = 3;

const parts = () => [...document.querySelectorAll("[data-progress]")];
const isInTheMaking = () => document.querySelector("[data-in-the-making]") !== null;

function replace(page) {
  for (const here of parts()) {
    const fresh = page.getElementById(here.id);
    if (!fresh) {
      continue;
    }
    const hadFocus = here.contains(document.activeElement);
    if (fresh.innerHTML !== here.innerHTML) {
      here.innerHTML = fresh.innerHTML;
    }
    here.toggleAttribute("data-in-the-making", fresh.hasAttribute("data-in-the-making"));
    if (hadFocus) {
      here.querySelector("a, button")?.focus();
    }
  }
}

async function lookAgain() {
  try {
    const from = document.querySelector("[data-from]")?.dataset.from ?? location.href;
    const response = await fetch(from, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const isOver = response.ok && page.querySelector("[data-in-the-making]") === null;
    if (isOver && document.querySelector('[data-then="reload"]')) {
      location.reload();
      return;
    }
    if (response.ok && page.querySelector("[data-progress]")) {
      replace(page);
    }
  } catch {
    // The network failed for a moment: try again at the next turn.
  }
  wait();
}

function wait() {
  if (isInTheMaking()) {
    setTimeout(lookAgain, SECONDS * 1000);
  }
}

wait();
