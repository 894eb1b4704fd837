"""What an editor may correct, as a form."""

from __future__ import annotations

from dataclasses import replace

from pipeline.documents.parse import parse_text
from pipeline.interface import correcting
from pipeline.interface.correcting import lines_of, render_correcting
from pipeline.minutes import EXAMPLE_MINUTES
from pipeline.retrieval.corrections import Correction
from tests.interface.papers import EVIL, assert_harmless, evil_document

TEXT = (
    "县政府第2次常务会议纪要\n\n　　一、审议《办法》\n会议原则通过。\n二、审议《规定》\n会议同意。\n出席：林安、周明\n"
)


def test_every_line_may_start_an_item_and_those_that_do_are_ticked() -> None:
    document = parse_text(TEXT)
    places = dict(lines_of(document))
    assert {item.start for item in document.items} <= set(places)
    assert all(document.text.startswith(line, place) for place, line in places.items())
    page = render_correcting(document, "d1", {})
    assert page.count(" checked") == len(document.items) == 2
    assert page.count('name="starts"') == 6 and '<details class="correcting">' in page


def test_what_holds_is_said_with_its_way_back() -> None:
    act = Correction(
        document_id="d1", field="chair", value=None, former="周明", by="王敏", at="2024-05-06T08:00:00+00:00"
    )
    items = replace(act, field="items", value={"starts": [[0, "一"]]}, former={"starts": [0, 9]})
    page = render_correcting(EXAMPLE_MINUTES, "d1", {"chair": act, "items": items}, open=True)
    assert "主持：周明 → 未写明" in page and "王敏 2024年5月6日" in page and "2 项改为 1 项" in page
    assert page.count('data-send="undo_correction"') == 2 and " open>" in page


def test_a_very_long_document_is_cut_and_says_so() -> None:
    document = replace(EXAMPLE_MINUTES, text="一行\n" * (correcting.MOST_LINES + 5), items=())
    page = render_correcting(document, "d1", {})
    assert page.count('name="starts"') == correcting.MOST_LINES and f"只列出前 {correcting.MOST_LINES} 行" in page


def test_markup_is_text() -> None:
    act = Correction(document_id="d1", field="chair", value=EVIL, former=EVIL, by=EVIL, at="2024-05-06T08:00:00+00:00")
    assert_harmless(render_correcting(evil_document(), EVIL, {"chair": act}))
