"""The register as CSV and as an Excel workbook: exactly what the page shows."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from pcp_scrutiny import history
from recommendations.register.exporting import BOM
from tests.factories.recommendations import EntryFactory, RecommendationFactory, ResponseFactory
from tests.recommendations.pages import LIST, READERS, url

pytestmark = pytest.mark.django_db
FILES = ["csv", "excel"]


def content(response):
    return b"".join(response.streaming_content)


def csv_rows(response):
    text = content(response).decode()
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))


def sheet(response):
    return load_workbook(io.BytesIO(content(response))).active


@pytest.fixture
def some(officer):
    sent = {"sent_on": date(2026, 6, 15), "due_on": date(2026, 7, 15)}
    with history.as_at(datetime(2026, 6, 20, tzinfo=UTC)):
        RecommendationFactory(reference="2026/10", text='=HYPERLINK("x")', theme="-Roads", **sent)
        made = RecommendationFactory(reference="2026/7", owner=" ＝1+1", kind="concern")
    with history.as_at(datetime(2026, 8, 20, tzinfo=UTC)):
        ResponseFactory(recommendation=made, decision="deferred")


@pytest.mark.parametrize("persona", READERS)
@pytest.mark.parametrize("name", FILES)
def test_files_are_for_who_reads_the_register(request, client_of, some, persona, name):
    response = client_of(request.getfixturevalue(persona)).get(url(name))
    assert response.status_code == 200
    assert content(response)


@pytest.mark.parametrize(("persona", "status"), [("administrator", 403), ("nobody", 403)])
@pytest.mark.parametrize("name", FILES)
def test_files_are_for_no_one_else(request, client_of, some, persona, status, name):
    assert client_of(request.getfixturevalue(persona)).get(url(name)).status_code == status
    assert client_of(None).get(url(name)).status_code == 302


def test_csv_says_what_the_page_shows(client_of, member, some):
    one, two = csv_rows(client_of(member).get(url("csv")))
    assert (one["Reference"], two["Reference"]) == ("2026/7", "2026/10")
    assert one["Kind"] == "Concern"
    assert one["Response"] == "Deferred to a later refresh"
    assert one["Who is to act"] == "' ＝1+1"
    assert two["What the panel said"] == '\'=HYPERLINK("x")'
    assert two["Theme"] == "'-Roads"
    assert two["Who is to act"] == "PCC"
    assert (two["Sent on"], two["Due on"], two["Answered on"]) == ("2026-06-15", "2026-07-15", "")
    assert two["Raised on"] == "2026-06-12"


def test_excel_says_what_the_page_shows(client_of, member, some):
    found = sheet(client_of(member).get(url("excel")))
    headings = [cell.value for cell in found[1]]
    row = dict(zip(headings, found[3], strict=True))
    assert found.title == "Recommendations"
    assert found.freeze_panes == "B2"
    assert row["Reference"].value == "2026/10"
    assert row["What the panel said"].data_type == "s"
    assert row["What the panel said"].value == '\'=HYPERLINK("x")'
    assert row["Sent on"].value == datetime(2026, 6, 15)
    assert row["Sent on"].is_date


@pytest.mark.parametrize("query", ["kind=concern", "words=hyperlink", "response=deferred&sort=due"])
@pytest.mark.parametrize("sort", ["reference", "-reference"])
def test_files_have_exactly_what_is_shown(client_of, member, some, query, sort):
    client, query = client_of(member), f"?{query}&sort={sort}"
    shown = [p.reference for p in client.get(f"{LIST}{query}").context["page"]]
    assert [row["Reference"] for row in csv_rows(client.get(f"{url('csv')}{query}"))] == shown
    column = sheet(client.get(f"{url('excel')}{query}"))["A"]
    assert [cell.value for cell in column[1:]] == shown


def test_files_have_all_pages(client_of, member):
    entry = EntryFactory()
    for n in range(52):
        RecommendationFactory(reference=f"R{n}", raised_in=entry, version=None)
    client = client_of(member)
    assert len(csv_rows(client.get(url("csv"), {"page": 2}))) == 52
    assert sheet(client.get(url("excel"))).max_row == 53


@pytest.mark.parametrize(("name", "ending"), [("csv", "csv"), ("excel", "xlsx")])
def test_files_are_named_for_what_they_are(client_of, member, some, name, ending):
    client = client_of(member)
    today, then = client.get(url(name)), client.get(url(name), {"as_at": "2026-07-25"})
    assert today.headers["Content-Disposition"] == (
        f'attachment; filename="recommendations.{ending}"'
    )
    assert then.headers["Content-Disposition"] == (
        f'attachment; filename="recommendations-as-at-2026-07-25.{ending}"'
    )


def test_files_of_the_past_say_what_was_known_then(client_of, member, some):
    client, past = client_of(member), {"as_at": "2026-07-25"}
    assert [row["Response"] for row in csv_rows(client.get(url("csv"), past))] == [
        "Not sent",
        "Overdue",
    ]
    assert sheet(client.get(url("excel"), past)).title == "As known on 25 July 2026"


@pytest.mark.parametrize("name", FILES)
def test_files_of_a_day_that_cannot_be_lead_to_the_page_that_says_so(client_of, member, some, name):
    response = client_of(member).get(url(name), {"as_at": "2999-01-01"})
    assert response.url == f"{LIST}?as_at=2999-01-01"


@pytest.mark.parametrize("name", FILES)
def test_files_of_nothing_have_their_headings(client_of, member, name):
    response = client_of(member).get(url(name))
    if name == "csv":
        assert csv_rows(response) == []
    else:
        assert sheet(response).max_row == 1


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", FILES)
def test_files_take_a_fixed_number_of_queries(
    client_of, member, django_assert_num_queries, number, name
):
    for _ in range(number):
        ResponseFactory()
    client = client_of(member)
    with django_assert_num_queries(13):
        content(client.get(url(name)))
