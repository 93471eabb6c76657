"""What the journeys stand on does its work: a fault in a page fails the test that passes it."""

import pytest

from pcp_scrutiny.accounts.models import User
from tests.journeys.conftest import watch

SOUND = "<!doctype html><html lang=en><title>Plan</title><main><h1>Plan</h1>{}</main>"


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_axe_passes_the_sign_in_page(new_page, axe, size: str) -> None:
    page = new_page(size)
    page.goto("/")
    assert page.get_by_role("heading", level=1).is_visible()
    axe(page)


def test_new_page_signs_a_user_in(new_page, axe, officer: User) -> None:
    page = new_page(user=officer)
    assert page.goto("/").status == 200
    assert "sign-in" not in page.url
    axe(page)


def test_axe_names_the_element_that_is_at_fault(browser_page, axe) -> None:
    browser_page.set_content(SOUND.format('<img src="data:," class="crest">'))
    with pytest.raises(pytest.fail.Exception, match=r"alternative text(.|\n)*class=\"crest\""):
        axe(browser_page)


def test_axe_refuses_a_page_that_scrolls_sideways(phone_page, axe) -> None:
    phone_page.set_content(SOUND.format('<p style="width: 500px">Wide</p>'))
    with pytest.raises(pytest.fail.Exception, match="scrolls sideways, because of <p"):
        axe(phone_page)


def test_watch_hears_what_a_person_might_not_notice(browser, live_server) -> None:
    context = browser.new_context()
    troubles: list[str] = []
    watch(context, live_server.url, troubles)
    page = context.new_page()
    page.goto(f"{live_server.url}/no-such-page/")
    assert troubles == []
    page.evaluate("setTimeout(() => { throw new Error('a fault') })")
    page.evaluate("console.error('a complaint')")
    page.evaluate("fetch('//elsewhere.example/pixel').catch(() => null)")
    context.close()
    heard = "\n".join(troubles)
    assert "a fault" in heard
    assert "a complaint" in heard
    assert "elsewhere.example/pixel" in heard
