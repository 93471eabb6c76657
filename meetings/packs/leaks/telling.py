"""Words that say nothing by themselves in the papers of a panel.

Not the commonest words of English: those that titles, headings and names of files are made of
whatever they are about. "Finance update" or "Appendix A" may be the title of anything.
"""

LITTLE = """
a about above after again all also an and any are as at be been before being below between both but
by can cannot could did do does doing down during each few for from further had has have having her
here him his how i if in into is it its itself just me more most my no nor not now of off on once
only or other our out over own same shall she should so some such than that the their them then
there these they this those through to too under until up upon very was we were what when where
which while who whom why will with within without would you your
"""
DATES = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december jan feb mar apr jun jul aug sep sept oct nov dec day days
week weeks month months year years annual quarter quarterly am pm first second third fourth
"""
PAPERS = """
paper papers appendix appendices annex annexe agenda item items minute minutes meeting meetings pack
packs page pages report reports reporting document documents file letter letters note notes notice
briefing summary update updates updated draft final version copy revised review reviews scan scanned
exempt confidential restricted private public publication published schedule paragraph part section
supplement supplementary background information title untitled introduction contents purpose table
figure tracker analysis comparison recommendation recommendations resolution decision decisions
action actions matter matters arising urgent business apologies absence declaration declarations
interest interests previous next late follow attached enclosed pdf docx doc microsoft word new
"""
PANELS = """
police crime panel panels commissioner commissioners commissioner's commissioners' pcc deputy chief
constable force officer officers office council councils councillor councillors member members chair
chairman vice clerk authority authorities local government act community safety home secretary
plan plans precept budget finance financial performance monitoring complaints complaint director
head manager assistant senior proposed proposal proposals present presented considered welcomed
noted note agreed agree resolved discussed asked county district borough city unitary committee
"""
COMMON = frozenset(word.replace("'", "") for word in f"{LITTLE} {DATES} {PAPERS} {PANELS}".split())
LETTERS = 3
"""Letters that a word needs to tell anything."""


def is_telling(word: str) -> bool:
    """Whether a word, as it is compared, says something."""
    return word not in COMMON and sum(map(str.isalpha, word)) >= LETTERS
