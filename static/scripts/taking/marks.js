// The signs before the points of a list that came as mere text: a bullet, "1.", "(a)", "iv.", "2.1".
// A figure that begins a sentence looks the same, and must not be lost: a number is a sign only
// where others of its style follow each other, or a tab stands after it as Word writes it. Pure.
const BULLET = /^\s*[•·▪◦‣●○■□\uF0B7\uF0A7]\s+/u;
const MAYBE_BULLET = /^\s*(?:([*–—-])\s+|(o)(?:\s{2,}|\t))/u;
const NUMBER = /^\s*(\(?)(\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{2,5})([.)]?)(\s+)/u;
const UNIT =
  /^(?:(?:hundred|thousand|million|billion|trillion|m|bn|k|per|percent|[ap]\.?m|pounds?|pence|euros?|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|km|miles?|met(?:er|re)s?|kg|tonnes?|mph|fte|points?|times)(?![\p{L}\p{N}])|[%‰°£$€×])/iu;

const ROMAN = { i: 1, v: 5, x: 10 };

// How many characters of each text are the sign of a list.
export function marks(texts) {
  const numbers = texts.map(readingsOf);
  const kept = new Map(); // of each style, the number last seen and where
  const lengths = texts.map((text) => BULLET.exec(text)?.[0].length ?? 0);
  const bullets = new Map();
  texts.forEach((text, at) => {
    const [whole, ...signs] = MAYBE_BULLET.exec(text) ?? [];
    if (whole) {
      const sign = signs.find(Boolean);
      bullets.set(sign, [...(bullets.get(sign) ?? []), [at, whole.length]]);
    }
  });
  const inLists = [...bullets.values()].filter((found) => found.length > 1).flat();
  for (const [at, length] of inLists) {
    lengths[at] = length;
  }
  numbers.forEach((readings, at) => {
    for (const { style, value, isFirst, length, isWords } of readings) {
      const before = kept.get(style);
      const goesOn = before?.value + 1 === value && (before.isList || !isWords);
      const isList = goesOn || isFirst;
      if (goesOn) {
        lengths[before.at] = before.length;
        lengths[at] = length;
      } else if (style.endsWith("tab")) {
        lengths[at] = length;
      }
      kept.set(style, { value, at, length, isList });
    }
  });
  return lengths;
}

// What a text may begin with: {style, value, length}. A letter may be a Roman number as well.
function readingsOf(text) {
  const [whole, open, sign, close, space] = NUMBER.exec(text) ?? [];
  if (!whole || (open && close !== ")")) {
    return [];
  }
  const isTab = space.includes("\t") && !sign.includes(".") && close;
  const style = (name) => `${open}${name}${close}${isTab ? "tab" : ""}`;
  const length = whole.length;
  if (/^\d/u.test(sign)) {
    const parts = sign.split(".");
    const isPlain = parts.length === 1;
    const isFigure = isPlain ? !close : UNIT.test(text.slice(whole.length));
    if (isFigure || parts.some((part) => part.startsWith("0"))) {
      return [];
    }
    const value = Number(parts.at(-1));
    // 3.15 and 3.16 are times or sums as well; a list of them begins with 3.1.
    const isWords = parts.length === 2 && !close;
    const name = isPlain ? "1" : `${parts.slice(0, -1).join(".")}.`;
    return [{ style: style(name), value, length, isFirst: value === 1, isWords }];
  }
  if (!close) {
    return [];
  }
  const roman = /^[ivx]+$/u.test(sign) ? { style: style("i"), value: romanOf(sign), length } : null;
  const letter =
    sign.length === 1 ? { style: style("a"), value: sign.codePointAt(0) - 96, length } : null;
  return [roman, letter].filter(Boolean).map((one) => noCase(one, sign, close));
}

// "v." is "versus" too: it is a sign only in a list that has "i." or "a.".
function noCase(reading, sign, close) {
  const isWords = sign === "v" && close === ".";
  return { ...reading, isFirst: reading.value === 1, isWords, style: untabbed(reading, isWords) };
}

function untabbed({ style }, isWords) {
  return isWords ? style.replace(/tab$/u, "") : style;
}

function romanOf(sign) {
  return [...sign].reduce((sum, letter, at) => {
    const value = ROMAN[letter];
    return sum + (value < (ROMAN[sign[at + 1]] ?? 0) ? -value : value);
  }, 0);
}
