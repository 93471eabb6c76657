// What is pasted, from Word above all, as clean entries: one for each paragraph, a list's points a
// level down, without the bullets, the numbers and what Word says to itself.
import { kindOf } from "./words.js";

const DEEPEST = 2;
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, tr, div, blockquote, pre, dt, dd";
const NOT_WORDS = "style, script, meta, link, title, xml, template, [data-style*='mso-list:Ignore' i]";
const BULLET = /^\s*(?:[•·▪◦‣●○■□§*\uF0B7\uF0A7–—-]|o(?=\s{2,}|\t))\s+/u;
const NUMBER = /^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3})+)\s+/u;

// The entries of what the clipboard holds: {kind, level, text}, kind null where nothing says it.
export function entriesOf(html, plain) {
  const read = html ? fromHtml(html) : [];
  return finished(read.length ? read : fromPlain(plain));
}

// The page's policy forbids styles, here too; but they say which level of a list something is.
function withoutStyles(html) {
  const tags = html.replace(/<style[\s\S]*?<\/style>/giu, "");
  return tags.replace(/<[^>]*>/gu, (tag) => tag.replace(/\sstyle\s*=/giu, " data-style="));
}

function fromHtml(html) {
  const page = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  for (const element of page.querySelectorAll(NOT_WORDS)) {
    element.remove();
  }
  const blocks = [...page.body.querySelectorAll(BLOCKS)];
  const lowest = blocks.filter((block) => block.matches("tr") || hasOwnWords(block));
  if (!lowest.length) {
    return [{ level: 0, text: wordsOf(page.body) }];
  }
  const inRows = lowest.filter((block) => block.matches("tr") || !block.closest("tr"));
  return inRows.map((block) => ({ level: levelOf(block), text: wordsOf(block) }));
}

// Words that are not in a block further down.
function hasOwnWords(block) {
  return [...block.childNodes].some(
    (node) =>
      (node.nodeType === Node.TEXT_NODE && node.data.trim()) ||
      (node.nodeType === Node.ELEMENT_NODE &&
        !node.matches(`${BLOCKS}, ul, ol, table, tbody`) &&
        !node.querySelector(BLOCKS) &&
        node.textContent.trim()),
  );
}

function levelOf(block) {
  const word = /mso-list:\s*l\d+\s+level(\d)/iu.exec(block.dataset.style ?? "");
  if (word) {
    return Number(word[1]);
  }
  let level = 0;
  for (let list = block.closest("ul, ol"); list; list = list.parentElement.closest("ul, ol")) {
    level += 1;
  }
  return level;
}

// The words of a block alone: a list inside an item is its own entries.
function wordsOf(block) {
  if (block.matches("tr")) {
    return [...block.cells].map((cell) => line(cell)).filter(Boolean).join(" – ");
  }
  return line(block);
}

function line(element) {
  const copy = element.cloneNode(true);
  if (!copy.matches("td, th")) {
    for (const inner of copy.querySelectorAll(`${BLOCKS}, ul, ol, table`)) {
      inner.remove();
    }
  }
  for (const end of copy.querySelectorAll("br")) {
    end.replaceWith("\uE000");
  }
  const flat = copy.textContent.replace(/[\s\u00A0]+/gu, " ");
  return flat.replace(/ ?\uE000 ?/gu, "\n").trim();
}

function fromPlain(plain) {
  const lines = plain.replace(/\r\n?/gu, "\n").split("\n");
  const entries = [];
  let isNew = true;
  for (const one of lines) {
    const text = one.replace(/[\s\u00A0]+/gu, " ").trim();
    if (!text) {
      isNew = true;
    } else if (!isNew && goesOn(entries.at(-1).text, one)) {
      entries.at(-1).text += ` ${text}`;
    } else {
      entries.push({ level: indented(one), text: one.replace(/\u00A0/gu, " ").trimEnd() });
      isNew = false;
    }
  }
  return entries;
}

// A line that was broken because it was full goes on in small letters.
function goesOn(before, after) {
  return !isPoint(after) && !/[.:;!?]["’”)]?$/u.test(before) && /^\s*\p{Ll}/u.test(after);
}

function isPoint(text) {
  return BULLET.test(text) || NUMBER.test(text);
}

function indented(text) {
  const spaces = /^\s*/u.exec(text)[0].replace(/\t/gu, "    ").length;
  return isPoint(text) ? 1 + Math.min(1, Math.floor(spaces / 2)) : 0;
}

// Bullets off, kinds found, and each as deep as there are shallower ones above it.
function finished(read) {
  const above = [];
  const entries = [];
  for (const { level, text } of read) {
    const words = kindOf(withoutMark(text));
    if (words.text) {
      while (above.length && above.at(-1) >= level) {
        above.pop();
      }
      entries.push({ ...words, level: Math.min(DEEPEST, above.length) });
      above.push(level);
    }
  }
  return entries;
}

function withoutMark(text) {
  return text.replace(BULLET, "").replace(NUMBER, "").trim();
}
