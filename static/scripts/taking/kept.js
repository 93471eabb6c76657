// Once minutes are approved: what this browser still keeps of them, to read and to throw away.
import { keptOf, throwAway } from "./store.js";

const place = document.querySelector("[data-kept]");
const none = document.querySelector("[data-none]");
const { user, meeting } = place.dataset;

function show() {
  const records = keptOf(user, meeting);
  const lines = records.map(({ state }) => {
    const line = document.createElement("li");
    line.className = "app-as-typed";
    line.textContent = state.text;
    return line;
  });
  place.querySelector("[data-kept-words]").replaceChildren(...lines);
  place.hidden = !lines.length;
  none.hidden = lines.length > 0;
}

place.querySelector("[name=throw]").addEventListener("click", () => {
  throwAway(user, meeting);
  show();
});
show();
