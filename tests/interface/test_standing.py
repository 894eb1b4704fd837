"""Sources whose document was taken out of the library."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.interface import standing
from pipeline.interface.ask import render_conversation
from pipeline.interface.language import speaking
from pipeline.interface.session import Conversation
from pipeline.interface.sources import copy_text
from tests.interface.papers import EVIL, answer, assert_harmless, refusal

GONE = "此文件已移出资料库"


def talk(told: dict[str, object]) -> Conversation:
    """A conversation of one answered question."""
    return Conversation().asked("结果如何？").answered(told)


def test_every_way_to_a_document_is_known() -> None:
    looked_in = [{"document_id": "d2", "name": "纪要"}]
    asked = talk(answer()).asked("预算多少？").answered({**refusal(), "looked_in": looked_in})
    assert standing.cited(asked.asked("还在找")) == {"d1", "d2"}


def test_a_source_that_is_gone_says_so_and_opens_nothing() -> None:
    gone = standing.mark_removed(talk(answer()), held=set())
    shown = render_conversation(gone)
    assert "read_source" not in shown and "data-value" not in shown.split('class="facts"')[0]
    assert shown.count(f">{GONE}</small>") == 2  # at each of the two citations
    assert "《城区停车管理办法》" in shown and 'aria-label="来源 1：' in shown
    assert copy_text(gone.turns[0].answer or {}).count(f"（{GONE}）") == 2


def test_a_refusal_leads_to_no_removed_document() -> None:
    refused = {**refusal(), "looked_in": [{"document_id": "d1", "name": "第4次会议纪要"}]}
    shown = render_conversation(standing.mark_removed(talk(refused), held={"d2"}))
    assert "read_source" not in shown and shown.count(GONE) == 2 and "第4次会议纪要" in shown


@pytest.mark.parametrize("before", [set(), {"d1"}], ids=["removed before", "held before"])
def test_what_is_held_opens_as_ever(before: set[str]) -> None:
    asked = standing.mark_removed(talk(answer()), held=before)
    shown = render_conversation(standing.mark_removed(asked, held={"d1"}))
    assert GONE not in shown and shown.count("read_source") == 4


def test_nothing_changes_where_nothing_is_gone() -> None:
    asked = talk(answer()).asked("还在找")
    assert standing.mark_removed(asked, held={"d1"}) == asked


def test_it_is_said_in_english_and_markup_stays_text() -> None:
    told = answer()
    told["citations"] = [{**one, "quote": EVIL} for one in told["citations"]]
    gone = standing.mark_removed(talk(told), held=set())
    with speaking("en"):
        shown = render_conversation(replace(gone))
    assert "This document was taken out of the library" in shown and GONE not in shown
    assert_harmless(shown)
