"""The words by which items, titles and purposes are known, in minutes of any panel."""

import re

_PEOPLE = r"(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|sir|dame|professor|chief|rev)\b"
_CLAUSE = re.compile(
    r"\b(?:was|were|has|have|had|will|would|should|could|been|is|are|be|undertook|thanked|"
    r"explained|stated|said|asked|noted\s+(?:that|the)|agreed\s+(?:that|to)|reported\s+that|"
    r"advised\s+(?:that|the)|welcomed\s+(?:the|everyone|all)|introduced\s+the|"
    r"presented\s+(?:the|his|her|a)|"
    r"considered\s+(?:the|a|an)\b|received\s+(?:the|a|an)\b|gave|sent)\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"""(?:
      (?:(?:to\s+receive\s+)?(?:any\s+)?apolog(?:y|ies)(?:\s+for\s+(?:absence|
        inability\s+to\s+attend))?
        (?:\s+and\s+substitut\w+)?(?:\s*(?:,|and|&|/)\s*(?:substitut\w+|welcome\w*|
          introductions?|announcements?))*)
    | (?:welcome|introductions?|chair\w*['’]s\s+(?:welcome|announcements?|communications?|
      introduction|opening\s+remarks))
        (?:\s*(?:,|and|&)\s*(?:(?:for\s+)?apologies(?:\s+for\s+absence)?|introductions?|
          opening\s+remarks|announcements?|housekeeping))*
    | (?:disclosures?|declarations?)\s+(?:of|by)\s+(?:(?:members['’]?|pecuniary|personal|
      disclosable|other|any|and|prejudicial|or)\s+)*interests?(?:\s+\w+){0,6}
    | interests? | substitutes?(?:\s+members?)? | membership(?:\s+of\s+the\s+panel)?
    | minutes(?:\s+(?:of|from|and)\b.{0,90})? | (?:to\s+)?(?:confirm|approve|sign|
      agree)\s+(?:and\s+\w+\s+)?the\s+(?:minutes|actions|notes)\b.{0,90}
    | actions?\s+(?:and\s+)?(?:arising|log|tracker|from\b.{0,60})(?:.{0,40})? |
       matters\s+arising(?:\s+.{0,60})?
    | (?:any\s+)?other\s+(?:urgent\s+)?business(?:.{0,60})? | urgent\s+(?:business|
      items?)(?:.{0,60})? | any\s+urgent\s+business | items?\s+of\s+urgent\s+business
    | (?:public|members['’]?|panel)\s+(?:questions?|participation|speaking|
      petitions?)(?:\s+.{0,60})? | questions?\s+(?:from|by|to)\s+.{0,60} | petitions?
    | exclusion\s+of\s+(?:the\s+)?(?:press|public)(?:.{0,60})? | private\s+session
    | (?:date|dates|time)(?:,?\s+(?:and\s+)?(?:time|venue|place))*\s+of\s+(?:the\s+)?(?:next|
      future)\s+meetings?(?:.{0,30})?
    | (?:next|future)\s+meetings?(?:\s+dates?)?
    | (?:election|appointment|nomination)\s+of\s+(?:the\s+)?(?:vice|deputy|chair|co-?opted|
      independent).{0,60}
    | (?:forward\s+|future\s+|panel\s+)?work\s+(?:programme|plan)(?:\s+.{0,40})?
    | ymddiheuriadau(?:\s+.{0,40})? | datgan(?:iadau|\s+buddiannau)(?:\s+.{0,40})? |
       materion\s+yn\s+codi | dyddiad\s+y\s+cyfarfod\s+nesaf | unrhyw\s+fater\w*\s+(?:arall|
         brys).{0,20}
    )\s*[.:]?""",
    re.IGNORECASE | re.VERBOSE,
)
_STANDING_OPENING = re.compile(
    r"(?P<title>apologies(?:\s+for\s+absence)?|declarations?\s+of\s+(?:members['’]\s+)?interests?|"
    r"any\s+other\s+business|urgent\s+business|matters\s+arising|"
    r"date\s+of\s+(?:the\s+)?next\s+meeting|"
    r"public\s+questions|exclusion\s+of\s+(?:the\s+)?(?:press\s+and\s+)?public|work\s+programme|"
    r"welcome\s+and\s+(?:introductions|apologies))(?:\s*[:.–—]\s*|\s+-\s+|"
    r"\s+(?=(?-i:[A-Z])))(?=\S)",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    rf"""(?:
      resolved\b.* | agreed | decisions? | recommend(?:ed|ations?) | actions?(?:\s+(?:points?|
        required|by|agreed))?
    | (?:members\s+|also\s+|officers\s+|councillors\s+|those\s+|were\s+|
      panel\s+members\s+)*present\b.{{0,60}} | in\s+attendance\b.{{0,60}} | attendees? |
         attendance | members(?:\s+of\s+the\s+panel)? | officers?
    | notes? | vote | voting | (?:in\s+)?(?:private|public)\s+session | part\s+(?:i+|
      [1-3ab])\b.{{0,40}} | (?:draft\s+)?minutes
    | chair(?:man|person|woman)?(?:\s+.{{0,40}})? | key\s+points?.{{0,60}} | absent | quorum |
       observers? | in\s+the\s+chair | agenda | appendix\s+\w+ | (?:contact|venue|location|
         place|time|date)\s*(?::.*)? | presennol\b.* | membership:.*
    | {_PEOPLE}.*
    )\s*[.:]?""",
    re.IGNORECASE | re.VERBOSE,
)
_PURPOSE = re.compile(
    r"""(?:
      to\s+(?:receive|consider|approve|agree|note|confirm|sign|review|discuss|hear|report|
        elect|appoint|
        declare|exclude|remind|allow|answer|respond|scrutinise|question|deal|take|pass|adopt|
          determine|be)\b
    | (?:the\s+)?(?:[\w,&]+\s+){0,4}?(?:panel|members?|committee|chair(?:man|person)?|
      commissioner|board|clerk)\s+
        (?:to\b|will\b|(?:is|are)\s+(?:asked|invited|requested|required)\b|should\b)
    | (?:a\s+)?(?:report|presentation|update|briefing)\s+(?:of|by|from)\s+the\b | (?:report|
      papers?|copy|presentation)\s+(?:attached|enclosed|to\s+follow)\b
    | derbyn\b | ystyried\b | cadarnhau\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_RUN_IN_PURPOSE = re.compile(
    r"\s+(?=(?:To\s+(?:receive|consider|approve|agree|note|confirm|review|report)\b|"
    r"(?:The\s+)?(?:Panel|Members|Committee|Chair(?:man)?)\s+(?:will|to|are|is)\b))"
)
_KIND_OPENS = re.compile(
    r"[\[(]?(?:(?:It\s+was\s+)?(?:RESOLVED|AGREED|DECISION|DECIDED|RECOMMENDED|"
    r"RECOMMENDATIONS?|ACTIONS?|"
    r"PENDERFYNWYD|CYTUNWYD)\b|(?:Resolved|Agreed|Decision|Decided|Recommended|"
    r"Recommendations?|Actions?)"
    r"(?:\s*[:–—]|\s+-\s|$|\s+that\b))"
)
_TITLE_WORDS = 24
_SHORT_TITLE = 6


def is_title(text: str) -> bool:
    """Whether the words could be the title of an item: few, and no sentence."""
    plain = text.strip()
    words = plain.split()
    if (
        not words
        or len(words) > _TITLE_WORDS
        or plain.endswith((";", ",", ".", "?", "!", "–", "-"))
    ):
        return False
    if not (plain[0].isupper() or plain[0].isdigit() or plain[0] in "'‘“\""):
        return False
    if is_standing(plain):
        return True
    if re.match(r"That\b", plain) or _NO_TITLE.fullmatch(plain) or opens_kind(plain):
        return False
    return is_capitals(plain) or not _CLAUSE.search(plain)


def is_capitals(text: str) -> bool:
    """Whether the words are set in capitals."""
    letters = re.sub(r"[^A-Za-z]", "", text)
    return len(letters) > 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def is_standing(text: str) -> bool:
    """Whether the words are the title of an item that comes at every meeting."""
    return bool(_STANDING.fullmatch(text.strip())) and not _CLAUSE.search(text)


def is_no_title(text: str) -> bool:
    """Whether the words head something that is no item: who was there, a decision."""
    return bool(_NO_TITLE.fullmatch(text.strip()))


def is_purpose(text: str) -> bool:
    """Whether the words are an agenda's, saying what an item is for."""
    return bool(_PURPOSE.match(text.strip()))


def opens_kind(text: str) -> bool:
    """Whether a line begins with the word that says it is a resolution, an action and the like."""
    return bool(_KIND_OPENS.match(text.strip()))


def has_title_case(text: str) -> bool:
    """Whether most longer words begin with a capital."""
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]*", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def run_in(text: str) -> tuple[str, str] | None:
    """A title and what runs on from it in the same paragraph: "Declarations of interest: None"."""
    if found := _STANDING_OPENING.match(text):
        return found["title"], text[found.end() :]
    if found := _capitals_opening(text):
        return text[:found].strip(" :–—-."), text[found:].strip()
    if (found := _RUN_IN_PURPOSE.search(text)) and is_title(text[: found.start()]):
        return text[: found.start()], text[found.end() :]
    for stop in re.finditer(r"\s[–—-]\s|:\s|\.\s", text):
        title = text[: stop.start()]
        least = 1 if stop[0].startswith(":") else 2
        named = is_standing(title) or has_title_case(title)
        if least <= len(title.split()) <= 12 and is_title(title) and named:
            return title, text[stop.end() :]
        break
    return None


def runs_in_standing(text: str) -> bool:
    """Whether a paragraph is a standing title, a colon, and what was minuted."""
    found = _STANDING_OPENING.match(text)
    return found is not None and ":" in text[: found.end()]


def runs_in(text: str) -> bool:
    """Whether a paragraph is a short title, a colon, and what was minuted."""
    title, colon, rest = text.partition(": ")
    named = is_standing(title) or has_title_case(title)
    short = len(title.split()) <= _SHORT_TITLE and named
    return bool(colon and rest) and short and is_title(title)


def _capitals_opening(text: str) -> int:
    """Where the capitals end that a paragraph begins with; 0 if it does not, or is all capitals."""
    words = list(re.finditer(r"\S+", text))
    count = 0
    for word in words:
        letters = re.sub(r"[^A-Za-z]", "", word[0])
        if letters and not letters.isupper():
            break
        count += 1
    count = min(count, len(words))
    if count in (0, len(words)):
        return 0
    if re.fullmatch(r"(?:A|I|[\W\d]+)", words[count - 1][0]):
        count -= 1
    title = text[: words[count].start()] if count else ""
    if re.fullmatch(r"[\[(][^\])]*[\])]", text[len(title) :].strip()):
        return 0  # "[Item 6]" is of the title
    enough = len(re.sub(r"[^A-Z]", "", title)) > 5
    return (
        words[count].start()
        if enough and not opens_kind(title) and not is_no_title(title.strip())
        else 0
    )
