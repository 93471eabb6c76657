// Assessing a whole letter on one page: each point saves itself a second after the last key, and
// when it is left. It says in words whether it is saved. Without scripts the buttons save.
//
// What was sent is sent again, unchanged, until the server has answered: it knows what it has
// already. What was typed meanwhile follows. Nothing that was typed is ever taken out of the page.
//
// assess-keys.js has the page's keys, assess-partners.js the room for one more partner's comment.
const PAUSE = 1000;
const PATIENCE = 20000;
const LONGEST_WAIT = 30000;
const SIGNED_OUT_WAIT = 5000;
const LARGEST_FAREWELL = 60000; // what a browser sends for a page that is being closed

const form = document.querySelector("[data-assess]");
let token = form?.querySelector("[name=csrfmiddlewaretoken]").value;
let points = [];

class Point {
  constructor(section) {
    this.section = section;
    this.saved = this.words();
    this.sent = null; // what the server has not answered yet
    this.refused = null; // what it found wrong
    this.isSending = false;
    this.isHeld = false; // two people differ: it is for the officer to choose
    this.failures = 0;
    this.hasNewToken = false;
    section.addEventListener("input", () => this.changed());
    section.addEventListener("change", () => this.changed());
    section.addEventListener("focusout", (event) => {
      if (!section.contains(event.relatedTarget)) {
        this.save();
      }
    });
    section.addEventListener("savepoint", () => this.save());
    section.addEventListener("click", (event) => this.onClick(event));
  }

  get fields() {
    return [...this.section.querySelectorAll("input, textarea")].filter(
      (field) => field.name && (!field.matches("[type=radio], [type=checkbox]") || field.checked),
    );
  }

  get seen() {
    return this.section.querySelector("[name$='-seen']");
  }

  get status() {
    return this.section.querySelector("[data-status]");
  }

  get isUnsaved() {
    return this.sent !== null || this.words() !== this.saved;
  }

  words() {
    const own = this.fields.filter((field) => field !== this.seen);
    return new URLSearchParams(own.map((field) => [field.name, field.value])).toString();
  }

