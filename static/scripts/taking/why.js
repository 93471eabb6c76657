// Where the server takes a change only with a reason, as one that would make private matter public:
// it is asked for in the row, and sent with the change.
import { copy } from "./choose.js";

export class Why {
  constructor({ form, outline, sender, refresh }) {
    Object.assign(this, { outline, sender, refresh });
    form.addEventListener("click", (event) => this.#onClick(event));
    form.addEventListener("keydown", (event) => this.#onKey(event));
  }

  show(row) {
    const asks = row.trouble?.asks;
    const there = row.element.querySelector("[data-why]");
    if (there?.dataset.why === asks) {
      return;
    }
    there?.remove();
    if (asks) {
      const box = copy("taking-why");
      box.dataset.why = asks;
      box.querySelectorAll("[data-of]").forEach((one) => (one.hidden = one.dataset.of !== asks));
      const status = row.element.querySelector("[data-status]");
      status.id ||= `status-${row.uid}`;
      box.querySelector("input").setAttribute("aria-describedby", status.id);
      row.element.querySelector("[data-status]").closest("div").append(box);
    }
  }

  #onClick({ target }) {
    const row = target.closest("[data-why]") && this.outline.of(target);
    if (row && target.closest("[data-give]")) {
      this.#give(row);
    } else if (row && target.closest("[data-leave]")) {
      this.#leave(row);
    }
  }

  #onKey(event) {
    if (event.key === "Enter" && event.target.matches("[data-why] input")) {
      event.preventDefault();
      this.#give(this.outline.of(event.target));
    }
  }

  #give(row) {
    const box = row.element.querySelector("[data-why]");
    const input = box.querySelector("input");
    const said = input.value.trim();
    if (said) {
      row.reason = { name: box.dataset.why, part: row.trouble.part, said };
      row.focus();
      this.sender.typed(row, 0);
    } else {
      input.focus();
    }
  }

  // As the server has it.
  #leave(row) {
    row.parts[row.trouble.part] = row.base[row.trouble.part];
    row.reason = null;
    row.trouble = null;
    row.say("");
    row.focus();
    this.sender.typed(row, 0);
    this.refresh(row);
  }
}
