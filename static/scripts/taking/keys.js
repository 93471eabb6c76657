// The keys of the page. Enter makes the next entry; Tab moves it under the one above; Escape, and
// then Tab, leaves the text as everywhere else (WCAG 2.1.2).
import { kindAfter, kindOfKey, typedKind } from "./words.js";

const DEEPEST = 2;

export class Keys {
  constructor({ form, outline, sender, parts, changed, remove }) {
    Object.assign(this, { form, outline, sender, parts, changed, remove });
    this.leaves = null; // the row whose next Tab moves on
    form.addEventListener("keydown", (event) => this.#onKey(event));
    form.addEventListener("input", (event) => this.#onInput(event));
  }

  // The next entry, after this one, as deep.
  next(row) {
    if (row.isEmpty) {
      this.indent(row, -1);
      return row;
    }
    const following = this.outline.after(row);
    const isFree = following?.isEmpty && !following.isKnown;
    const made = isFree ? following : this.#made(row);
    made.focus();
    this.sender.left(row);
    return made;
  }

  #made(row) {
    return this.outline.add({
      list: this.outline.listWith(row),
      after: row,
      kind: kindAfter(row.kind),
      level: row.level,
    });
  }

  indent(row, by) {
    const above = this.outline.before(row);
    const deepest = above ? Math.min(DEEPEST, above.level + 1) : 0;
    const level = Math.max(0, Math.min(deepest, row.level + by));
    if (level !== row.level) {
      row.setLevel(level);
      this.outline.renumber(this.outline.listWith(row));
      this.changed(row);
    }
  }

  turn(row, kind) {
    row.setKind(kind);
    this.changed(row);
  }

  // The last entry of the item above or below; its first, where it has none.
  toItem(row, by) {
    const list = this.outline.neighbourList(row, by);
    if (list) {
      const last = this.outline.last(list) ?? this.outline.add({ list });
      last.focus();
      list.closest("section").scrollIntoView({ block: "nearest" });
      last.box.scrollIntoView({ block: "nearest" });
    }
  }

  #onKey(event) {
    const row = event.target.closest("[data-text]") && this.outline.of(event.target);
    if (!row || event.isComposing) {
      return;
    }
    const isLeaving = this.leaves === row;
    this.leaves = event.key === "Escape" ? row : null;
    const act = this.#actOf(event, row, isLeaving);
    if (act) {
      event.preventDefault();
      act();
    } else if (isArrow(event)) {
      this.#pastTheEdge(row, event.key === "ArrowUp");
    }
  }

  #actOf(event, row, isLeaving) {
    const { key, shiftKey } = event;
    if (event.altKey) {
      return event.ctrlKey || event.metaKey ? null : this.#withAlt(event, row);
    }
    if (event.ctrlKey || event.metaKey) {
      return null;
    }
    if (key === "Enter" && !shiftKey) {
      return () => this.next(row);
    }
    if (key === "Tab" && !isLeaving) {
      return () => this.indent(row, shiftKey ? -1 : 1);
    }
    if (key === "Backspace" && row.box.value === "") {
      return event.repeat ? () => {} : () => this.#takeOut(row);
    }
    if (isArrow(event) && isOneLine(row.box)) {
      return () => this.#toNeighbour(row, key === "ArrowUp");
    }
    return null;
  }

  #withAlt({ key, code }, row) {
    if (key === "ArrowUp" || key === "ArrowDown") {
      return () => this.toItem(row, key === "ArrowUp" ? -1 : 1);
    }
    const kind = kindOfKey(code);
    if (kind) {
      return () => this.turn(row, kind);
    }
    return code === "KeyV" ? () => this.parts.open(row) : null;
  }

  #takeOut(row) {
    const before = this.outline.above(row) ?? this.outline.below(row);
    if (before) {
      before.focus();
      this.remove(row);
    }
  }

  // Only the browser knows in which line of a wrapped text the caret is: where its own key does
  // nothing, that was the edge.
  #pastTheEdge(row, isUp) {
    const { selectionStart, selectionEnd } = row.box;
    setTimeout(() => {
      const stays = row.box.selectionStart === selectionStart;
      if (stays && row.box.selectionEnd === selectionEnd && selectionStart === selectionEnd) {
        this.#toNeighbour(row, isUp);
      }
    });
  }

  #toNeighbour(row, isUp) {
    const other = isUp ? this.outline.above(row) : this.outline.below(row);
    other?.focus(isUp ? "end" : "start");
  }

  // "/r " at the start of a text makes it a resolution, and is not part of it. It is taken out so
  // that the browser's own undo brings it back, as what was typed.
  #onInput(event) {
    const row = event.target.matches("[data-text]") && this.outline.of(event.target);
    const isTyped = !event.isComposing && !event.inputType?.startsWith("history");
    if (!row || !isTyped || row.isPasted) {
      return;
    }
    const typed = typedKind(row.box.value);
    const caret = row.box.selectionStart;
    // Character by character, or all at once, as by dictation.
    const isWhole = typed && (caret === typed.length || event.data?.length === caret);
    if (isWhole && typed.isKept) {
      this.turn(row, typed.kind);
    } else if (isWhole) {
      row.box.setSelectionRange(0, typed.length);
      this.turn(row, typed.kind);
      if (!document.execCommand("delete")) {
        row.box.setRangeText("");
      }
      row.box.setSelectionRange(caret - typed.length, caret - typed.length);
    }
  }
}

function isOneLine(box) {
  return box.clientHeight < 2 * parseFloat(getComputedStyle(box).lineHeight);
}

function isArrow({ key, shiftKey, ctrlKey, metaKey, altKey }) {
  const isPlain = !(shiftKey || ctrlKey || metaKey || altKey);
  return isPlain && (key === "ArrowUp" || key === "ArrowDown");
}
