from recommendations.correspondence.tally import Tally, sentences


def said(**counts):
    return " ".join(sentences(Tally(**{"points": 20} | counts)))


def test_tally_says_how_many_are_borne_out_and_which_are_not():
    assert said(claimed=14, borne_out=11, not_borne_out=2, not_found=1) == (
        "The letter answers 20 points. Of 14 changes claimed, 11 are borne out by the plan. "
        "2 are not borne out: the plan does not show the change. 1 names a place that the plan "
        "does not have."
    )


def test_tally_of_claims_that_all_hold():
    assert "All 3 changes that it claims are borne out by the plan." in said(claimed=3, borne_out=3)
    assert "The one change that it claims is borne out by the plan." in said(claimed=1, borne_out=1)


def test_tally_of_one_claim_that_does_not_hold():
    words = said(points=1, claimed=1, not_borne_out=1)
    assert words == (
        "The letter answers 1 point. It claims 1 change of the plan. "
        "It is not borne out: the plan does not show the change."
    )


def test_tally_of_claims_without_a_place():
    assert "2 name no place, so nobody can look it up." in said(claimed=2, placeless=2)
    assert "It names no place" in said(claimed=1, placeless=1)


def test_tally_says_what_is_as_stated_and_what_changed_unclaimed():
    words = said(claimed=0, as_stated=2, not_there=1, unclaimed=1)
    for sentence in (
        "It claims no change of the plan.",
        "2 places that it points to as they stand are in the plan, as stated.",
        "1 place that it refers to is not in the plan.",
        "1 place was changed though the letter claims no change there.",
    ):
        assert sentence in words


def test_tally_before_the_next_version_says_that_nothing_is_checked():
    words = said(claimed=4, checked=False, to_confirm=3)
    assert "It claims 4 changes of the plan. They are checked when" in words
    assert "borne out" not in words
    assert "confirm" not in words
    assert "It claims no change of the plan." in said(claimed=0, checked=False)


def test_tally_names_what_is_not_answered_and_what_waits():
    words = said(claimed=0, unanswered=["2026/03", "2026/09"], to_confirm=1)
    assert (
        "2 recommendations that the panel sent are not answered in it: 2026/03 and 2026/09."
        in words
    )
    assert words.endswith("1 finding waits for an officer to confirm.")
    assert "1 recommendation that the panel sent is not answered" in said(
        claimed=0, unanswered=["2026/03"]
    )
