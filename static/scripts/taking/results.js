// What the server says of what was sent, and what others did meanwhile: each put in its row, in
// words.
import { PARTS } from "./merge.js";

export class Results {
  constructor(page) {
    this.page = page;
  }

  told(rows, status, result) {
    for (const row of rows) {
      this[`on_${status}`](row, result);
      this.page.refresh(row);
    }
    this.page.standing.tell();
  }

  on_sending(row) {
    row.say("Saving");
  }

  on_kept(row) {
    row.say("Kept here");
  }

  on_saved(row, { entry }) {
    row.saved(entry);
    row.say(row.isUnsaved ? "" : "Saved");
  }

  on_removed(row) {
    this.page.forget(row);
  }

  on_conflict(row, { entry, who }) {
    if (row.isRemoved) {
      row.sent = null;
      this.stays(row, `Not removed: ${who || "someone else"} changed it meanwhile.`, entry);
    } else if (row.meet(entry, who)) {
      row.say("");
    } else {
      row.say(`Not saved: ${who || "someone else"} changed it too.`);
    }
  }

  on_gone(row, { who }) {
    row.sent = null;
    if (row.isRemoved) {
      this.page.forget(row);
      return;
    }
    row.trouble = { what: "gone", who };
    row.say(`Not saved: ${who || "someone else"} removed it.`);
  }

  on_refused(row, { message, change, asks }) {
    row.sent = null;
    if (change.remove) {
      this.stays(row, `Not removed. ${message}`);
      return;
    }
    const again = { ...change, after: undefined }; // it is refused wherever it stands
    const part = PARTS.find((one) => one in change);
    row.trouble = { what: "refused", change: again, part, asks };
    row.say(`Not saved. ${message}`);
  }

  // What was not to be removed is there again.
  stays(row, words, entry = row.entry) {
    row.isRemoved = false;
    this.page.outline.putBack(row, this.page.outline.last(this.page.outline.listWith(row)));
    row.accept(entry);
    row.say(words);
    this.page.live.cursor = 0; // its place comes with all the others
  }

  arrived(row, what) {
    if (what === "item") {
      document.querySelector("[data-agenda-changed]").hidden = false;
    } else if (what === "removed") {
      this.page.forget(row);
    } else if (what === "gone") {
      row.sent = null;
      row.trouble = { what: "gone", who: "" };
      row.say("Someone else removed it.");
      this.page.sender.keep(row);
    } else if (what === "newer" && row.trouble?.what === "conflict") {
      row.trouble.entry = row.newer;
    } else if (what === "newer" && row.trouble?.what === "refused" && !row.sent) {
      row.meet(row.newer); // what is refused may be so for what came: it is shown together
      this.page.sender.typed(row, 0);
    }
    this.page.refresh(row);
    this.page.standing.tell();
  }
}
