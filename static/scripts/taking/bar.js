// The bar at the foot: what the keys do, for fingers; and the way back for what was removed. Its
// buttons leave the focus in the text, so that a phone's keyboard stays open.
export class Bar {
  constructor({ outline, keys, parts, putBack }) {
    this.outline = outline;
    this.acts = {
      next: (row) => keys.next(row),
      deeper: (row) => keys.indent(row, 1),
      higher: (row) => keys.indent(row, -1),
      vote: (row) => parts.open(row),
      item: (row) => keys.toItem(row, 1),
    };
    this.undo = document.querySelector("[data-undo]");
    this.bar = document.querySelector("[data-bar]");
    this.bar.addEventListener("pointerdown", (event) => this.#keepFocus(event));
    this.bar.addEventListener("click", (event) => this.#onClick(event));
    this.undo.querySelector("button").addEventListener("click", () => {
      this.undo.hidden = true;
      putBack(this.removed);
    });
    document.addEventListener("focusin", ({ target }) => {
      this.row = outline.of(target) ?? this.row;
    });
  }

  offer(removed) {
    this.removed = removed;
    const words = removed.state.text.slice(0, 40);
    this.undo.querySelector("[data-removed]").textContent = `“${words}” is removed.`;
    this.undo.hidden = false;
  }

  #keepFocus(event) {
    if (event.target.closest("[data-act]")) {
      event.preventDefault();
    }
  }

  #onClick(event) {
    const act = event.target.closest("[data-act]")?.dataset.act;
    const first = this.outline.rows.values().next().value;
    const row = this.row?.element.isConnected ? this.row : first;
    if (act && row) {
      this.acts[act](row);
    }
  }
}
