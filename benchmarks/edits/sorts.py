"""The sorts of statement that each text is made of, and the frames in which they are put."""

from .statements import sort

REFERENCE_FRAMES = {
    "prose": ("See {word} {targets}.", "{word} {targets} says more about this."),
    "rules": ("This is subject to {word} {targets}.", "Nothing here limits {word} {targets}."),
}

PROSE = {
    sort(
        "act",
        "{actor} {modal} {act} {thing}[ {place}][ {town}][ under {name}][ {means}][ {time}]"
        "[, because {why}].",
        "[{time}, ]{actor} {modal} [{manner} ]{act} {thing}[ {place}][ {town}][ with {name}]"
        "[: {why}].",
        "[As {why}, ]{thing} will be {act=} by {actor}[ {place}][ {town}][ {time}][, {means}]"
        "[ (see {name})].",
        "It is for {actor} to {act} {thing}[ {place}][ {town}][ through {name}][ {time}][; {why}].",
    ): 10,
    sort(
        "survey",
        "{share} per cent of {people}[ {town}] told us in our survey of {year} that {why}.",
        "When we asked {people}[ {town}] in {year}, {share} in a hundred said that {why}.",
        "In {year} the survey found that {why}, in the words of {share} per cent of {people}.",
    ): 2,
    sort(
        "money",
        "£{sum},000 has been set aside for {thing}[ {place}][ {time}][, as {why}].",
        "The budget holds £{sum},000 with which {thing} can be {act=}[ {place}][ {time}].",
        "We have earmarked a sum of £{sum},000[ {time}] to {act} {thing}[ {place}].",
    ): 2,
    sort(
        "effect",
        "This[, and {name},] will help {people}[ {place}][ {town}] to {outcome}[, {time}].",
        "As a result {people}[ {place}][ {town}] should {outcome}[ {time}].",
        "The purpose is that {people}[ {place}][ {town}] can {outcome}.",
    ): 3,
    sort(
        "share",
        "{actor} and {other} {modal} act on {thing} {manner}[ within {name}][ {place}]"
        "[ {means}][ {time}].",
        "On {thing} {actor} will work with {other}[ within {name}][ {place}][ {means}][, {time}].",
        "Work on {thing}[ {place}] falls to {actor} and to {other}[ {means}][, {time}].",
    ): 3,
    sort(
        "fact",
        "There were {count} cases of {thing}[ {town}] in {year}[, and {why}].",
        "In {year} {count} reports concerned {thing}[ {town}][; {why}].",
        "Reports that have to do with {thing}[ {town}] came to {count} in {year}.",
    ): 2,
}

LEADS = {
    sort(
        "lead",
        "{actor} will be held to account[ {time}] for {thing}[ {place}][ {town}] by:",
        "To judge {thing}[ {place}][ {town}], {actor} will[ {time}] look at:",
        "The signs of progress on {thing}[ {place}][ {town}] that {actor} will watch[ {time}] are:",
    ): 1
}

ENTRIES = {
    sort(
        "measure",
        "{measure} {thing}[ {town}][ {unit}][ ({name})]",
        "[{name}: ]{thing}[ {town}], {measure} it[, {unit}]",
    ): 5,
    sort(
        "deed",
        "{act} {thing}[ {place}][ {town}][, {name}]",
        "{thing} to be {act=}[ {place}][ {town}]",
    ): 4,
    sort(
        "help", "{people} to {outcome}[ {place}][ {town}]", "make sure that {people} {outcome}"
    ): 2,
    sort("aim", "{aim} {thing}[ {place}][ {time}]", "[{time}, ]{aim} {thing}[ {place}]"): 3,
}

RULES = {
    sort(
        "duty",
        "Where {party} is satisfied that {condition}, {party} shall, within {period} of {event},"
        " {duty} {matter}[ on form {form}][, save that this does not apply {exception}][, and shall"
        " inform {other}] in accordance with these rules.",
        "If {condition} and {party} is satisfied of it, {matter} shall be {duty=} by {party} not"
        " later than {period} after {event}[ using form {form}][, with notice to {other}]"
        "[, except {exception}].",
        "{party} shall {duty} {matter}[ (form {form})] within {period} of {event} wherever"
        " {condition}[, which {other} is to be told of][, but not {exception}].",
    ): 5,
    sort(
        "power",
        "Subject to the provisions of these rules, {party} may {duty} {matter} on the application"
        " of {other}, provided that {condition}[ and that {period} have passed since {event}].",
        "On application by {other}, and provided that {condition}, {matter} may be {duty=} by"
        " {party} under these rules[ once {period} have passed since {event}].",
    ): 3,
    sort(
        "record",
        "For the purposes of these rules {party} shall keep {matter} for a period of not less than"
        " {period} from {event}[ in binder {form}] and shall produce it on demand to {other}"
        "[, whether or not {condition}].",
        "{matter} shall be kept by {party}[ in binder {form}] for at least {period} from {event}"
        " and shown to {other} whenever it is demanded[, even though {condition}].",
    ): 3,
    sort(
        "exempt",
        "Nothing in these rules requires {party} to {duty} {matter} {exception}[, provided that"
        " {other} has been notified within {period} of {event}].",
        "{party} need not {duty} {matter} {exception}[ so long as notice reached {other} within"
        " {period} of {event}].",
    ): 2,
}
TARGETS = {
    sort(
        "row",
        "{aim} {thing}[ {town}]; {count} in {year}; {goal} by {due}; {actor}",
        "{actor}; {thing}[ {town}]; {aim}; from {count} ({year}) to {goal} ({due})",
    ): 3,
    sort(
        "rate",
        "{measure} {thing}[ {town}] {unit}; baseline {count}; target {goal}; {due}",
        "{thing}[ {town}], {measure} {unit}; {due}; target {goal}; baseline {count}",
    ): 3,
}

# A paragraph that is found again and again in the same words, as forms of words are.
SET_PHRASES = {
    "prose": "Progress will be reported to the panel at its next public meeting.",
    "list": "such other matters as the panel may raise",
    "rules": "This provision does not apply to agreements made before the commencement date.",
    "targets": "No baseline yet; to be set in the first year",
}
