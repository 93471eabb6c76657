// The rows of the page in their order, item by item: found, added, put in place.
import { renumber } from "./numbers.js";
import { Row } from "./row.js";

export class Outline {
  constructor(form) {
    this.form = form;
    this.template = document.getElementById("taking-row");
    this.items = [...form.querySelectorAll("[data-item-rows]")];
    this.rows = new Map();
    for (const element of form.querySelectorAll("[data-row]")) {
      this.#know(new Row(element));
    }
  }

  #know(row) {
    this.rows.set(row.uid, row);
    return row;
  }

  // The row of an element in it.
  of(element) {
    return this.rows.get(element?.closest?.("[data-row]")?.dataset.row);
  }

  listOf(item) {
    return this.items.find((list) => Number(list.dataset.itemRows) === Number(item));
  }

  listWith(row) {
    return this.listOf(row.item);
  }

  // A new row after another, or first under an item; the browser names it.
  add({ list, after = null, kind = "discussion", level = 0, uid = newUid() }) {
    const element = this.template.content.firstElementChild.cloneNode(true);
    element.dataset.row = uid;
    element.dataset.item = list.dataset.itemRows;
    element.querySelector("[data-text]").setAttribute("aria-label", list.dataset.label);
    const row = this.#know(new Row(element));
    row.setKind(kind);
    row.setLevel(level);
    this.#place(list, row.element, after?.element);
    this.form.dispatchEvent(new CustomEvent("rowadded", { detail: row }));
    return row;
  }

  #place(list, element, after) {
    if (after) {
      after.after(element);
    } else {
      list.prepend(element);
    }
    this.renumber(list);
  }

  // Out of the page; known until the server knows it is gone.
  takeOut(row) {
    row.element.remove();
    this.renumber(this.listWith(row));
  }

  putBack(row, after) {
    if (!row.element.isConnected) {
      this.#place(this.listWith(row), row.element, after?.element);
    }
  }

  forget(row) {
    this.takeOut(row);
    row.isForgotten = true;
    this.rows.delete(row.uid);
  }

  before(row) {
    return this.of(row.element.previousElementSibling);
  }

  after(row) {
    return this.of(row.element.nextElementSibling);
  }

  // The nearest one above it that is, or may be, with the server; or that will be before it is.
  standsAfter(row, isThere = (other) => !other.isEmpty) {
    let other = this.before(row);
    while (other && !isThere(other)) {
      other = this.before(other);
    }
    return other?.uid ?? null;
  }

  inList(list) {
    return [...list.children].map((element) => this.of(element));
  }

  last(list) {
    return this.of(list.lastElementChild);
  }

  // The row above, under whichever item.
  above(row) {
    const lists = this.items.slice(0, this.items.indexOf(this.listWith(row))).reverse();
    return this.before(row) ?? this.last(lists.find((list) => list.children.length));
  }

  below(row) {
    const lists = this.items.slice(this.items.indexOf(this.listWith(row)) + 1);
    const list = lists.find((one) => one.children.length);
    return this.after(row) ?? (list && this.of(list.firstElementChild));
  }

  neighbourList(row, by) {
    return this.items[this.items.indexOf(this.listWith(row)) + by];
  }

  // The order in which the server has the entries of an item; what it does not have stays behind
  // what it stood behind. The row that has the focus is not moved: the others are, around it.
  arrange(list, order) {
    const elements = [];
    const local = new Map();
    let anchor = null;
    for (const element of list.children) {
      if (order.includes(element.dataset.row)) {
        anchor = element.dataset.row;
      } else {
        local.set(anchor, [...(local.get(anchor) ?? []), element]);
      }
    }
    for (const uid of [null, ...order]) {
      const row = this.rows.get(uid);
      elements.push(...(row?.element.isConnected ? [row.element] : []), ...(local.get(uid) ?? []));
    }
    putInOrder(list, elements);
    this.renumber(list);
  }

  // Where the numbers run on from item to item, those of the items after it change with it.
  renumber(list) {
    const runsOn = this.form.dataset.numbering === "continuous";
    renumber(runsOn ? this.items : [list], runsOn ? Number(this.form.dataset.first) : null);
  }
}

function putInOrder(list, elements) {
  const focused = elements.findIndex((element) => element.contains(document.activeElement));
  const fixed = Math.max(focused, 0);
  if (focused < 0 && elements.length && list.firstElementChild !== elements[0]) {
    list.prepend(elements[0]);
  }
  for (let at = fixed - 1; at >= 0; at -= 1) {
    if (elements[at].nextElementSibling !== elements[at + 1]) {
      elements[at + 1].before(elements[at]);
    }
  }
  for (let at = fixed + 1; at < elements.length; at += 1) {
    if (elements[at].previousElementSibling !== elements[at - 1]) {
      elements[at - 1].after(elements[at]);
    }
  }
}

export function newUid() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/u, "$1-$2-$3-$4-$5");
}
