"""What a part is rendered from, and the key under which it is kept."""

from meetings.packs.sources import Source, hashed


def test_the_digest_is_of_what_is_said_and_not_of_where_it_stands():
    assert Source(html="<p>").digest == Source(html="<p>", band=20).digest
    assert Source(html="<p>").digest != Source(html="<b>").digest
    assert Source(upload="here", sha256="1").digest == Source(upload="there", sha256="1").digest
    assert Source(upload="here", sha256="1").digest != Source(upload="here", sha256="2").digest


def test_the_key_is_of_all_that_the_pages_depend_on():
    keys = {
        Source(html="<p>").key("one"),
        Source(html="<p>", band=20).key("one"),
        Source(html="<p>").key("another"),
        Source(html="<b>").key("one"),
    }
    assert len(keys) == 4
    assert Source(html="<p>").key("one") in keys


def test_a_digest_tells_where_one_value_ends():
    assert hashed("a", "bc") != hashed("ab", "c")
    assert hashed(["a"], "b") != hashed("a", ["b"])
