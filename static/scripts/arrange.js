// Arranging an agenda on the page: by its buttons, by the keyboard, by dragging with a mouse or a
// finger. Nothing is sent before "Save this order"; without scripts the buttons ask the server.
//
// The order is what the list shows: rows, and which of them are parts of the item above. The rules
// are those of the server (ordering.py): a part moves with its item, the first row is no part.
const form = document.querySelector("[data-arrange]");
const list = form?.querySelector(".app-arrange");
const live = form?.querySelector("[data-arrange-live]");
const state = form?.querySelector("[data-arrange-state]");
const PART = "app-arrange__row--part";
const TAKEN = "app-arrange__row--taken";
const FAR = 4; // pixels a pointer moves before it drags
const EDGE = 60; // pixels from the edge of the window, within which the page scrolls
let taken = null; // {row, before}: the row that is held by keys, and the order to go back to
let isSaving = false;

const rows = () => [...list.children];
const isPart = (row) => row.classList.contains(PART);
const numberOf = (row) => row.querySelector(".app-arrange__number").textContent;
const written = () => rows().map((row) => row.dataset.key + (isPart(row) ? "p" : "")).join(",");

// An item with its parts, or a part alone.
function blockOf(row) {
  const all = rows();
  let end = all.indexOf(row) + 1;
  while (!isPart(row) && end < all.length && isPart(all[end])) {
    end += 1;
  }
  return all.slice(all.indexOf(row), end);
}

function itemOf(row) {
  let item = row;
  while (item && isPart(item)) {
    item = item.previousElementSibling;
  }
  return item;
}

const ways = {
  up(row) {
    const above = row.previousElementSibling;
    if (!above || (isPart(row) && !above.previousElementSibling)) {
      return;
    }
    (isPart(row) ? above : itemOf(above)).before(...blockOf(row));
  },
  down(row) {
    const block = blockOf(row);
    const below = block.at(-1).nextElementSibling;
    if (below) {
      (isPart(row) ? below : blockOf(below).at(-1)).after(...block);
    }
  },
  in(row) {
    if (row.previousElementSibling) {
      row.classList.add(PART);
    }
  },
  out(row) {
    if (isPart(row)) {
      const last = blockOf(itemOf(row)).at(-1); // the other parts stay with their item
      row.classList.remove(PART);
      if (last !== row) {
        last.after(row);
      }
    }
  },
};

function canMove(row, way) {
  const all = rows();
  const here = all.indexOf(row);
  const answers = {
    up: isPart(row) ? here > 1 : here > 0,
    down: all.indexOf(blockOf(row).at(-1)) < all.length - 1,
    in: here > 0 && !isPart(row),
    out: isPart(row),
  };
  return answers[way];
}

function show() {
  let item = 0;
  let part = 0;
  for (const row of rows()) {
    if (!row.previousElementSibling) {
      row.classList.remove(PART);
    }
    part = isPart(row) ? part + 1 : 0;
    item += isPart(row) ? 0 : 1;
    const letter = String.fromCharCode(97 + ((part - 1) % 26)).repeat(Math.ceil(part / 26));
    for (const place of row.querySelectorAll("[data-number]")) {
      place.textContent = part ? item + letter : String(item);
    }
  }
  for (const button of list.querySelectorAll("[data-way]")) {
    const possible = canMove(button.closest("li"), button.dataset.way);
    if (possible) {
      button.removeAttribute("aria-disabled");
    } else {
      button.setAttribute("aria-disabled", "true");
    }
  }
  form.elements.order.value = written();
  state.replaceChildren();
  if (isUnsaved()) {
    const words = document.createElement("strong");
    words.textContent = "This order is not saved yet.";
    state.append(words);
  }
}

const isUnsaved = () => form.elements.order.value !== form.elements.seen.value;

function say(words) {
  live.textContent = words;
}

function whereIs(row) {
  const item = itemOf(row.previousElementSibling ?? row);
  const place = isPart(row) ? `, a part of ${item.dataset.title}` : "";
  return `${row.dataset.title} is now item ${numberOf(row)}${place}.`;
}

function move(row, way) {
  const before = written();
  ways[way](row);
  show();
  say(written() === before ? `${row.dataset.title} can go no further that way.` : whereIs(row));
}

function putBack(order) {
  for (const text of order.split(",")) {
    const row = list.querySelector(`[data-key="${parseInt(text, 10)}"]`);
    row.classList.toggle(PART, text.endsWith("p"));
    list.append(row);
  }
  show();
}

// --- The keyboard

function hold(row, isHeld) {
  row.classList.toggle(TAKEN, isHeld);
  row.querySelector("[data-handle]").setAttribute("aria-pressed", String(isHeld));
}

function take(row) {
  taken = { row, before: written() };
  hold(row, true);
  const keys = "Move it with the arrow keys, put it down with Space, put it back with Escape.";
  say(`Item ${numberOf(row)}, ${row.dataset.title}, taken. ${keys}`);
}

