// Where two people changed one entry, whoever comes later is shown both and chooses; where someone
// else removed what is typed here, whether it is put back. Nothing is sent until they did.
import { applies, PARTS, stateOf } from "./merge.js";

const KINDS_NAMES = (row) =>
  Object.fromEntries([...row.select.options].map((option) => [option.value, option.text]));

export class Chooser {
  constructor({ form, outline, sender, refresh }) {
    Object.assign(this, { outline, sender, refresh });
    form.addEventListener("click", (event) => this.#onClick(event));
  }

  // Shows what there is to choose in a row, or nothing any more.
  show(row) {
    const what = row.trouble?.what;
    const there = row.element.querySelector("[data-choose]");
    if (what !== "conflict" && what !== "gone") {
      there?.remove();
      return;
    }
    const box = copy(what === "conflict" ? "taking-conflict" : "taking-gone");
    for (const who of box.querySelectorAll("[data-who]")) {
      who.textContent = row.trouble.who || "Someone else";
    }
    if (what === "conflict") {
      const theirs = row.trouble.entry;
      const { text } = stateOf(theirs);
      box.querySelector("[data-theirs]").textContent = inWords(row, stateOf(theirs));
      box.querySelector("[data-mine]").textContent = inWords(row, row.state);
      box.querySelector("[data-choice=both]").hidden = text === row.text; // nothing to join
    }
    if (there) {
      there.replaceWith(box);
    } else {
      row.element.append(box);
    }
  }

  // What one typed is shown as it is now, as long as there is to choose.
  typed(row) {
    const mine = row.element.querySelector("[data-choose] [data-mine]");
    if (mine) {
      mine.textContent = inWords(row, row.state);
    }
  }

  #onClick(event) {
    const button = event.target.closest("[data-choice]");
    const row = button && this.outline.of(button);
    if (!row) {
      return;
    }
    event.preventDefault();
    this[button.dataset.choice](row);
  }

  mine(row) {
    row.settle("mine");
    this.#go(row);
  }

  theirs(row) {
    row.settle("theirs");
    this.#go(row);
  }

  both(row) {
    const { entry } = row.trouble;
    const mine = row.text;
    row.settle("mine");
    row.setText(`${stateOf(entry).text}\n${mine}`);
    this.#go(row);
  }

  // As another entry, in the same place.
  back(row) {
    const { state } = row;
    const after = this.outline.before(row);
    const list = this.outline.listWith(row);
    this.letGo(row);
    const again = this.outline.add({ list, after: after ?? null });
    again.setState(state);
    this.sender.typed(again, 0);
    this.refresh(again);
    again.focus();
  }

  letGo(row) {
    const next = this.outline.before(row) ?? this.outline.after(row);
    this.sender.done(row);
    this.outline.forget(row);
    next?.focus();
    this.refresh(null);
  }

  #go(row) {
    row.trouble = null;
    this.show(row);
    row.focus();
    this.sender.typed(row, 0);
    this.refresh(row);
  }
}

// Every part in words, as the labels of the page call them.
function inWords(row, state) {
  const { kind, text } = state;
  const parts = PARTS.filter((part) => applies(part, kind) && state[part]);
  const lines = parts.flatMap((part) =>
    part === "vote" || part === "task"
      ? Object.entries(state[part]).map(([name, value]) => said(part, name, value))
      : [said(part, "", state[part])],
  );
  return [`${KINDS_NAMES(row)[kind]}: ${text}`, ...lines].filter(Boolean).join("\n");
}

function said(part, name, value) {
  if (value === "" || value === null || value === false) {
    return "";
  }
  if (part === "readmits") {
    return "The public came back";
  }
  const field = fieldOf(part, name);
  const label = field.closest("label").firstChild.data?.trim() || field.closest("label").textContent.trim();
  if (value === true) {
    return label;
  }
  const chosen = [...(field.options ?? [])].find((option) => option.value === String(value));
  return `${label}: ${chosen?.text ?? value}`;
}

function fieldOf(part, name) {
  const wanted = `[data-part=${part}]${name && `[data-field=${name}]`}`;
  const from = part === "task" ? "taking-extras" : "taking-vote";
  return document.getElementById(from).content.querySelector(wanted);
}

export function copy(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}
