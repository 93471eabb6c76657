// What is asked of the server, and what went wrong when it was: a Trouble says in one word.
//
// A page is one person's. After someone else signed in in this browser, it sends nothing.
const PATIENCE = 20000;
const LATEST = "999999999999999999"; // after everything
const LARGEST_FAREWELL = 60000; // what a browser sends for a page that is being closed

export class Trouble extends Error {
  // what: "offline" | "server" | "signed out" | "someone else" | "forbidden" | "malformed"
  constructor(what, message = "") {
    super(message);
    this.what = what;
  }
}

export class Wire {
  constructor(form) {
    this.form = form;
    this.token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  // What became of each change.
  async save(changes, { isFarewell = false } = {}) {
    const body = JSON.stringify({ user: Number(this.form.dataset.user), changes });
    let answer = await this.#post(body, isFarewell);
    if (answer.status === 403) {
      await this.#renew(); // signed in again in another tab: the page's token is an old one
      answer = await this.#post(body, isFarewell);
    }
    const said = await read(answer);
    this.token = said.csrf ?? this.token;
    return said.results;
  }

  async since(cursor, signal) {
    const address = `${this.form.dataset.since}?cursor=${cursor}`;
    const said = await read(await ask(address, { signal }));
    this.#isTheSame(said.user);
    return said;
  }

  #post(body, isFarewell) {
    return ask(this.form.dataset.save, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.token },
      body,
      keepalive: isFarewell && body.length < LARGEST_FAREWELL,
    });
  }

  // Any answer says who is signed in, and brings the token that counts now.
  async #renew() {
    const said = await this.since(LATEST);
    this.token = said.csrf;
  }

  #isTheSame(user) {
    if (String(user) !== this.form.dataset.user) {
      throw new Trouble("someone else");
    }
  }
}

async function ask(address, { signal, headers, ...options } = {}) {
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    return await fetch(address, {
      ...options,
      headers: { Accept: "application/json", ...headers },
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch {
    throw new Trouble("offline");
  }
}

async function read(answer) {
  if (answer.type === "opaqueredirect") {
    throw new Trouble("signed out");
  }
  if (answer.status === 401) {
    throw new Trouble("someone else");
  }
  let said = {};
  try {
    said = await answer.json();
  } catch {
    // An answer cut short is no answer; a page of an error says nothing to a script.
    if (answer.ok) {
      throw new Trouble("offline");
    }
  }
  if (answer.status === 403 || answer.status === 404) {
    throw new Trouble("forbidden", said.message);
  }
  if (answer.status === 400 || answer.status === 413) {
    throw new Trouble("malformed", said.message);
  }
  if (!answer.ok) {
    throw new Trouble("server");
  }
  return said;
}
