// What is pasted, from Word above all, as clean entries: one for each paragraph, a list's points a
// level down, without the signs of lists and what Word says to itself. No word is lost.
import { marks } from "./marks.js";
import { kindOf } from "./words.js";

const DEEPEST = 2;
const BLOCKS =
  "address, article, aside, blockquote, body, caption, dd, details, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, legend, li, main, nav, ol, p, pre, section, summary, table, tbody, td, tfoot, th, thead, tr, ul";
const NOT_WORDS = "style, script, meta, link, title, xml, template, [data-style*='mso-list:Ignore' i]";
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B\u2060\uFEFF]/gu;

// The entries of what the clipboard holds: {kind, level, text, whole}, kind null where nothing says
// it. `whole` is the text with what the kind and the level were read from.
export function entriesOf(html, plain) {
  const read = html ? fromHtml(html) : [];
  return finished(read.length ? read : fromPlain(plain));
}

// What goes as it is into a sentence that is there; null where it is more than one paragraph.
export function verbatim(html, plain) {
  const words = cleaned(plain).replace(/\n+$/u, "");
  const read = html ? fromHtml(html) : [];
  if ((read.length ? read : fromPlain(plain)).length > 1) {
    return null;
  }
  if (!words) {
    return read[0]?.text ?? "";
  }
  return read.length ? words : words.replace(/ *\n */gu, " ");
}

function cleaned(text) {
  return text.replace(/\r\n?|[\u2028\u2029]/gu, "\n").replace(INVISIBLE, "").replace(/\u00A0/gu, " ");
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
  const found = [];
  let words = "";
  const end = (block) => {
    const text = flat(words);
    if (text) {
      found.push({ level: levelOf(block), text });
    }
    words = "";
  };
  // Words belong to the block that they stand in, wherever there are others before or after them.
  const walk = (node, block) => {
    if (node.nodeType === Node.TEXT_NODE) {
      words += node.data.replace(/[\s\u00A0]+/gu, " ");
    } else if (node.nodeType !== Node.ELEMENT_NODE) {
      return;
    } else if (node.matches("br")) {
      words += "\n";
    } else if (node.matches("tr")) {
      end(block);
      words = [...node.cells].map((cell) => cellOf(cell)).filter(Boolean).join(" – ");
      end(node);
    } else if (node.matches(BLOCKS)) {
      end(block);
      node.childNodes.forEach((child) => walk(child, node));
      end(node);
    } else {
      node.childNodes.forEach((child) => walk(child, block));
    }
  };
  walk(page.body, page.body);
  return found;
}

function cellOf(cell) {
  for (const block of cell.querySelectorAll(`${BLOCKS}, br`)) {
    block.before(" ");
    block.after(" ");
  }
  return flat(cell.textContent.replace(/\s+/gu, " "));
}

function flat(words) {
  return cleaned(words).replace(/[^\S\n]+/gu, " ").replace(/ ?\n ?/gu, "\n").trim();
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

function fromPlain(plain) {
  const lines = cleaned(plain).split("\n");
  const lengths = marks(lines);
  const entries = [];
  let isNew = true;
  lines.forEach((one, at) => {
    if (!one.trim()) {
      isNew = true;
    } else if (!isNew && !lengths[at] && goesOn(entries.at(-1).text, one)) {
      entries.at(-1).text += ` ${one.trim()}`;
    } else {
      entries.push({ level: lengths[at] ? indented(one) : 0, text: one.trimEnd() });
      isNew = false;
    }
  });
  return entries;
}

// A line that was broken because it was full goes on in small letters.
function goesOn(before, after) {
  return !/[.:;!?]["’”)]?$/u.test(before) && /^\s*\p{Ll}/u.test(after);
}

function indented(text) {
  const spaces = /^\s*/u.exec(text)[0].replace(/\t/gu, "    ").length;
  return 1 + Math.min(1, Math.floor(spaces / 2));
}

// Signs of lists off, kinds found, and each as deep as there are shallower ones above it.
function finished(read) {
  const above = [];
  const entries = [];
  const lengths = marks(read.map(({ text }) => text));
  read.forEach(({ level, text }, at) => {
    const words = kindOf(text.slice(lengths[at]).trim().replace(/[^\S\n]+/gu, " "));
    if (words.text) {
      while (above.length && above.at(-1) >= level) {
        above.pop();
      }
      entries.push({ ...words, whole: text.trim(), level: Math.min(DEEPEST, above.length) });
      above.push(level);
    }
  });
  return entries;
}
