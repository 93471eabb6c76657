// One entry: what is typed in its row, what the server has of it, and what is on its way there.
//
// What was sent is sent again, unchanged, until the server has answered: it knows what it has
// already. What was typed meanwhile follows.
import {
  applies,
  caretIn,
  changed,
  clean,
  isSame,
  merged,
  mergedPart,
  PARTS,
  stateOf,
  WORDS,
} from "./merge.js";

const NO_PARTS = { vote: null, task: null, excludes: null, readmits: false };

let lastOrder = 0;

// When something was first typed, and what came before what: also across tabs.
function nextOrder() {
  lastOrder = Math.max(Date.now(), lastOrder + 1);
  return lastOrder;
}

export class Row {
  constructor(element) {
    this.element = element;
    this.box = element.querySelector("[data-text]");
    this.select = element.querySelector("[data-kind]");
    this.base = null; // what the server has; null where it has nothing
    this.seen = ""; // the stamp of that
    this.sent = null; // a change on its way, with the state it was made from
    this.order = 0; // when it was first typed; 0 while nothing is to be sent
    this.trouble = null; // {what: "conflict" | "gone" | "refused", ...}: it is for a person
    this.reason = null; // {name, part, said}: why a part may be what it is
    this.isRemoved = false;
    this.isPasted = false; // words are being put in that nobody types
    this.isForgotten = false; // it is no part of the page any more
    this.newer = null; // how someone else left it, while something here was not sent
    this.failures = 0;
    this.entry = { links: [], citations: [], vote_text: "" };
    this.parts = { ...NO_PARTS };
    this.item = Number(element.dataset.item); // its item's key
    this.level = Number(element.dataset.level);
    const entry = element.dataset.entry && JSON.parse(element.dataset.entry);
    if (entry) {
      this.accept(entry);
    }
  }

  get uid() {
    return this.element.dataset.row;
  }

  get kind() {
    return this.select.value;
  }

  get text() {
    return clean(this.box.value);
  }

  get isEmpty() {
    return !this.box.value.trim();
  }

  // Whether the server has it, or may have it.
  get isKnown() {
    return this.base !== null || this.sent !== null;
  }

  get state() {
    return { kind: this.kind, level: this.level, text: this.text, ...this.parts };
  }

  get isUnsaved() {
    if (this.isForgotten) {
      return false;
    }
    const isTyped = changed(this.state, this.base).length > 0;
    return this.sent !== null || this.isRemoved || this.trouble?.what === "gone" || isTyped;
  }

  setLevel(level) {
    this.level = level;
    this.element.dataset.level = level;
  }

  setKind(kind) {
    this.select.value = kind;
    this.element.dataset.kindIs = kind;
  }

  // Words from elsewhere, with the caret where it was among them.
  setText(text) {
    if (this.text === text) {
      return;
    }
    const before = this.box.value;
    const { selectionStart, selectionEnd } = this.box;
    this.box.value = text;
    if (document.activeElement === this.box) {
      const [start, end] = [selectionStart, selectionEnd].map((at) => caretIn(before, text, at));
      this.box.setSelectionRange(start, end);
    }
    this.element.dispatchEvent(new Event("texted", { bubbles: true }));
  }

  setState(state) {
    this.setKind(state.kind);
    this.setLevel(state.level);
    this.setText(state.text);
    for (const part of PARTS) {
      this.parts[part] = state[part];
    }
  }

  // An entry as the server has it, where nothing here is unsaved.
  accept(entry) {
    this.base = stateOf(entry);
    this.seen = entry.seen;
    this.entry = entry;
    this.newer = null;
    this.setState(this.base);
    this.element.dispatchEvent(new Event("accepted", { bubbles: true }));
  }

  // What to send next, or null.
  change() {
    if (this.sent) {
      return this.sent.change;
    }
    if (this.trouble && this.trouble.what !== "refused") {
      return null;
    }
    const change = this.isRemoved ? this.#removal() : this.#words();
    const isRefused = this.trouble && isSame(this.trouble.change, change);
    return isRefused ? null : change;
  }

  #removal() {
    return this.base && { ...this.#named(this.base), remove: true, was: this.#was(PARTS) };
  }

