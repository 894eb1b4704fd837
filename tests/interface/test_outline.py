"""The contents of a document beside its text."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.interface.outline import render_outline
from pipeline.interface.reading import Opened, Place, render_document
from pipeline.minutes import EXAMPLE_MINUTES, Section
from tests.interface.papers import assert_harmless, evil_document

ITEM = EXAMPLE_MINUTES.items[0]


def test_items_and_points_are_listed_and_counted() -> None:
    page = render_outline(EXAMPLE_MINUTES)
    assert "一、《城区停车管理办法》" in page and "由市城管局牵头" in page
    assert "1 项 · 1 条" in page and 'aria-current="location"' not in page


def test_the_item_being_read_is_marked_and_unfolded() -> None:
    page = render_outline(EXAMPLE_MINUTES, at=ITEM.points[0].start)
    assert page.count('aria-current="location"') == 1 and "<details open>" in page


def test_every_jump_leads_to_a_place_of_the_text() -> None:
    page = render_document(EXAMPLE_MINUTES, Opened("d1", Place(0, 0)))
    jumps = set(re.findall(r'data-jump="([^"]+)"', page))
    assert jumps and jumps <= set(re.findall(r' id="([^"]+)"', page))


def test_a_section_stands_over_its_items() -> None:
    item = replace(ITEM, section="二")
    section = Section(label="二", title="整改情况", start=0, end=len(EXAMPLE_MINUTES.text))
    page = render_outline(replace(EXAMPLE_MINUTES, items=(item,), sections=(section,)))
    assert '<li class="part">二、整改情况</li>' in page


def test_a_document_without_items_has_no_contents() -> None:
    assert render_outline(replace(EXAMPLE_MINUTES, items=())) == ""


def test_markup_of_a_document_is_text() -> None:
    assert_harmless(render_outline(evil_document()))
