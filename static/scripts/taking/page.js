// The page on which minutes are taken while people talk: puts the parts together. Each has a file:
//
//   words, merge, paste, numbers   think, and know nothing of the page
//   row, outline                   an entry, and all of them in their order
//   store, wire, sender, live      keep, carry, send, and ask what others minute
//   results                        what comes back
//   keys, pasting, parts, choose, why, bar, standing   what people do and see
//
// Nothing that was typed leaves this browser's keeping until the server has it.
import { Bar } from "./bar.js";
import { Chooser } from "./choose.js";
import { Keys } from "./keys.js";
import { Live } from "./live.js";
import { isSame, stateOf } from "./merge.js";
import { Outline } from "./outline.js";
import { Parts } from "./parts.js";
import { Pasting } from "./pasting.js";
import { Results } from "./results.js";
import { Sender } from "./sender.js";
import { Standing } from "./standing.js";
import { Store } from "./store.js";
import { Why } from "./why.js";
import { Wire } from "./wire.js";

const LOOK_FOR_LEFT = 5000; // how often to look for what closed tabs left, in milliseconds

class Page {
  constructor(form) {
    this.form = form;
    this.store = new Store(form.dataset.user, form.dataset.meeting, {
      page: location.pathname,
      day: form.dataset.day,
    });
    this.outline = new Outline(form);
    const wire = new Wire(form);
    const { outline, store } = this;
    this.sender = new Sender({
      wire,
      outline,
      store,
      told: (rows, status, result) => this.results.told(rows, status, result),
      stands: (trouble) => this.stands(trouble, "save"),
    });
    const { sender } = this;
    const changed = (row) => this.changed(row);
    const remove = (row) => this.remove(row);
    this.standing = new Standing({ form, sender, store });
    this.parts = new Parts({ form, outline, sender });
    const refresh = (row) => this.refresh(row);
    this.chooser = new Chooser({ form, outline, sender, refresh });
    this.why = new Why({ form, outline, sender, refresh });
    this.keys = new Keys({ form, outline, sender, parts: this.parts, changed, remove });
    this.bar = new Bar({
      outline,
      keys: this.keys,
      parts: this.parts,
      putBack: (removed) => this.putBack(removed),
    });
    this.pasting = new Pasting({ form, outline, changed });
    this.live = new Live({
      wire,
      outline,
      sender,
      cursor: form.dataset.cursor,
      arrived: (row, what) => this.results.arrived(row, what),
      stands: (trouble) => this.stands(trouble, "live"),
    });
    this.results = new Results(this);
  }

