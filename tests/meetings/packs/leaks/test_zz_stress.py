"""What is left of what is withheld once the public record is taken away; and no false alarms."""

from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.packs.leaks import find, find_in_text
from meetings.packs.leaks.distilling import distil
from meetings.packs.leaks.secrets import RUN
from meetings.withheld import Withheld
from tests.meetings.packs.leaks import files

QUOTED = "The panel welcomed the reduction in rural crime and asked for quarterly figures."
PRIVATE = "Counsel advises that the claimant would probably succeed at the tribunal."


def withheld(text, what="part of the text", **fields):
    return Withheld("Paper C under item 5", what, text, **fields)


def found(text, secrets):
    return [(leak.what, leak.words) for leak in find_in_text(f"<p>{text}</p>", secrets)]


def test_what_is_public_elsewhere_is_no_secret():
    secrets = distil([withheld(f"{PRIVATE} {QUOTED} {PRIVATE}")], [f"Minutes. {QUOTED} Done."])
    assert found(QUOTED, secrets) == []
    assert found(f"Before. {QUOTED} After.", secrets) == []
    assert found(PRIVATE, secrets)


def test_part_of_a_sentence_is_found_whatever_parts_its_words():
    secrets = distil([withheld(PRIVATE)], [])
    for text in (
        "that the claimant would probably succeed",
        "that the claim-\nant would prob\u00adably succeed",
        "THAT THE CLAIMANT\n\nWOULD PROBABLY SUCCEED",
        "thatthe claimantwould probablysucceed",
        "t h a t  t h e  c l a i m a n t  w o u l d  p r o b a b l y  s u c c e e d",
    ):
        assert found(text, secrets), text


def test_ligatures_and_accents_are_told_alike():
    secrets = distil(
        [withheld("The oﬃcer’s ﬁndings on Café Élan were conﬁdential throughout.")], []
    )
    assert found("officer's findings on Cafe\u0301 E\u0301lan were confidential", secrets)


def test_run_of_words_that_tell_nothing_is_no_secret():
    text = "The Panel is asked to note the minutes of the last meeting and the report of the Clerk."
    assert not distil([withheld(text)], [])


def test_run_of_the_names_of_the_panel_and_the_venue_is_no_secret():
    text = "Estermere Police and Crime Panel, Friday 11 December 2026, Council Chamber, Shire Hall"
    familiar = ["Estermere Police and Crime Panel", "Council Chamber, Shire Hall"]
    assert not distil([withheld(text)], [], familiar=familiar)
    assert distil([withheld(text)], []).runs


def test_titles_of_common_words_are_no_secret():
    for title in ("Minutes", "Finance update", "Appendix A", "Exempt report 2026/27", "Note"):
        assert not distil([withheld(title, "the title")], []), title


def test_title_is_no_secret_where_the_record_has_it():
    title = withheld("Custody tender", "the title")
    assert not distil([title], ["A report on the custody tender was noted."])
    assert distil([title], ["A tender was invited, and custody discussed."])


def test_title_of_one_telling_word_is_a_secret_only_where_it_is_rare():
    title = withheld("Estates report", "the title")
    assert distil([title], [])
    assert not distil([title], ["The office of the Commissioner sold two estates."])


def test_people_are_looked_for_one_by_one():
    people = withheld(
        "Imogen Quayle, Monitoring Officer; Rhys Caddick", "the author", names_people=True
    )
    secrets = distil([people], [])
    assert found("Prepared by Rhys Caddick", secrets)
    assert found("Prepared by Imogen Quayle", secrets)
    assert not found("Prepared by the Monitoring Officer", secrets)


def test_officer_who_is_named_in_public_is_no_secret():
    people = withheld("Imogen Quayle, Monitoring Officer", "the author", names_people=True)
    secrets = distil([people], ["Contact: Imogen Quayle, Monitoring Officer"])
    assert not found("Imogen Quayle, Monitoring Officer", secrets)


