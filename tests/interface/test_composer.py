"""The field for a question and the bar of filters."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.interface.composer import CHOSEN_FROM, render_composer, render_scope, scope_of
from tests.interface.papers import EVIL, assert_harmless


def entry(number: int = 1, **changed: Any) -> SimpleNamespace:
    """An entry of the library."""
    stated = {
        "document_id": f"d{number}",
        "name": f"第{number}次会议纪要",
        "document_number": f"甲政纪〔2021〕{number}号",
        "issuing_body": None,
    }
    return SimpleNamespace(**{**stated, "date": "2021-03-08", "file": f"{number}.txt", **changed})


def test_the_field_is_named_and_bounded() -> None:
    page = render_composer(longest=2000)
    assert 'for="ask-field"' in page and 'data-longest="2000"' in page and 'id="stop"' in page


def test_every_filter_has_a_name_for_screen_readers() -> None:
    page = render_scope([entry()])
    assert page.count('<label class="choice">') == page.count('<label class="choice"><span class="unseen">') == 5
    assert "第1次会议纪要（甲政纪〔2021〕1号）" in page and "会议纪要</option>" in page


def test_of_too_many_documents_one_is_named() -> None:
    page = render_scope([entry(number) for number in range(CHOSEN_FROM + 1)])
    assert "<datalist" in page and '<select name="document">' not in page
    assert page.count("甲政纪") == CHOSEN_FROM


def test_what_is_chosen_stays_chosen() -> None:
    page = render_scope([entry(1), entry(2)], chosen={"document": "d2", "kind": "minutes", "unit": "市财政局"})
    assert '<option value="d2" selected>' in page and '<option value="minutes" selected>' in page
    assert 'value="市财政局"' in page


@pytest.mark.parametrize(
    "given",
    [None, [], "单位", {"unit": 3}, {"unit": None, "home": "/etc"}, {"from_date": "  "}],
    ids=["nothing", "list", "text", "number", "unknown", "blank"],
)
def test_what_a_browser_sends_is_not_trusted(given: object) -> None:
    assert scope_of(given) == {}


def test_a_filter_is_bounded() -> None:
    assert len(scope_of({"unit": "市" * 9000})["unit"]) == 200


def test_markup_is_text() -> None:
    assert_harmless(render_scope([entry(name=EVIL, document_number=EVIL)], chosen={"unit": EVIL}))
