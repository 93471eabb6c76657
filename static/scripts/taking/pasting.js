// Pasting into an entry: more than one paragraph becomes more than one entry.
import { entriesOf } from "./paste.js";

export class Pasting {
  constructor({ form, outline, changed }) {
    Object.assign(this, { outline, changed });
    form.addEventListener("paste", (event) => this.#onPaste(event));
  }

  #onPaste(event) {
    const row = event.target.matches("[data-text]") && this.outline.of(event.target);
    const data = event.clipboardData;
    if (!row || !data) {
      return;
    }
    const entries = entriesOf(data.getData("text/html"), data.getData("text/plain"));
    if (!entries.length) {
      return;
    }
    event.preventDefault();
    this.#put(row, entries);
  }

  #put(row, [first, ...rest]) {
    if (row.isEmpty && first.kind) {
      row.setKind(first.kind);
    }
    insert(row.box, first.text);
    this.changed(row);
    const last = rest.reduce((after, entry) => this.#add(row, after, entry), row);
    if (last !== row) {
      last.focus();
    }
  }

  #add(row, after, { kind, level, text }) {
    const added = this.outline.add({
      list: this.outline.listWith(row),
      after,
      kind: kind ?? "discussion",
      level: Math.min(2, row.level + level),
    });
    added.setText(text);
    this.changed(added);
    return added;
  }
}

// So that the browser's undo takes it back.
function insert(box, text) {
  if (!document.execCommand("insertText", false, text)) {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  }
}