  start() {
    const { form, outline } = this;
    document.querySelectorAll("[data-without-script]").forEach((one) => (one.hidden = true));
    document.querySelectorAll("[data-with-script]").forEach((one) => (one.hidden = false));
    form.addEventListener("rowadded", ({ detail: row }) => this.parts.furnish(row));
    form.addEventListener("accepted", ({ target }) => this.refresh(outline.of(target)));
    form.addEventListener("texted", ({ target }) => this.shows(outline.of(target)));
    form.addEventListener("input", (event) => this.onInput(event));
    form.addEventListener("change", (event) => this.onChange(event));
    form.addEventListener("focusout", (event) => this.onLeave(event));
    form.addEventListener("click", (event) => this.onClick(event));
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const row of [...outline.rows.values()]) {
      if (row.element.hasAttribute("data-spare")) {
        outline.forget(row);
      } else {
        this.parts.furnish(row);
        this.shows(row);
      }
    }
    for (const list of outline.items.filter((one) => !one.children.length)) {
      outline.add({ list });
    }
    this.listen();
    form.toggleAttribute("data-started", true);
    this.bringBack();
    setInterval(() => this.bringBack(), LOOK_FOR_LEFT);
  }

  listen() {
    const now = () => this.sender.now();
    window.addEventListener("online", now);
    window.addEventListener("focus", now);
    document.addEventListener("visibilitychange", () => {
      const isFarewell = document.visibilityState === "hidden";
      this.sender.now({ isFarewell });
      this.live.again(0);
    });
    window.addEventListener("beforeunload", (event) => {
      const isSigningIn = document.activeElement?.closest("[data-standing]");
      if (this.sender.unsaved.size && !isSigningIn) {
        event.preventDefault();
      }
    });
  }

  // --- What was typed

  onInput({ target }) {
    const row = target.matches("[data-text]") && this.outline.of(target);
    if (row) {
      this.changed(row);
    }
  }

  onChange({ target }) {
    const row = target.matches("[data-kind]") && this.outline.of(target);
    if (row) {
      this.changed(row);
    }
  }

  changed(row) {
    this.sender.typed(row);
    this.chooser.typed(row);
    this.shows(row);
    if (!row.trouble) {
      row.say("");
    }
    if (row.kind !== row.shownKind) {
      row.shownKind = row.kind;
      this.parts.show(row);
    }
    this.standing.tell();
  }

  // What has words has a number.
  shows(row) {
    if (row && row.isEmpty !== row.wasEmpty) {
      row.wasEmpty = row.isEmpty;
      this.outline.renumber(this.outline.listWith(row));
    }
    if (row && !GROWS) {
      row.box.parentElement.dataset.words = row.box.value;
    }
  }

  onLeave({ target, relatedTarget }) {
    const row = this.outline.of(target);
    if (row && row.element.isConnected && !row.element.contains(relatedTarget)) {
      this.sender.left(row);
      if (row.isEmpty && row.base) {
        row.say("Empty: what it said stays saved until you remove it.");
      }
    }
  }

  onClick({ target }) {
    const row = this.outline.of(target);
    const adder = target.closest("[data-add]");
    if (row && target.closest("[data-remove]")) {
      const next = this.outline.after(row) ?? this.outline.before(row);
      this.remove(row);
      next?.focus();
    } else if (adder) {
      const list = adder.closest("section").querySelector("[data-item-rows]");
      const last = this.outline.last(list);
      const isFree = last?.isEmpty && !last.isKnown;
      (isFree ? last : this.outline.add({ list, after: last })).focus();
    }
  }

  remove(row) {
    const list = this.outline.listWith(row);
    if (row.text || row.base) {
      const state = row.text ? row.state : { ...row.base };
      this.bar.offer({ row, state, list, after: this.outline.before(row) });
    }
    if (row.isKnown) {
      row.isRemoved = true;
      row.trouble = null;
      this.outline.takeOut(row);
      this.sender.typed(row, 0);
    } else {
      this.forget(row);
    }
    this.standing.tell();
  }

  // As a new entry: the one that was removed may be gone for good.
  putBack({ state, list, after }) {
    const row = this.outline.add({ list, after: after?.element.isConnected ? after : null });
    row.setState(state);
    this.changed(row);
    row.focus();
  }

  forget(row) {
    this.outline.forget(row);
    this.sender.done(row);
  }

  // --- What is shown of it

  refresh(row) {
    if (row && !row.isForgotten) {
      this.shows(row);
      row.shownKind = row.kind;
      this.parts.show(row);
      this.chooser.show(row);
      this.why.show(row);
      row.element.toggleAttribute("data-trouble", row.trouble !== null);
    }
  }

  // The server answers one and does not answer the other for a moment only.
  stands(trouble, of) {
    const wasAway = this.standing.trouble !== null;
    this.standing.stands(trouble);
    if (!trouble && wasAway) {
      (of === "live" ? () => this.sender.now() : () => this.live.again(0))();
    }
  }

  // --- What a closed tab left

  async bringBack() {
    const isFree = ({ uid }) => !this.outline.rows.get(uid)?.isUnsaved;
    for (const record of await this.store.adopt(isFree)) {
      const row = this.brought(record);
      if (row) {
        row.say("Kept here");
        this.sender.typed(row, 0);
        this.refresh(row);
      } else {
        this.store.drop(record.uid);
      }
    }
    this.standing.tell();
  }

  brought(record) {
    const { outline } = this;
    const isWords = !record.sent && !record.isRemoved;
    let row = outline.rows.get(record.uid);
    if (row ? isWords && isSame(record.state, row.base) : record.isRemoved) {
      return null; // the server has it
    }
    if (!row) {
      const list = outline.listOf(record.item) ?? outline.items.at(-1);
      const after = outline.rows.get(record.after) ?? (record.after && outline.last(list));
      const isBeside = after?.item === Number(list.dataset.itemRows);
      row = outline.add({ list, after: isBeside ? after : null, uid: record.uid });
    }
    row.restore({ ...record, state: stateOf(record.state) });
    if (row.isRemoved) {
      outline.takeOut(row);
    }
    return row;
  }
}

const GROWS = CSS.supports("field-sizing", "content");

const form = document.querySelector("[data-taking]");
if (form) {
  new Page(form).start();
}
