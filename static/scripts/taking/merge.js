// What an entry says, field by field, and how two who changed it are brought together. Pure.
//
// A state is {kind, level, text, vote, task, excludes, readmits}. The words are sent first and the
// parts after them: a vote that is refused holds no words back.
export const WORDS = ["kind", "level", "text"];
export const PARTS = ["vote", "task", "excludes", "readmits"];
const COUNTS = ["votes_for", "votes_against", "abstentions", "membership"];
const TEXTS = [
  "mover",
  "seconder",
  "casting_vote",
  "names_for",
  "names_against",
  "names_abstaining",
  "veto_of",
];

export function clean(text) {
  return text.replace(/\r\n?/gu, "\n").trim();
}

function number(value) {
  return value === "" || value === null || value === undefined ? null : Number(value);
}

// Nothing recorded is no vote.
export function voteOf(given) {
  if (!given) {
    return null;
  }
  const vote = { is_unanimous: Boolean(given.is_unanimous) };
  for (const name of TEXTS) {
    vote[name] = clean(given[name] ?? "");
  }
  for (const name of COUNTS) {
    vote[name] = number(given[name]);
  }
  const isEmpty = Object.values(vote).every((value) => value === "" || !value && value !== 0);
  return isEmpty ? null : vote;
}

export function taskOf(given) {
  return given ? { owner: clean(given.owner ?? ""), due_on: given.due_on ?? "" } : null;
}

const NOTHING = { excludes: null, readmits: false };
const NO_VOTE = Object.fromEntries([
  ["is_unanimous", false],
  ...TEXTS.map((name) => [name, ""]),
  ...COUNTS.map((name) => [name, null]),
]);
const NO_TASK = { owner: "", due_on: "" };

// A state from what the server says of an entry, or from what this browser kept.
export function stateOf(entry) {
  return {
    kind: entry.kind,
    level: Number(entry.level),
    text: clean(entry.text),
    vote: voteOf(entry.vote),
    task: taskOf(entry.task),
    excludes: number(entry.excludes),
    readmits: Boolean(entry.readmits),
  };
}

export function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

// Only a resolution is voted on or excludes the public; only what is to be done has an owner.
export function applies(field, kind) {
  if (field === "vote" || field === "excludes") {
    return kind === "resolution";
  }
  return field !== "task" || kind === "action" || kind === "undertaking";
}

// The fields in which a state differs from what the server has; for it to have none, all that say
// something.
export function changed(state, base) {
  if (!base) {
    const parts = PARTS.filter((field) => applies(field, state.kind) && state[field]);
    return state.text ? [...WORDS, ...parts] : [];
  }
  const fields = [...WORDS, ...PARTS].filter((field) => applies(field, state.kind));
  return fields.filter((field) => !isSame(state[field], base[field]));
}

// What comes of two changes to the same base: each field that only one of them changed is as that
// one has it; so with the fields of a vote and of an action. Null where both changed one field, each
// in their own way, or one makes it another kind of entry and the other says what that kind has no
// room for: that is for people.
export function merged(base, mine, theirs) {
  const both = {};
  for (const field of WORDS) {
    both[field] = one(base?.[field], mine[field], theirs[field]);
  }
  for (const part of PARTS) {
    both[part] = mergedPart(part, base?.[part], mine[part], theirs[part]);
    const isClash = both[part] === undefined && applies(part, mine.kind);
    const isLost =
      base &&
      (turnsFrom(part, base, mine) && theirs[part] && !isSame(theirs[part], base[part]) ||
        turnsFrom(part, base, theirs) && mine[part] && !isSame(mine[part], base[part]));
    if (isClash || isLost) {
      return null;
    }
    both[part] = both[part] === undefined ? theirs[part] : both[part];
  }
  return WORDS.some((field) => both[field] === undefined) ? null : both;
}

// A part of which `was` is known, made `mine` here and `theirs` elsewhere; undefined where both
// gave one of its fields a value. `prefer`, "mine" or "theirs", says what holds then.
export function mergedPart(part, was, mine, theirs, prefer) {
  const [read, empty] = { vote: [voteOf, NO_VOTE], task: [taskOf, NO_TASK] }[part] ?? [];
  if (!read) {
    return one(was ?? NOTHING[part], mine, theirs, prefer);
  }
  const both = {};
  for (const name of Object.keys(empty)) {
    const [before, here, there] = [was, mine, theirs].map((value) => (value ?? empty)[name]);
    both[name] = one(before, here, there, prefer);
  }
  if (Object.values(both).includes(undefined)) {
    return undefined;
  }
  return isSame(both, theirs ?? empty) ? theirs : read(both);
}

function one(was, mine, theirs, prefer) {
  if (isSame(mine, was) || isSame(mine, theirs)) {
    return theirs;
  }
  return isSame(theirs, was) ? mine : { mine, theirs }[prefer];
}

function turnsFrom(part, base, state) {
  return state.kind !== base.kind && applies(part, base.kind) && !applies(part, state.kind);
}

// Where a caret goes when the text around it becomes another: words before it or after it that are
// the same keep it in its place.
export function caretIn(before, after, caret) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start += 1;
  }
  if (caret <= start) {
    return caret;
  }
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1;
  }
  const fromEnd = before.length - caret;
  return fromEnd <= end ? after.length - fromEnd : after.length - end;
}
