"""What an entry is where no label says it: told by who speaks and what they do."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from plans import sentences

from . import recommending
from .labels import WHOSE, opens_list
from .minutes import Kind

_THE = r"(?:the\s*)?"
_POLICE = r"(?:(?:police(?:,?\s*(?:and\s+)?fire)?(?:\s+and\s+crime)?)\s+)?"
_OFFICE = (
    rf"(?:{_THE}(?:(?:deputy|assistant|acting|interim)\s+)?{_POLICE}(?:and\s+crime\s+)?commissioner"
    # "the Deputy Police and Crime Commissioner"
    rf"|{_THE}d?p(?:f?c{{1,2}}|fcc)"  # "the PCC", "the DPFCC"
    rf"|{_THE}(?:deputy\s+)?mayor"  # "the Mayor"
    rf"|{_THE}opf?cc|{_THE}office\s+of\s+the\s+[\w ,]{{0,40}}commissioner"  # "the OPCC"
    rf"|{_THE}(?:deputy\s+|assistant\s+|temporary\s+|acting\s+|t/)?"
    r"chief\s+(?:constable|executive|finance\s+officer)"  # "the Deputy Chief Constable"
    rf"|{_THE}(?:acc|dcc|cfo)\b)"  # "the DCC"
)
_TITLED = r"(?:(?:mr|mrs|ms|miss|dr|sir|dame)\.?\s+[A-Z][\w'’-]+,?\s+)?"
_ADVERBS = (
    r"(?:(?:also|further|then|therefore|again|kindly|subsequently|duly|formally|unanimously|"
    r"collectively|accordingly)\s*)*"
)
_PROMISED = (
    r"(?:provide|circulate|share|send|bring|report|write|re-?issue|supply|arrange|look|"
    r"publish|update|raise|come\s+back|feed\s*back|follow\s+up|contact|return|forward|distribute|"
    r"present|investigate|clarify\s+and|respond)\b"
)
_PROMISE = re.compile(
    rf"\b(?:undertook\s*(?:to|that)|(?:gave|made|given|"
    rf"offered)\s+an?\s+(?:\w+\s+)?(?:undertaking|commitment)|"
    rf"(?:{_OFFICE}|he|she|they|officers?)\s*{_ADVERBS}(?:committed\s+to\s+(?!the\b|a\b|"
    rf"working\b|partnership)|promised\s+(?:to|that)|pledged\s+to|"
    rf"agreed\s+to\s+(?!disagree|the\b|a\b)))",
    re.IGNORECASE,
)
_OWN_PROMISE = re.compile(
    rf"^{_TITLED}{_OFFICE}\s*(?:(?:said|stated|confirmed|replied|responded|"
    rf"assured\s+\w+(?:\s+\w+)?|advised|added|indicated)\s+"
    rf"(?:that\s+)?(?:he|she|they|his\s+office|her\s+office)\s+)?would\s*(?:also\s+)?{_PROMISED}",
    re.IGNORECASE,
)
_AGREED_TO_DO = re.compile(rf"\bagreed\s+to\s+{_PROMISED}", re.IGNORECASE)
_TO_DO = re.compile(
    r"(?:[A-Z]{2,4}(?:\s?/\s?[A-Z]{2,4})?|(?:The\s+)?(?:Lead\s+|Scrutiny\s+|Monitoring\s+)?"
    r"(?:Clerk|Chair(?:man)?|Officers?|Commissioner|Secretariat))\s+to\s+(?!be\b)[a-z]+"
    r"(?!.*\b(?:was|were|had|has|have|is|are)\b).*"
)
_ADVISER = (
    r"(?:the\s*)?(?:(?:panel|council|committee|deputy|assistant|acting|interim|"
    r"host\s+authority)['’]?s?\s+)*"
    r"(?:monitoring\s*officer|legal\s*(?:advis[eo]r|officer|representative|services)|"
    r"solicitor(?:\s+to\s+the\s+panel)?|"
    r"lawyer|head\s+of\s+(?:legal|law)[\w ]{0,30}|proper\s+officer|(?:s\.?|"
    r"section)\s*151\s*officer|"
    r"clerk(?:\s+to\s+the\s+[\w ]{0,30}panel)?|secretar(?:y|iat)(?:\s+to\s+the\s+panel)?|"
    r"(?:lead\s+)?(?:democratic|governance|scrutiny|committee|support|"
    r"policy)\s*(?:services\s+)?(?:officer|manager|adviser))"
)
_ADVICE = re.compile(
    rf"^[\[(]?{_TITLED}(?:"
    rf"{_ADVISER}(?:,\s+[^,]{{2,40}},)?\s*{_ADVERBS}(?:advised|explained|reminded|clarified|"
    rf"cautioned|warned|gave\s+(?:legal\s+)?advice|"
    r"pointed\s+out|drew\s+attention|drew\s+members|set\s+out\s+the\s+(?:legal|statutory)|"
    r"informed|confirmed\s+that|stated)"
    rf"|(?:on|following|having\s+(?:taken|received|heard))\s+(?:the\s+)?advice\s+(?:of|"
    rf"from)\s+{_ADVISER}"
    r"|(?:the\s+panel|members)\s+(?:was|were)\s+advised\s+(?:by\s+the\s+(?:monitoring|legal|"
    r"solicitor)|that\s+(?:under|in\s+law|the\s+panel|they|it)\b)"
    rf"|(?:in\s+response[^,]{{0,60}},\s+){_ADVISER}\s*(?:advised|explained|clarified))",
    re.IGNORECASE,
)
_AGREED = re.compile(
    rf"^[\[(]?(?:[A-Z][^.;:]{{2,90}},\s+)?(?:{WHOSE}\s*(?:present\s+)?{_ADVERBS}"
    r"(?P<verb>agreed|resolved|decided|approved|endorsed|ratified|vetoed|adopted|"
    r"noted\s+and\s+(?:agreed|approved|endorsed)|supported\s+the\s+(?:proposed\s+)?(?:precept|"
    r"appointment))\s*(?:unanimously\s+)?"
    r"(?P<what>that|to|the|by|in|not|on|a|an|his|her|its|this|these)(?=\b|[a-z])"
    r"|(?:it\s*was|was)\s*(?:then\s+|therefore\s+|also\s+|further\s+|subsequently\s+|"
    r"unanimously\s+|accordingly\s+)*"
    r"(?:agreed|resolved|decided|determined)\s*(?:unanimously\s+)?(?:[,:–-]\s*)?(?P<that>that|"
    r"to)\b)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b(?:RESOLVED|AGREED)\b(?!\s+ACTION)")
_MINUTES_APPROVED = (
    r"(?:that\s+)?(?:subject\s+to[^,]{2,80},\s+)?the\s+(?:[\w,-]+\s+){0,2}?minutes\b.{0,160}?"
    r"\b(?:were|was|be)\s+(?:\w+\s+){0,2}?(?:agreed|approved|confirmed|accepted|signed|"
    r"received\s+and\s+signed|taken\s+as)"
)
"""The minutes of 3 May were agreed as a correct record."""
_ELECTED = (
    r"(?:councillor|cllr|mr|mrs|ms|dr)\.?\s+[\w .'’-]{2,60}?\b(?:was|were|be)\s+"
    r"(?:duly\s+|unanimously\s+|therefore\s+)?(?:re-?)?(?:elected|appointed)\b"
)
"""Councillor Vane was duly elected Chair."""
_APPROVED = re.compile(rf"^(?:{_MINUTES_APPROVED}|{_ELECTED})", re.IGNORECASE)
_OPINION = re.compile(
    r"\b(?:was|were|had|did)\b|\b(?:more|less|better|needed|needs)\b", re.IGNORECASE
)
_MOOD = re.compile(
    r"\bbe\s+\w+|\bshould\b|\bwould\b|\b(?:write|submit|set\s+up|receive)\b", re.IGNORECASE
)
_RECOMMENDS = re.compile(
    rf"^(?:[A-Z][^.;:]{{2,90}},\s+)?(?:{WHOSE}\s*{_ADVERBS}recommend(?:s|ed)?\b|"
    r"it\s*was\s*(?:also\s+|further\s+|therefore\s+)*recommended\s*(?:that|to)\b)",
    re.IGNORECASE,
)
_STRIPPED = re.compile(
    r"^That\s+(?!(?:was|is|said|would|had|could|may|might)\b)[^?]*\b(?:be|notes?|approves?|"
    r"supports?|"
    r"endorses?|agrees?|recommends?|requests?|asks?|welcomes?|thanks?|consider|considers|"
    r"receives?|is|are)\b",
)
_NOTED = re.compile(
    rf"^(?:(?-i:NOTED)\b.*|"
    rf"{WHOSE}\s+(?:duly\s+)?(?:received\s+and\s+)?noted\s+(?:the\s+)?(?:contents?\s+of\s+)?(?:the\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:report|update|position|contents|information|presentation|programme|"
    r"plan)\b[^,;:]{0,70}\.?"
    r"|the\s+(?:[\w-]+\s+){0,4}?(?:report|update|position|programme)\s+(?:was|were|"
    r"be)\s+(?:duly\s+)?(?:received\s+and\s+)?noted\.?)$",
    re.IGNORECASE,
)
_VOTED = re.compile(
    r"\b(?:agreed|carried|approved|passed|lost|rejected|unanimous(?:ly)?|majority)\b", re.IGNORECASE
)
_VOTE = re.compile(
    r"(?:put\s*to\s*the\s*vote|voted\s*(?:on|unanimously|for|in|to|by)|votedon|"
    r"a\s+(?:recorded\s+)?vote\s+(?:was\s+)?(?:taken|held)|show\s+of\s+hands|"
    r"(?:simple\s+)?majority|motion\s+(?:was|is)|votes?\s+(?:for|in\s+favour)|in\s+favour)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:he|she|this|these|they|it|such)\b", re.IGNORECASE)
_LEADS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("recommendation", re.compile(r"\brecommend(?:s|ed|ations?)?\b", re.IGNORECASE)),
    (
        "action",
        re.compile(
            r"^(?:the\s+following\s+)?(?:agreed\s+)?actions?\b(?!.{0,60}\b(?:completed|closed|"
            r"discharged|outstanding))|\bfollowing\s+actions\s+(?:were\s+)?(?:agreed|arose)",
            re.IGNORECASE,
        ),
    ),
    ("undertaking", re.compile(r"\b(?:undertook|undertakings?)\b", re.IGNORECASE)),
    (
        "resolution",
        re.compile(
            r"\b(?:resolved|agreed|decided)\b\W*(?:unanimously)?\W*(?:that|to|the\s+following|"
            r"as\s+follows)?\W*$",
            re.IGNORECASE,
        ),
    ),
)


_TALKED = re.compile(
    r"\bdiscuss(?:ed|ion)\b"  # "Members discussed the report, which included the following:"
    r"|\bcomment(?:ed|s)\b"  # "commented as follows:", "The following comments were made:"
    r"|\bdebated?\b",  # "In the debate that followed:"
    re.IGNORECASE,
)
_POINTS = re.compile(r"\bpoints?\b|\bnoted\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of text with its kind, and what speaks against being sure of it."""

    kind: Kind
    text: str
    doubt: str = ""


