"""Heads that sort, buttons that ask, fields that filter; whatever a document says is text."""

from __future__ import annotations

from pipeline.interface.tables import Column, choice, field, head_of, send, suggestions
from tests.interface.papers import EVIL, assert_harmless


def test_a_column_sorts_unless_it_says_otherwise() -> None:
    head = head_of(
        (Column("文件", "name"), Column("操作", "do", sorts=False, shown=False), Column("议题", "n", number=True))
    )
    assert head.count("data-sort=") == 2 and 'data-sort="2"' in head
    assert 'class="unseen">操作' in head and 'class="n right"' in head


def test_a_head_whose_rows_the_server_orders_says_how_they_stand() -> None:
    columns = (Column("事项", "item"), Column("时限", "deadline"))
    assert 'data-order="item"' in head_of(columns, order="") and "aria-sort" not in head_of(columns, order="")
    assert 'aria-sort="ascending"><button type="button" data-order="item"' in head_of(columns, order="item")
    assert 'aria-sort="descending"><button type="button" data-order="deadline"' in head_of(columns, order="-deadline")


def test_a_button_carries_its_value_and_may_ask_twice() -> None:
    button = send(
        "discard_document", {"document_id": "d1"}, "移除", label="移除：纪要", confirm="确认移除", danger=True
    )
    for part in (
        'data-send="discard_document"',
        "&quot;d1&quot;",
        'aria-label="移除：纪要"',
        'data-confirm="确认移除"',
        "danger",
    ):
        assert part in button


def test_the_chosen_one_is_chosen() -> None:
    listed = choice("due", "时限", [("", "全部"), ("soon", "30 天内")], chosen="soon")
    assert '<option value="soon" selected>' in listed and listed.count("selected") == 1


def test_markup_is_text() -> None:
    assert_harmless(send("x", {"a": EVIL}, EVIL, label=EVIL, confirm=EVIL))
    assert_harmless(field("x", EVIL, value=EVIL, hint=EVIL))
    assert_harmless(choice("x", EVIL, [(EVIL, EVIL)]))
    assert_harmless(suggestions("x", [EVIL]))
