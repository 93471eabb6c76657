// How things stand, in words, at the foot of the page: whether all is saved; if not, why, and that
// nothing is lost. Read out only when it becomes something else.
const PATIENCE = 3000; // a save that takes no longer is nothing to speak of

export class Standing {
  constructor({ form, sender, store }) {
    Object.assign(this, { sender, store });
    this.signIn = form.dataset.signIn;
    this.status = document.querySelector("[data-standing]");
    this.count = document.querySelector("[data-waiting]");
    this.choices = document.querySelector("[data-choices]");
    this.form = form;
    this.trouble = null;
  }

  stands(trouble) {
    this.trouble = trouble;
    this.tell();
  }

  // Counted when the browser has time for it.
  tell() {
    this.waiting ??= setTimeout(() => {
      this.waiting = null;
      this.#tell();
    }, 100);
  }

  #tell() {
    const rows = [...this.sender.unsaved];
    const toChoose = rows.filter((row) => ["conflict", "gone"].includes(row.trouble?.what));
    const refused = rows.filter((row) => row.trouble?.what === "refused");
    const now = Date.now();
    const going = rows.filter((row) => !row.trouble && !row.isEmpty);
    const late = going.filter((row) => now - row.order > PATIENCE);
    this.#say(...this.#words(late.length > 0, toChoose.length + refused.length > 0));
    const kept = this.trouble && rows.length;
    this.#put(this.count, kept ? `${entries(rows.length)} not sent yet.` : "");
    const [first] = [...toChoose, ...refused];
    this.#point(first, toChoose.length, refused.length);
  }

  #words(isLate, isPartial) {
    if (!this.store.works) {
      return ["not kept", "This browser keeps nothing. Leave this page open until all is saved."];
    }
    switch (this.trouble?.what) {
      case "offline":
        return ["offline", "No connection. Type on: it is kept here, and sent once it is back."];
      case "server":
        return ["server", "The server cannot take it now. Type on: it is kept here, and sent later."];
      case "signed out":
        return ["signed out", "You have been signed out. What you type is kept here.", this.#links()];
      case "someone else":
        return [
          "someone else",
          "Someone else has signed in in this browser. Your words are kept here, unseen by them, " +
            "until you sign in again.",
        ];
      case "forbidden":
        return ["forbidden", this.trouble.message || "These minutes can no longer be changed."];
      default:
        if (isLate) {
          return ["late", "Saving"];
        }
        return ["saved", isPartial ? "All else is saved" : "All is saved"];
    }
  }

  #links() {
    const other = anchor("Sign in again in another tab", this.signIn);
    other.target = "_blank";
    return [" ", other, ", or ", anchor("in this one", this.signIn), "."];
  }

  #say(what, words, more = []) {
    if (this.said !== what + words) {
      this.said = what + words;
      this.status.dataset.standing = what;
      this.status.replaceChildren(words, ...more);
    }
    if (what === "late" || (this.sender.unsaved.size && what === "saved")) {
      this.tellLater();
    }
  }

  tellLater() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.#tell(), 1000);
  }

  #point(row, toChoose, refused) {
    const words = [
      toChoose && `${entries(toChoose)} for you to decide`,
      refused && `${entries(refused)} not taken`,
    ].filter(Boolean);
    this.choices.hidden = !row;
    this.#put(this.choices, words.join(", "));
    this.choices.onclick = (event) => {
      event.preventDefault();
      row.focus();
    };
  }

  #put(element, words) {
    if (element.textContent !== words) {
      element.textContent = words;
    }
  }
}

function entries(count) {
  return `${count} ${count === 1 ? "entry" : "entries"}`;
}

function anchor(text, href) {
  const link = document.createElement("a");
  link.href = href;
  link.className = "govuk-link";
  link.textContent = text;
  return link;
}
