// What the server has not confirmed, kept in this browser: written at once with every key, so that
// a tab that dies loses nothing. Kept apart by person, so that nobody sees or sends another's
// words; by meeting; and by tab, so that two tabs never overwrite each other's.
const NAME = "pcp-scrutiny-minutes";

export class Store {
  // `place` says for other pages where this is: its address and the day of the meeting.
  constructor(user, meeting, place) {
    this.place = place;
    this.prefix = `${NAME}:${user}:${meeting}:`;
    this.tab = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    this.works = true;
    // Held for as long as this page lives: whoever finds it free knows that the tab is gone.
    navigator.locks?.request(this.prefix + this.tab, () => new Promise(() => {}));
  }

  put(record) {
    this.#try(() => localStorage.setItem(this.#key(record.uid), JSON.stringify({ ...record, ...this.place })));
  }

  drop(uid) {
    this.#try(() => localStorage.removeItem(this.#key(uid)));
  }

  #key(uid) {
    return `${this.prefix}${this.tab}:${uid}`;
  }

  // Where nothing can be kept, or there is no room left, the page says so.
  #try(act) {
    try {
      act();
      this.works = true;
    } catch {
      this.works = false;
    }
  }

  // What tabs left behind that are gone, in the order in which it was typed: from now on it is this
  // tab's. Those where nobody can say which tabs live are all taken to be gone; the server minutes
  // the same thing once all the same.
  async adopt(wanted = () => true) {
    if (!this.#others().length) {
      return [];
    }
    if (!navigator.locks) {
      return this.#take(this.#others(), wanted);
    }
    return navigator.locks.request(`${this.prefix}adopting`, async () => {
      const alive = await living();
      return this.#take(this.#others().filter((key) => !alive.has(tabOf(key))), wanted);
    });
  }

  #others() {
    try {
      const own = this.#key("");
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
      return keys.filter((key) => !key.startsWith(own));
    } catch {
      return [];
    }
  }

  #take(keys, wanted) {
    const records = [];
    for (const key of keys) {
      const record = read(key);
      if (record && wanted(record)) {
        this.put(record);
        localStorage.removeItem(key);
        records.push(record);
      }
    }
    return records.sort((one, other) => one.order - other.order);
  }
}

// The pages, {page, day}, on which someone typed what tabs that are gone did not send.
export async function leftBy(user) {
  try {
    const alive = navigator.locks ? await living() : new Set();
    const own = Object.keys(localStorage).filter((key) => key.startsWith(`${NAME}:${user}:`));
    const records = own.filter((key) => !alive.has(tabOf(key))).map(read);
    const there = records.filter((record) => record?.page);
    return [...new Map(there.map(({ page, day }) => [page, { page, day }])).values()];
  } catch {
    return [];
  }
}

// What is kept of a meeting, by whichever tab, in the order in which it was typed: words alone.
export function keptOf(user, meeting) {
  const records = keysOf(user, meeting).map(read);
  return records.filter((one) => one?.state?.text).sort((one, other) => one.order - other.order);
}

export function throwAway(user, meeting) {
  keysOf(user, meeting).forEach((key) => localStorage.removeItem(key));
}

function keysOf(user, meeting) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${NAME}:${user}:${meeting}:`));
  } catch {
    return [];
  }
}

async function living() {
  const { held } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name));
}

function tabOf(key) {
  return key.slice(0, key.lastIndexOf(":"));
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