def of_list(lead: str) -> Kind:
    """What the points are that a paragraph leads in to."""
    return next((kind for kind, words in _LEADS if words.search(lead)), _of_points(lead))


def _of_points(lead: str) -> Kind:
    """Points are key points, unless the lead says only that members talked."""
    talked = _TALKED.search(lead) and not _POINTS.search(lead)
    return "discussion" if talked else "key point"


def told(text: str, *, default: Kind, decided: bool) -> list[Told]:
    """A paragraph as stretches of one kind each, in order; they are the whole of it.

    A sentence that leads in to a list is not yet what the list is of.
    ``decided`` says that the item has its resolution elsewhere, so that a vote told in the
    running text is not another.
    """
    found: list[Told] = []
    begins = 0
    for low, high in sentences.spans(text):
        sentence = text[low:high]
        if high == len(text.rstrip()) and opens_list(sentence):
            one = Told(default, sentence)
        else:
            one = _or_recommended(_of_sentence(sentence, default=default, decided=decided))
        last = found[-1] if found else None
        goes_on = one.kind == default and _GOES_ON.match(sentence)
        if last and one.doubt == "vote" and _VOTE.search(last.text):
            found[-1] = Told(one.kind, text[begins:high], one.doubt)
        elif last and (last.kind == one.kind or (goes_on and last.kind == "advice")):
            found[-1] = Told(last.kind, text[begins:high], last.doubt or one.doubt)
        else:
            found.append(one)
            begins = low
    return found