function drop() {
  hold(taken.row, false);
  say(`Put down. ${whereIs(taken.row)} Not saved yet.`);
  taken = null;
}

function cancel() {
  const { row, before } = taken;
  hold(row, false);
  taken = null;
  putBack(before);
  row.querySelector("[data-handle]").focus();
  say(`Put back. ${whereIs(row)}`);
}

const KEYS = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

function onKey(event) {
  const handle = event.target.closest("[data-handle]");
  if (!handle || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const row = handle.closest("li");
  if (event.key === " " || event.key === "Enter") {
    event.preventDefault();
    taken ? drop() : take(row);
  } else if (event.key === "Escape" && taken) {
    event.preventDefault();
    cancel();
  } else if (KEYS[event.key] && taken) {
    event.preventDefault();
    move(row, KEYS[event.key]);
    handle.focus();
    handle.scrollIntoView({ block: "nearest" });
  }
}

// --- The pointer: a mouse, a pen or a finger

function onPointerDown(event) {
  const handle = event.target.closest("[data-handle]");
  if (!handle || event.button !== 0) {
    return;
  }
  if (taken) {
    drop();
  }
  const row = handle.closest("li");
  const drag = { row, before: written(), from: event.clientY, y: event.clientY, isOn: false };
  handle.setPointerCapture(event.pointerId);
  const timer = setInterval(() => scrollWith(drag), 30);
  const onMove = (moved) => dragTo(drag, moved);
  const onEnd = (ended) => {
    clearInterval(timer);
    handle.removeEventListener("pointermove", onMove);
    handle.removeEventListener("pointerup", onEnd);
    handle.removeEventListener("pointercancel", onEnd);
    letGo(drag, ended.type === "pointercancel");
  };
  handle.addEventListener("pointermove", onMove);
  handle.addEventListener("pointerup", onEnd);
  handle.addEventListener("pointercancel", onEnd);
}

function dragTo(drag, event) {
  drag.y = event.clientY;
  if (!drag.isOn && Math.abs(event.clientY - drag.from) < FAR) {
    return;
  }
  if (!drag.isOn) {
    drag.isOn = true;
    blockOf(drag.row).forEach((row) => row.classList.add(TAKEN));
  }
  follow(drag);
}

// The row goes where the pointer is: an item between items, a part anywhere below an item.
function follow({ row, y }) {
  const block = blockOf(row);
  const others = rows().filter((each) => !block.includes(each));
  const places = isPart(row) ? others : others.filter((each) => !isPart(each));
  const middle = (each) => {
    const group = isPart(row) ? [each] : blockOf(each).filter((one) => !block.includes(one));
    return (each.getBoundingClientRect().top + group.at(-1).getBoundingClientRect().bottom) / 2;
  };
  let before = places.find((each) => y < middle(each)) ?? null;
  if (isPart(row) && before === others[0]) {
    before = others[1] ?? null; // nothing stands before the first item
  }
  if (before !== block.at(-1).nextElementSibling) {
    // The others make way: what holds the pointer must not leave the page, even for a moment.
    const after = before ? others.indexOf(before) : others.length;
    block[0].before(...others.slice(0, after));
    block.at(-1).after(...others.slice(after));
    show();
  }
}

function scrollWith(drag) {
  if (!drag.isOn) {
    return;
  }
  if (drag.y < EDGE) {
    window.scrollBy(0, -12);
  } else if (drag.y > window.innerHeight - EDGE) {
    window.scrollBy(0, 12);
  } else {
    return;
  }
  follow(drag);
}

function letGo(drag, isCancelled) {
  rows().forEach((row) => row.classList.remove(TAKEN));
  if (!drag.isOn) {
    return;
  }
  if (isCancelled) {
    putBack(drag.before);
  }
  say(written() === drag.before ? "" : `${whereIs(drag.row)} Not saved yet.`);
  drag.row.querySelector("[data-handle]").focus({ preventScroll: true });
}

function onClick(event) {
  const button = event.target.closest("[data-way]");
  if (button) {
    event.preventDefault();
    if (taken) {
      drop();
    }
    move(button.closest("li"), button.dataset.way);
    button.focus();
  }
}

if (form) {
  for (const hidden of document.querySelectorAll("[data-handle], [data-arrange-help]")) {
    hidden.hidden = false;
  }
  list.addEventListener("click", onClick);
  list.addEventListener("keydown", onKey);
  list.addEventListener("pointerdown", onPointerDown);
  list.addEventListener("focusout", (event) => {
    if (taken && event.relatedTarget && !taken.row.contains(event.relatedTarget)) {
      drop();
    }
  });
  form.addEventListener("submit", () => {
    isSaving = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved() && !isSaving) {
      event.preventDefault();
    }
  });
}
