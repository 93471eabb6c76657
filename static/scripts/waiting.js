// On any page: where words that were typed at a meeting were never sent, because the tab was closed
// without a connection, says so and leads to where they are.
import { leftBy } from "./taking/store.js";

const place = document.querySelector("[data-words-waiting]");
const left = place ? await leftBy(place.dataset.wordsWaiting) : [];
for (const { page, day } of left.filter((one) => one.page !== location.pathname)) {
  const line = document.createElement("p");
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = page;
  link.textContent = "Open its page to save them";
  line.append(`Words typed at the meeting of ${day} wait in this browser. `, link, ".");
  place.append(line);
  place.hidden = false;
}
