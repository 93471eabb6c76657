"""The HTML edition, looked through."""

import base64
import hashlib

import pytest

from meetings.packs.leaks import Secrets, find_in_text
from meetings.packs.leaks.distilling import distil
from meetings.packs.leaks.secrets import Origin, Secret
from meetings.withheld import Withheld

TITLE = Withheld("Paper C under item 5", "the title", "Custody tender")
SECRETS = distil([TITLE], [])


@pytest.mark.parametrize(
    ("html", "where"),
    [
        ("<p>The Custody tender</p>", "the HTML edition"),
        ("<p>The Cus<b>tody</b> <i>ten</i>der</p>", "the HTML edition"),
        ("<p>Custody&nbsp;&#116;ender</p>", "the HTML edition"),
        ("<style>/* Custody tender */</style>", "the HTML edition"),
        ("<a href='/papers/custody-tender.pdf'>A paper</a>", "the HTML edition, in an attribute,"),
        ("<a href='/papers/Custody%20tender'>A paper</a>", "the HTML edition, in an attribute,"),
        ("<img alt='Custody tender'>", "the HTML edition, in an attribute,"),
        ("<p id='custody_tender'>A paper</p>", "the HTML edition, in an attribute,"),
        ("<p>A paper</p><!-- Custody tender -->", "the HTML edition, in a comment,"),
        ("<!DOCTYPE custody tender>", "the HTML edition, in a comment,"),
        ("<p title='Custody tender", "the HTML edition"),
    ],
)
def test_find_in_text_finds_it_wherever_it_is_written(html, where):
    [leak, *_] = find_in_text(html, SECRETS)
    assert (leak.where, leak.what) == (where, "the title")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Custody</p><p>Contract tender</p>",
        "<p>A tender for custody</p>",
        "<table><tr><td>Custody</td><td>Contract</td></tr></table>",
    ],
)
def test_find_in_text_finds_nothing_else(html):
    assert find_in_text(html, SECRETS) == []


def test_file_built_into_the_edition_is_found():
    data = b"\x89PNG" + bytes(range(200))
    secret = Secret(Origin("Paper C under item 5", 7), "a picture or another part of the file")
    secrets = Secrets(streams={hashlib.sha256(data).hexdigest(): secret})
    html = f'<img alt="" src="data:image/png;base64,{base64.b64encode(data).decode()}">'
    [leak] = find_in_text(html, secrets)
    assert (leak.where, leak.paper) == ("a file inside of the HTML edition", 7)
