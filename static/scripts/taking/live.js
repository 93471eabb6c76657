// What others minute appears in its place: asked for every few seconds while the page is seen.
// Neither the caret nor what is in view moves for it.
const PAUSE = 2500;
const LONGEST_PAUSE = 15000;

export class Live {
  constructor({ wire, outline, sender, cursor, arrived, stands }) {
    Object.assign(this, { wire, outline, sender, cursor, arrived, stands });
    this.failures = 0;
    this.again();
  }

  again(pause = PAUSE) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  async ask() {
    clearTimeout(this.timer);
    if (document.visibilityState === "hidden") {
      return; // asked again once it is seen
    }
    if (this.sender.isSending) {
      this.again(100);
      return;
    }
    try {
      const savesBefore = this.sender.saves;
      const answer = await this.wire.since(this.cursor);
      this.failures = 0;
      // What was saved meanwhile may be newer than this answer: it is asked for again.
      if (!this.sender.isSending && this.sender.saves === savesBefore) {
        this.take(answer);
      }
      this.stands(null);
    } catch (trouble) {
      this.failures += 1;
      this.stands(trouble);
    }
    this.again(Math.min(PAUSE * 2 ** this.failures, LONGEST_PAUSE));
  }

  take({ entries, removed, order, cursor }) {
    this.cursor = cursor;
    if (entries.length || removed.length) {
      steadily(() => this.#take(entries, removed, order));
    }
  }

  #take(entries, removed, order) {
    for (const entry of entries) {
      this.#takeEntry(entry);
    }
    for (const uid of removed) {
      this.#takeRemoval(this.outline.rows.get(uid));
    }
    for (const [item, uids] of Object.entries(order)) {
      const list = this.outline.listOf(item);
      if (list) {
        this.outline.arrange(list, uids);
      } else {
        this.arrived(null, "item");
      }
    }
  }

  #takeEntry(entry) {
    const list = this.outline.listOf(entry.item);
    const row = this.outline.rows.get(entry.uid);
    if (!row && list) {
      const added = this.outline.add({ list, after: this.outline.last(list), uid: entry.uid });
      added.accept(entry);
      this.arrived(added, "entry");
    } else if (row && row.seen !== entry.seen) {
      if (row.isUnsaved) {
        row.newer = entry; // what the server says to what is typed here decides
        this.arrived(row, "newer");
      } else {
        row.accept(entry);
        this.arrived(row, "entry");
      }
    }
    if (row && list && row.item !== entry.item && row.element.isConnected) {
      row.item = entry.item;
      list.append(row.element);
    }
  }

  #takeRemoval(row) {
    if (row && row.isRemoved && !row.sent) {
      this.arrived(row, "removed");
    } else if (row) {
      this.arrived(row, row.isUnsaved || isHere(row) ? "gone" : "removed");
    }
  }
}

function isHere(row) {
  return row.element.contains(document.activeElement);
}

// What one looks at stays where it is on the screen, whatever comes above it.
export function steadily(act) {
  const looked = document.activeElement?.closest("[data-row]") ?? inView();
  const before = looked?.getBoundingClientRect().top;
  act();
  const moved = looked?.isConnected ? looked.getBoundingClientRect().top - before : 0;
  if (moved) {
    window.scrollBy({ top: moved, behavior: "instant" });
  }
}

function inView() {
  const rows = [...document.querySelectorAll("[data-row]")];
  return rows.find((row) => row.getBoundingClientRect().bottom > 0);
}