def _or_recommended(one: Told) -> Told:
    """A sentence that resolves to recommend is a recommendation, read one of two ways."""
    kind = recommending.kind_of(one.kind, one.text)
    if kind == one.kind:
        return one
    return Told(kind, one.text, "" if one.doubt == "stripped" else "recommended")


def _of_sentence(sentence: str, *, default: Kind, decided: bool) -> Told:
    plain = sentence.lstrip("[(")
    if _OWN_PROMISE.match(plain) and not _PROMISE.search(plain):
        return Told("undertaking", sentence, "promised without the word")
    if kind := next((kind for kind, shows in _SURE if shows(plain)), None):
        return Told(kind, sentence)
    if default in ("discussion", "key point") and _TO_DO.match(plain):
        return Told("action", sentence, "to do")
    if default == "discussion" and not decided:
        if _VOTE.search(plain) and _VOTED.search(plain):
            return Told("resolution", sentence, "vote")
        if _NOTED.match(plain):
            return Told("resolution", sentence, "noted")
    if default == "discussion" and _STRIPPED.match(plain):
        return Told("resolution", sentence, "stripped")
    return Told(default, sentence)


def _is_decision(sentence: str) -> bool:
    if _APPROVED.match(sentence) or re.search(r"\bRESOLVED\b", sentence):
        return True
    found = _AGREED.match(sentence)
    if not found:
        return bool(_CAPITALS.search(sentence))
    rest = sentence[found.end() :]
    agreed_that = (found["that"] or found["what"] or "").lower() == "that"
    by_whom = (found["verb"] or "").lower()
    if (found["what"] or "").lower() in ("in", "on") and by_whom == "agreed":
        return False
    return not (agreed_that and _OPINION.search(rest) and not _MOOD.search(rest))


_SURE: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    ("advice", _ADVICE.match),
    ("undertaking", _PROMISE.search),
    ("resolution", _is_decision),
    ("recommendation", _RECOMMENDS.match),
    ("undertaking", _AGREED_TO_DO.search),
)
"""What a sentence shows for certain, the first of these that it does."""