def test_name_within_a_sentence_is_a_secret():
    secrets = distil(
        [withheld("It was said that Thornbury had known. Nobody at thornley did.")], []
    )
    assert [what for what, _ in found("A word of Thornbury", secrets)] == [
        "a name that is in part of the text"
    ]
    assert not found("The mayor of Thornley", secrets)


def test_name_is_no_secret_where_the_record_has_it():
    secrets = distil([withheld("It was said that Thornbury had known.")], ["Thornbury Town Hall"])
    assert not found("Thornbury", secrets)


def test_first_words_of_sentences_and_capital_headings_are_no_names():
    text = "CONCLUSIONS REACHED\nAccommodation was discussed. Nobody objected. Later: Estimates."
    assert not distil([withheld(text)], []).names


def test_address_of_a_link_does_not_part_the_words():
    text = "Counsel advises [the claimant](https://example.org/a-very-long-address) to settle early"
    secrets = distil([withheld(text)], [])
    assert found("Counsel advises the claimant to settle early", secrets)


def test_secrets_are_the_same_for_the_same_record():
    things = [withheld(PRIVATE), withheld("It was put to Thornbury and Haverill.")]
    assert repr(distil(things, [QUOTED])) == repr(distil(things, [QUOTED]))


# --- No false alarms ------------------------------------------------------------------------------

SAID = """
the of and to a in for that is was on by with it as be at panel police crime report meeting rural
figures burglary patrol response victim survey budget reserve estate vehicle camera custody contract
supplier tender tribunal claimant settlement counsel advice dismissed Haverill Thornbury Quayle
Operation Kestrel
"""
WORDS = SAID.split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=3, max_size=14).map(
    lambda found: f"{' '.join(found).capitalize()}."
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6)


@st.composite
def agendas(draw):
    """Public texts, and restricted ones that share sentences, phrases and words with them."""
    public = draw(st.lists(TEXTS, min_size=1, max_size=4))
    shared = st.sampled_from([sentence for text in public for sentence in text])
    private = draw(st.lists(st.lists(st.one_of(SENTENCES, shared), min_size=1), max_size=4))
    titles = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), max_size=3))
    return public, private, [" ".join(title) for title in titles]


@settings(max_examples=3000, deadline=None)
@given(agendas())
def test_honest_edition_gives_no_alarm(agenda):
    """What is printed is the public texts one after another, a heading and a number between."""
    public, private, titles = agenda
    texts = [" ".join(text) for text in public]
    things = [withheld(" ".join(text)) for text in private]
    things += [withheld(title, "the title") for title in titles]
    secrets = distil(things, texts)
    pages = (
        f"<section><h2>Item {n}</h2><p>{text}</p></section>" for n, text in enumerate(texts, 1)
    )
    assert find_in_text("\n".join(pages), secrets) == []


@settings(max_examples=400, deadline=None)
@given(agendas())
def test_honest_file_gives_no_alarm(agenda):
    public, private, titles = agenda
    texts = [" ".join(text) for text in public]
    things = [withheld(" ".join(text)) for text in private]
    things += [withheld(title, "the title") for title in titles]
    secrets = distil(things, [*texts, "Members are asked to note this report."])
    content = b"\n".join(
        files.shows(text, at=(20, 20 * place)) for place, text in enumerate(texts, start=1)
    )
    assert find(files.saved(files.page(content)), secrets) == []


@settings(max_examples=3000, deadline=None)
@given(st.data(), agendas())
def test_run_that_nobody_says_in_public_is_found(data, agenda):
    """Wherever a stretch of a restricted text gets in that is long enough and nowhere public."""
    public, _, _ = agenda
    texts = [" ".join(text) for text in public]
    secrets = distil([withheld(PRIVATE)], texts)
    words = PRIVATE.split()
    first = data.draw(st.integers(0, len(words) - 1))
    part = words[first:]
    if len("".join(part)) < RUN + 2:
        return
    assert found(f"{texts[0]} {' '.join(part)} {texts[-1]}", secrets)
