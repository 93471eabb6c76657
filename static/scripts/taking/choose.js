// Where two people changed one entry, whoever comes later is shown both and chooses; where someone
// else removed what is typed here, whether it is put back. Nothing is sent until they did.
import { stateOf } from "./merge.js";

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
      box.querySelector("[data-theirs]").textContent = inWords(row, stateOf(theirs), theirs);
      box.querySelector("[data-mine]").textContent = inWords(row, row.state);
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
    const { entry } = row.trouble;
    row.base = stateOf(entry);
    row.seen = entry.seen;
    this.#go(row);
  }

  theirs(row) {
    const { entry } = row.trouble;
    row.trouble = null;
    row.accept(entry);
    this.#go(row);
  }

  both(row) {
    const { entry } = row.trouble;
    const mine = row.text;
    row.base = stateOf(entry);
    row.seen = entry.seen;
    row.setText(`${row.base.text}\n${mine}`);
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

function inWords(row, { kind, text, task }, { vote_text: vote = "" } = {}) {
  const doer = task && [task.owner, task.due_on].filter(Boolean).join(", ");
  return [`${KINDS_NAMES(row)[kind]}: ${text}`, vote, doer].filter(Boolean).join("\n");
}

export function copy(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}