  // "Saved" is no longer so. What is said of trouble stays until it is over.
  changed() {
    if (!this.status.hasAttribute("data-unsaved")) {
      this.say("");
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  // Whatever waits for its turn goes now.
  async save({ isFarewell = false } = {}) {
    clearTimeout(this.timer);
    const words = this.sent ?? this.words();
    if (this.isSending || this.isHeld || words === this.saved || words === this.refused) {
      return;
    }
    this.isSending = true;
    this.sent = words;
    try {
      await this.take(await this.ask(words, isFarewell));
    } catch {
      this.failed("there is no connection");
    } finally {
      this.isSending = false;
    }
    tell();
    if (this.sent === null && this.words() !== this.saved) {
      this.timer = setTimeout(() => this.save(), PAUSE);
    }
  }

  // The officer asks for it: what was refused is found wrong again, and a conflict is decided.
  async saveNow() {
    this.isHeld = false;
    this.refused = null;
    this.section.querySelector("[data-conflict]")?.remove();
    await this.save();
    if (this.refused !== null && this.wrong) {
      const field = document.getElementById(this.wrong);
      field?.closest("details")?.setAttribute("open", "");
      field?.focus();
    }
  }

  ask(words, isFarewell = false) {
    const body = `${words}&${new URLSearchParams([[this.seen.name, this.seen.value]])}`;
    return fetch(this.section.dataset.point, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token },
      body,
      redirect: "manual",
      keepalive: isFarewell && body.length < LARGEST_FAREWELL,
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  async take(answer) {
    if (answer.type === "opaqueredirect") {
      this.signedOut();
    } else if (answer.status === 403) {
      await this.forbidden();
    } else if ([200, 409, 422].includes(answer.status)) {
      this.answered(answer.status, await read(answer));
    } else {
      this.failed("the server could not take it");
    }
  }

  answered(status, fresh) {
    const words = this.sent;
    this.sent = null;
    this.failures = 0;
    this.hasNewToken = false;
    this.say(fresh.querySelector("[data-status]").textContent.trim(), { isUnsaved: status !== 200 });
    if (status === 200) {
      this.saved = words;
      this.refused = null;
      this.adopt(fresh);
    } else if (status === 409) {
      this.isHeld = true;
      this.seen.value = fresh.querySelector("[name$='-seen']").value;
      const conflict = fresh.querySelector("[data-conflict]");
      this.section.querySelector("[data-conflict]")?.remove();
      this.section.querySelector("[data-state]").after(conflict);
    } else {
      this.refused = words;
      const wrong = fresh.querySelector(".govuk-form-group--error");
      this.wrong = wrong?.querySelector("input, textarea")?.id;
    }
  }

  adopt(fresh) {
    this.seen.value = fresh.querySelector("[name$='-seen']").value;
    this.section
      .querySelector("[data-state]")
      .replaceChildren(...fresh.querySelector("[data-state]").childNodes);
    this.section.toggleAttribute("data-assessed", true);
  }

  // Someone else's words instead of one's own.
  async takeTheirs() {
    try {
      const answer = await fetch(this.section.dataset.point, { redirect: "manual" });
      const fresh = answer.ok && (await read(answer));
      this.section.querySelector("[data-form]").replaceWith(fresh.querySelector("[data-form]"));
    } catch {
      this.say("It could not be fetched. Try again in a moment.", { isUnsaved: true });
      return;
    }
    show(this.section);
    this.isHeld = false;
    this.saved = this.words();
    this.section.toggleAttribute("data-assessed", true);
    this.section.focus();
    tell();
  }

  // After signing in again in another tab, the page's token is an old one.
  async forbidden() {
    const answer = await fetch(this.section.dataset.point, { redirect: "manual" });
    if (answer.type === "opaqueredirect") {
      this.signedOut();
    } else if (answer.ok && !this.hasNewToken) {
      await read(answer);
      this.hasNewToken = true;
      this.again(0);
    } else {
      this.say("Not saved. You may not assess this any more.", { isUnsaved: true });
    }
  }

  signedOut() {
    const link = document.createElement("a");
    link.href = form.dataset.signIn;
    link.target = "_blank";
    link.className = "govuk-link";
    link.textContent = "Sign in again in another tab";
    const rest = "; your words stay here, and are saved when you have.";
    this.say("Not saved: you have been signed out. ", { isUnsaved: true, more: [link, rest] });
    this.again(SIGNED_OUT_WAIT);
  }

  failed(why) {
    this.failures += 1;
    this.say(`Not saved yet: ${why}. Trying again.`, { isUnsaved: true });
    this.again(Math.min(PAUSE * 2 ** this.failures, LONGEST_WAIT));
  }

  again(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  // What is said already is not said again to those who hear it.
  say(words, { isUnsaved = false, more = [] } = {}) {
    this.status.toggleAttribute("data-unsaved", isUnsaved);
    if (this.status.dataset.said !== words) {
      this.status.dataset.said = words;
      this.status.replaceChildren(words, ...more);
    }
  }

  onClick(event) {
    if (event.target.closest("[data-take-theirs]")) {
      event.preventDefault();
      this.takeTheirs();
    }
  }
}

// An answer is the point's form; each brings the token that counts now.
async function read(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  token = page.querySelector("[name=csrfmiddlewaretoken]").value;
  return page;
}

function pointOf(element) {
  return points.find((point) => point.section.contains(element));
}

// How far one has come, where to go on, and whether anything is not saved.
function tell() {
  const done = points.filter((point) => point.section.hasAttribute("data-assessed"));
  const rest = points.filter((point) => !done.includes(point));
  const here = points.indexOf(pointOf(document.activeElement));
  const next = rest.find((point) => points.indexOf(point) > here) ?? rest[0];
  const link = form.querySelector("[data-next]");
  form.querySelector("[data-count]").textContent = done.length;
  link.hidden = !next;
  link.hash = next?.section.id ?? "";
  const unsaved = points.filter((point) => point.isUnsaved).length;
  const words = unsaved ? `${unsaved} point${unsaved === 1 ? "" : "s"} not saved yet` : "";
  const overall = form.querySelector("[data-overall]");
  if (overall.textContent !== words) {
    overall.textContent = words;
  }
}

function show(root) {
  for (const hidden of root.querySelectorAll("[data-with-script], [data-add-partner]")) {
    hidden.hidden = false;
  }
}

function saveAll(options) {
  return Promise.all(points.map((point) => point.save(options)));
}

function onSubmit(event) {
  event.preventDefault();
  const own = pointOf(event.submitter?.name ? event.submitter : document.activeElement);
  const asked = own ? [own] : points.filter((point) => point.isUnsaved);
  Promise.all(asked.map((point) => point.saveNow()));
}

if (form) {
  points = [...form.querySelectorAll("[data-point]")].map((section) => new Point(section));
  show(document);
  document.querySelector("[data-without-script]").hidden = true;
  form.addEventListener("submit", onSubmit);
  form.addEventListener("focusin", tell);
  window.addEventListener("online", () => saveAll());
  window.addEventListener("focus", () => saveAll());
  document.addEventListener("visibilitychange", () => {
    saveAll({ isFarewell: document.visibilityState === "hidden" });
  });
  window.addEventListener("beforeunload", (event) => {
    if (points.some((point) => point.isUnsaved)) {
      event.preventDefault();
    }
  });
}
