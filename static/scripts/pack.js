// While a pack is being made: asks for its page again every few seconds and puts what changed in
// place, so that the status is announced and nothing else on the page moves. Without scripts, the
// page's link "Look again now" does the same.
const SECONDS = 4;
const parts = ["pack-status", "pack-body"];

function isInTheMaking() {
  return document.getElementById("pack-body").hasAttribute("data-in-the-making");
}

function replace(page) {
  const body = document.getElementById("pack-body");
  const hadFocus = body.contains(document.activeElement);
  for (const id of parts) {
    const fresh = page.getElementById(id);
    const here = document.getElementById(id);
    if (fresh.innerHTML !== here.innerHTML) {
      here.innerHTML = fresh.innerHTML;
    }
    here.toggleAttribute("data-in-the-making", fresh.hasAttribute("data-in-the-making"));
  }
  if (hadFocus) {
    body.querySelector("a, button")?.focus();
  }
}

async function lookAgain() {
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (response.ok && page.getElementById("pack-body")) {
      replace(page);
    }
  } catch {
    // The network failed for a moment: try again at the next turn.
  }
  if (isInTheMaking()) {
    setTimeout(lookAgain, SECONDS * 1000);
  }
}

if (isInTheMaking()) {
  setTimeout(lookAgain, SECONDS * 1000);
}
