// The kinds of entries, and how a kind is typed: "/r " or "RESOLVED:" at the start of an entry. Each
// way ends in a sign and a space, so that nobody comes upon it in prose by accident. Pure.
export const KINDS = {
  discussion: { slash: ["d", "disc", "discussion"], leads: [], key: "KeyS" },
  "key point": { slash: ["k", "key"], leads: ["key", "key point"], key: "KeyK" },
  advice: { slash: ["adv", "advice"], leads: ["adv", "advice"], key: "KeyI" },
  resolution: { slash: ["r", "res"], leads: ["res", "resolved", "it was resolved"], key: "KeyR" },
  recommendation: {
    slash: ["rec"],
    leads: ["rec", "recommendation", "recommended"],
    key: "KeyM",
  },
  action: { slash: ["a", "act"], leads: ["act", "action"], key: "KeyA" },
  undertaking: { slash: ["u", "und"], leads: ["und", "undertaking", "undertook"], key: "KeyU" },
};

// What the next entry begins as: those that come in a row go on, a decision does not.
const GOES_ON = ["discussion", "key point"];

const SLASH = /^\s*\/([a-z]+)\s/iu;
const LEAD = /^\s*([a-z]+(?: [a-z]+){0,2})( \d{1,3})?\s*:\s+/iu;
const BARE_LEAD = /^\s*\**([a-z]+(?: [a-z]+){0,2})( \d{1,3})?\**\s*[:–—]\**\s*/iu;

function kindWith(list, word) {
  const wanted = word.toLowerCase();
  return Object.keys(KINDS).find((kind) => KINDS[kind][list].includes(wanted));
}

// The kind that the start of a text asks for while it is typed, and how many characters ask:
// what has a number, "Recommendation 3:", is kept.
export function typedKind(text) {
  const slash = SLASH.exec(text);
  const lead = slash ? null : LEAD.exec(text);
  const found = slash ?? lead;
  const kind = found && kindWith(slash ? "slash" : "leads", found[1]);
  const isKept = !slash && Boolean(lead?.[2]);
  return kind ? { kind, length: found[0].length, isKept } : null;
}

// The same of a text that comes whole. What says RESOLVED in capitals is a resolution without a
// colon too, and keeps its word; so does what has a number, "Recommendation 3:".
export function kindOf(text) {
  const found = BARE_LEAD.exec(text);
  const kind = found && kindWith("leads", found[1]);
  if (kind && found[0].length < text.length) {
    return { kind, text: found[2] ? text.trim() : text.slice(found[0].length) };
  }
  const said = /^\s*(?:it was )?RESOLVED\b/u.test(text);
  return { kind: said ? "resolution" : null, text: text.trim() };
}

export function kindOfKey(code) {
  return Object.keys(KINDS).find((kind) => KINDS[kind].key === code);
}

export function kindAfter(kind) {
  return GOES_ON.includes(kind) ? kind : "discussion";
}
