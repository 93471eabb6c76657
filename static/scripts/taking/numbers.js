// The numbers of entries, as the server gives them (meetings/numbering.py): 7.1 and 7.1.1 under item
// 7, 58 and 58.1 where they run on. What is empty has none. A point under nothing is taken for what
// it would stand under.
export function renumber(lists, first = null) {
  let start = first;
  for (const list of lists) {
    const place = [];
    for (const element of list.children) {
      show(element, numberOf(element, place, start, list.dataset.number));
    }
    start = start === null ? null : start + (place[0] ?? 0);
  }
}

function numberOf(element, place, start, head) {
  if (!element.querySelector("[data-text]").value.trim()) {
    return "";
  }
  const depth = Math.min(Number(element.dataset.level), place.length);
  place.length = Math.min(place.length, depth + 1);
  place[depth] = (place[depth] ?? 0) + 1;
  const [top, ...under] = place;
  return [...(start === null ? [head, top] : [start - 1 + top]), ...under].join(".");
}

function show(element, number) {
  const shown = element.querySelector("[data-number]");
  if (shown.textContent !== number) {
    shown.textContent = number;
  }
}
