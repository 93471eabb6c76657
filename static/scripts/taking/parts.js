// What belongs to an entry besides its words: the vote on a resolution, and whether it excludes the
// public; who is to do an action, and by when; that the public came back. Each saves itself as the
// words do.
import { copy } from "./choose.js";
import { applies, stateOf, taskOf, voteOf } from "./merge.js";

const CAME_BACK = "The public were let in again.";

export class Parts {
  constructor({ form, outline, sender }) {
    Object.assign(this, { form, outline, sender });
    form.addEventListener("input", (event) => this.#onInput(event));
    form.addEventListener("click", (event) => this.#onClick(event));
    form.addEventListener("keydown", (event) => this.#onKey(event));
    form.addEventListener("focusout", (event) => this.#onLeave(event));
  }

  // Gives a row its buttons, once.
  furnish(row) {
    row.element.querySelector("[data-without-script]")?.remove();
    row.element.querySelector(".govuk-error-message")?.remove();
    row.element.append(copy("taking-extras"));
    this.show(row);
  }

  show(row) {
    const { element, entry, parts, kind } = row;
    const find = (name) => element.querySelector(`[data-${name}]`);
    const open = find("open-vote");
    open.hidden = !applies("vote", kind);
    open.textContent = parts.vote || parts.excludes ? "Change the vote" : "Record the vote";
    if (open.hidden) {
      this.#close(row);
    }
    find("task").hidden = !applies("task", kind);
    const isPrivate = Boolean(entry.restricted_under);
    const isItems = Boolean(this.outline.listWith(row)?.dataset.restricted);
    element.toggleAttribute("data-is-private", isPrivate);
    const words = isPrivate ? `Private: paragraph ${entry.restricted_under} of Schedule 12A` : "";
    find("private").textContent = parts.readmits ? "The public came back" : words;
    const readmit = find("readmit");
    readmit.hidden = !parts.readmits && (!isPrivate || isItems);
    readmit.setAttribute("aria-pressed", parts.readmits);
    this.#fill(row);
    this.#tell(row);
  }

  #fill({ element, parts, base }) {
    for (const field of element.querySelectorAll("[data-part]")) {
      const [value, saved] = [parts, base].map((state) => valueFor(field, state));
      show(field, value, value === saved);
    }
    const membership = element.querySelector("[data-membership]");
    if (membership) {
      membership.hidden = !parts.vote?.veto_of;
    }
  }

  // What the record makes of it.
  #tell({ element, entry, parts }) {
    const excluded = parts.excludes
      ? `What follows is private: the public is excluded under paragraph ${parts.excludes}.`
      : "";
    const facts = [entry.vote_text, excluded].filter(Boolean).join(" ");
    const told = element.querySelector("[data-facts]");
    const links = [
      ...(entry.links ?? []).map(({ text, href }) => anchor(text, href)),
      ...(entry.citations ?? []).map(({ words, text, href }) => cited(words, text, href)),
    ];
    told.replaceChildren(facts, ...links.flatMap((link) => [" ", link]));
  }

  open(row) {
    if (!applies("vote", row.kind)) {
      return;
    }
    if (!row.element.querySelector("[data-panel]")) {
      const panel = copy("taking-vote");
      row.element.querySelector("[data-panel-place]").append(panel);
      this.#fill(row);
    }
    row.element.querySelector("[data-open-vote]").setAttribute("aria-expanded", "true");
    const first = row.element.querySelector("[data-panel] input");
    first.focus();
    first.closest("[data-row]").scrollIntoView({ block: "nearest" });
  }

  #close(row) {
    row.element.querySelector("[data-panel]")?.remove();
    row.element.querySelector("[data-open-vote]").setAttribute("aria-expanded", "false");
  }

  #onInput({ target }) {
    const row = target.dataset?.part && this.outline.of(target);
    if (!row) {
      return;
    }
    target.isTyped = true;
    row.parts[target.dataset.part] = read(row.element, target.dataset.part);
    if (target.dataset.field === "veto_of") {
      this.#countMembers(row);
    }
    this.sender.typed(row);
  }

  #onLeave({ target }) {
    const row = target.dataset?.part && this.outline.of(target);
    if (row) {
      target.isTyped = false;
      this.#fill(row);
    }
  }

  // A veto takes two thirds of the members, whether or not they are there.
  #countMembers(row) {
    const { members } = this.form.dataset;
    const box = row.element.querySelector("[data-field=membership]");
    if (row.parts.vote?.veto_of && !box.value) {
      box.value = members;
    } else if (!row.parts.vote?.veto_of) {
      box.value = "";
    }
    row.parts.vote = read(row.element, "vote");
    this.#fill(row);
  }

  #onClick(event) {
    const row = this.outline.of(event.target);
    if (event.target.closest("[data-open-vote]")) {
      const isOpen = row.element.querySelector("[data-panel]");
      (isOpen ? () => this.#close(row) : () => this.open(row))();
    } else if (event.target.closest("[data-close-vote]")) {
      this.#close(row);
      row.focus();
    } else if (event.target.closest("[data-readmit]")) {
      this.#readmit(row);
    }
  }

  // The public came back after what was minuted in private: an entry of its own says so. What is
  // private stays so.
  #readmit(row) {
    const isBack = row.parts.readmits;
    const said = isBack
      ? row
      : this.outline.add({ list: this.outline.listWith(row), after: row });
    if (!isBack) {
      said.setText(CAME_BACK);
    }
    said.parts.readmits = !isBack;
    this.show(said);
    this.sender.typed(said, 0);
    said.focus();
  }

  #onKey(event) {
    const row = event.target.closest("[data-panel]") && this.outline.of(event.target);
    if (row && event.key === "Escape") {
      this.#close(row);
      row.focus();
    } else if (row && event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault(); // the form is not sent
    }
  }
}

function valueFor({ dataset }, state) {
  const part = state?.[dataset.part];
  return String((dataset.field ? part?.[dataset.field] : part) ?? "");
}

// What someone is typing is not written over: what came meanwhile is shown once they leave it.
function show(field, value, isSaved) {
  if (field.type === "checkbox") {
    field.checked = value === "true";
    return;
  }
  const isShown = field.value.trim() === value;
  field.isTyped &&= !(isShown && isSaved);
  if (!isShown && !(field.isTyped && field === document.activeElement)) {
    field.value = value;
  }
}

function read(element, part) {
  const fields = [...element.querySelectorAll(`[data-part=${part}]`)];
  if (!fields[0].dataset.field) {
    return stateOf({ text: "", [part]: fields[0].value })[part];
  }
  const given = Object.fromEntries(
    fields.map((field) => [
      field.dataset.field,
      field.type === "checkbox" ? field.checked : field.value,
    ]),
  );
  return part === "vote" ? voteOf(given) : taskOf(given);
}

function anchor(text, href) {
  const link = document.createElement("a");
  link.href = href;
  link.className = "govuk-link";
  link.textContent = text;
  return link;
}

function cited(words, text, href) {
  if (!href) {
    const quiet = document.createElement("span");
    quiet.textContent = `${words}: not in the plan.`;
    return quiet;
  }
  const link = anchor(words, href);
  link.title = text;
  return link;
}