  #named({ kind, level, text }) {
    return { uid: this.uid, item: this.item, kind, level, text, seen: this.seen };
  }

  #words() {
    const { state } = this;
    const fields = this.isEmpty ? [] : changed(state, this.base);
    if (!fields.length) {
      return null;
    }
    if (!this.base) {
      // It never stood in private: it says from the beginning that the public came back.
      const back = state.readmits ? { readmits: true } : {};
      return { ...this.#named(state), ...back };
    }
    if (fields.some((field) => WORDS.includes(field))) {
      const lost = PARTS.filter((part) => !applies(part, this.kind));
      return { ...this.#named(state), ...(lost.length && { was: this.#was(lost) }) };
    }
    // One at a time: what is wrong with one holds no other back.
    const part = fields.find((field) => field !== this.trouble?.part) ?? fields[0];
    const said = { [part]: state[part], was: this.#was([part]) };
    return this.#reasoned({ ...this.#named(state), ...said }, part);
  }

  // As what parts were seen: the server brings together what two people make of them.
  #was(parts) {
    return Object.fromEntries(parts.map((part) => [part, this.base[part]]));
  }

  #reasoned(change, part) {
    const { reason } = this;
    if (reason?.part !== part) {
      return change;
    }
    const said = { [reason.name]: reason.said };
    const isOfVote = part === "vote" && change.vote;
    return isOfVote ? { ...change, vote: { ...change.vote, ...said } } : { ...change, ...said };
  }

  // The server has what was sent: what changed since stays to be sent.
  saved(entry) {
    const { change = {}, state: then = this.state } = this.sent ?? {};
    const before = this.base;
    this.sent = null;
    this.trouble = null;
    this.failures = 0;
    this.reason = this.reason?.part in change ? null : this.reason;
    this.base = stateOf(entry);
    this.seen = entry.seen;
    this.entry = entry;
    this.newer = null;
    for (const part of PARTS) {
      const was = part in change ? then[part] : (before?.[part] ?? NO_PARTS[part]);
      const both = mergedPart(part, was, this.parts[part], this.base[part]);
      if (both === undefined) {
        this.base[part] = was; // so that the server says of what was typed since that it differs
      } else {
        this.parts[part] = both;
      }
    }
    this.element.dispatchEvent(new Event("accepted", { bubbles: true }));
  }

  // Someone else changed it meanwhile. True where both fit together.
  meet(entry, who) {
    const both = merged(this.base, this.state, stateOf(entry));
    this.sent = null;
    if (!both) {
      this.trouble = { what: "conflict", entry, who };
      return false;
    }
    this.base = stateOf(entry);
    this.seen = entry.seen;
    this.entry = entry;
    this.setState(both);
    this.element.dispatchEvent(new Event("accepted", { bubbles: true }));
    return true;
  }

  // Someone chose whose words stand. Of the vote and the like, what only one of them said stays.
  settle(whose) {
    const { entry } = this.trouble;
    const theirs = stateOf(entry);
    const state = whose === "mine" ? this.state : { ...theirs };
    for (const part of PARTS) {
      state[part] = mergedPart(part, this.base?.[part], this.parts[part], theirs[part], whose);
    }
    this.trouble = null;
    this.accept(entry);
    this.setState(state);
  }

  // As it is kept in this browser, to be made again of it.
  record(after) {
    this.order ||= nextOrder();
    const { uid, item, order, seen, base, sent, isRemoved } = this;
    return { uid, item, order, after, seen, base, sent, isRemoved, state: this.state };
  }

  restore(record) {
    this.newer = this.base && this.entry;
    this.order = record.order;
    this.seen = record.seen;
    this.base = record.base;
    this.sent = record.sent;
    this.isRemoved = record.isRemoved;
    this.setState(record.state);
  }

  say(words) {
    const said = this.element.querySelector("[data-status]");
    if (said.textContent !== words) {
      said.textContent = words;
    }
  }

  focus(caret = "end") {
    this.box.focus({ preventScroll: true });
    const at = caret === "end" ? this.box.value.length : 0;
    this.box.setSelectionRange(at, at);
    this.box.scrollIntoView({ block: "nearest" });
  }
}
