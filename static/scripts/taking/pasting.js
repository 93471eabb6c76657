// Pasting into an entry: some words go into it as they are; more than one paragraph becomes more than
// one entry.
import { entriesOf, verbatim } from "./paste.js";

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
    const [html, plain] = ["text/html", "text/plain"].map((type) => data.getData(type));
    const words = row.isEmpty ? null : verbatim(html, plain);
    const entries = words === null ? entriesOf(html, plain) : [];
    if (words || entries.length) {
      event.preventDefault();
    }
    if (words) {
      insert(row, words);
      this.changed(row);
    } else if (entries.length) {
      this.#put(row, entries, /^\s/u.test(plain) ? " " : "");
    }
  }

  // What is there stays what it is: the first paragraph goes into it as it is.
  #put(row, [first, ...rest], space) {
    if (row.isEmpty) {
      row.setKind(first.kind ?? row.kind);
      insert(row, first.text);
    } else {
      insert(row, space + first.whole);
    }
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
function insert(row, text) {
  const { box } = row;
  row.isPasted = true; // what its words ask for is known: nobody types it
  if (!document.execCommand("insertText", false, text)) {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  }
  row.isPasted = false;
}
