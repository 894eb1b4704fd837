"""The verdicts of a meeting, item by item."""

from __future__ import annotations

import datetime

import pytest

from pipeline.generation.extractive.counting.verdict_lines import behind_its_name
from pipeline.generation.extractive.evidence import Source
from pipeline.minutes import Span
from tests.generation.extractive.several.through_meetings import PAPERS
from tests.libraries import library_of


def test_every_item_of_a_meeting_has_its_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    county = library_of(PAPERS, tmp_path_factory.mktemp("county"), today=datetime.date(2025, 1, 1))
    lines = county.ask("荷川县第17次常务会议，四个议题逐个是啥结果？").answer.splitlines()
    assert [line for line in lines if "智慧档案馆" in line and "暂缓" in line]
    assert [line for line in lines if "信访" in line and "未载明审议结论" in line]


def test_a_place_stands_behind_the_name_of_its_item(tmp_path_factory: pytest.TempPathFactory) -> None:
    county = library_of(PAPERS, tmp_path_factory.mktemp("named"), today=datetime.date(2025, 1, 1))
    [entry, *_] = county.entries()
    source = Source(entry, county.catalogue.document(entry.document_id))
    item = source.document.items[0]
    line = behind_its_name(source, item, Span(item.end - 4, item.end - 1))
    assert line.text == f"{item.title}：{source.document.text[item.end - 4 : item.end - 1]}"
    assert line.quotes[0].span == Span(item.end - 4, item.end - 1)
