// Sends what is typed: a moment after the last key, when an entry is left, and again until the
// server has it. One request at a time, in the order in which it was typed, so that what comes
// after something always finds it there.
import { Trouble } from "./wire.js";

const PAUSE = 700; // milliseconds after the last key
const LONGEST = 4000; // for someone who types without a pause
const FIRST_WAIT = 500; // after a failure; then twice as long each time
const LONGEST_WAIT = 8000;
const SIGNED_OUT_WAIT = 3000;
const MOST = 50; // what the server takes at once
const POOR = 2; // how often something fails by itself before the others go first

export class Sender {
  // `told(row, result)` hears what became of each change, `stands(trouble)` how things are: null
  // when the server answers, otherwise what is wrong.
  constructor({ wire, outline, store, told, stands }) {
    Object.assign(this, { wire, outline, store, told, stands });
    this.unsaved = new Set();
    this.due = new Map(); // when each row is to be sent at the latest
    this.isSending = false;
    this.saves = 0; // requests that were answered or given up
    this.failures = 0;
    this.most = MOST;
    this.waitUntil = 0;
    this.wakesAt = Infinity;
  }

  // Something was typed in a row: it is kept at once, and sent soon.
  typed(row, pause = PAUSE) {
    const now = Date.now();
    this.keep(row);
    if (!this.unsaved.has(row)) {
      this.due.delete(row);
      return;
    }
    const { since = now } = this.due.get(row) ?? {};
    this.due.set(row, { since, at: Math.min(now + pause, since + LONGEST) });
    this.#wake();
  }

  // It is sent now.
  left(row) {
    if (this.unsaved.has(row)) {
      this.typed(row, 0);
    }
  }

  keep(row) {
    if (row.isUnsaved) {
      this.unsaved.add(row);
      const after = row.isRemoved ? null : this.outline.standsAfter(row);
      this.store.put(row.record(after));
    } else {
      this.done(row);
      if (row.newer) {
        row.accept(row.newer); // what one typed is what it was, and someone else changed it
      }
    }
  }

  done(row) {
    this.unsaved.delete(row);
    this.due.delete(row);
    row.order = 0;
    this.store.drop(row.uid);
  }

  // Whatever waits goes now: the connection is back, or the page is being left.
  now(options = {}) {
    this.waitUntil = 0;
    for (const row of this.unsaved) {
      this.due.set(row, { since: 0, at: 0 });
    }
    return this.#run(options);
  }

  // A timer that rings early does no harm, so it is set once and not moved with every key.
  #wake() {
    const times = [...this.due.values()].map(({ at }) => at);
    const next = Math.max(Math.min(...times), this.waitUntil);
    if (Number.isFinite(next) && next < this.wakesAt) {
      clearTimeout(this.timer);
      this.wakesAt = next;
      this.timer = setTimeout(() => this.#run(), Math.max(0, next - Date.now()));
    }
  }

  async #run(options = {}) {
    clearTimeout(this.timer);
    this.wakesAt = Infinity;
    if (this.isSending || Date.now() < this.waitUntil) {
      this.#wake();
      return;
    }
    const batch = this.#batch();
    if (batch.length) {
      this.isSending = true;
      try {
        await this.#send(batch, options);
      } finally {
        this.isSending = false;
        this.saves += 1;
      }
    }
    this.#wake();
  }

  // The rows whose time has come, in the order in which they were typed. One that fails by itself
  // goes alone, after the others.
  #batch() {
    const now = Date.now();
    const rows = [...this.unsaved].filter((row) => (this.due.get(row)?.at ?? Infinity) <= now);
    rows.sort((one, other) => isPoor(one) - isPoor(other) || one.order - other.order);
    const batch = [];
    for (const row of rows) {
      const hasRoom = batch.length < (isPoor(row) ? 1 : this.most);
      const change = this.#changeOf(row, batch);
      this.due.delete(row);
      if (change && hasRoom) {
        row.sent ??= { change, state: row.state };
        row.sent.change = change;
        batch.push(row);
      } else if (change) {
        this.due.set(row, { since: 0, at: 0 });
      }
    }
    return batch;
  }

  // Something new says what it stands after: what is there already, or comes before it here.
  #changeOf(row, batch) {
    const isThere = (other) =>
      (other.base !== null && other.trouble?.what !== "gone") || batch.includes(other);
    const change = row.change();
    const isNew = change && !row.base && row.element.isConnected;
    return isNew ? { ...change, after: this.outline.standsAfter(row, isThere) } : change;
  }

  async #send(batch, options) {
    batch.forEach((row) => this.keep(row));
    this.told(batch, "sending");
    try {
      const results = await this.wire.save(
        batch.map((row) => row.sent.change),
        options,
      );
      this.#answered(batch, new Map(results.map((result) => [result.uid, result])));
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) {
        throw trouble;
      }
      this.#failed(batch, trouble);
    }
  }

  #answered(batch, results) {
    this.failures = 0;
    for (const row of batch) {
      const result = results.get(row.uid);
      const { change } = row.sent;
      this.told([row], result.status, { ...result, change });
      this.keep(row);
      if (this.unsaved.has(row) && !this.due.has(row)) {
        this.due.set(row, { since: Date.now(), at: Date.now() + (row.sent ? FIRST_WAIT : 0) });
      }
    }
    this.most = Math.min(MOST, this.most * 2);
    this.stands(null);
  }

  // Not taken: sent again, the same, after a while. Where it may be one of them that the server
  // cannot take, each goes by itself.
  #failed(batch, trouble) {
    this.failures += 1;
    if (["server", "malformed"].includes(trouble.what)) {
      this.most = 1;
      batch[0].failures += batch.length === 1 ? 1 : 0;
    }
    if (trouble.what === "malformed" && batch.length === 1) {
      const [row] = batch;
      this.told(batch, "refused", { message: trouble.message, change: row.sent.change });
      this.keep(row);
      return;
    }
    const again = Math.min(FIRST_WAIT * 2 ** (this.failures - 1), LONGEST_WAIT);
    this.waitUntil = Date.now() + (trouble.what === "signed out" ? SIGNED_OUT_WAIT : again);
    this.stands(trouble);
    this.told(batch, "kept");
    for (const row of batch) {
      this.due.set(row, { since: 0, at: 0 });
    }
  }
}

function isPoor(row) {
  return row.failures >= POOR;
}
