"""What a dossier says of a meeting in its own words."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.summary.chapter_words import ONLY_TASKS, heading_of, name_of, where_of, without_verdict
from pipeline.generation.summary.chapters import Chapter
from pipeline.generation.summary.matter import Place
from pipeline.generation.summary.told import Source
from pipeline.generation.wording import UNDECIDED
from tests.libraries import library_of

PAPER = """禾湾县人民政府第9次常务会议纪要

2024年9月6日，县长裴文主持召开县政府第9次常务会议。纪要如下：
一、关于渡口改造
会议要求，由县交通局牵头完善方案，10月底前报县政府。
二、关于校车线路
会议决定终止校车线路招标。
三、关于路灯亮化
会上介绍了路灯亮化的有关情况。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"禾湾.txt": PAPER}, tmp_path_factory.mktemp("county"), today=datetime.date(2024, 12, 31))


def chapter_of(assistant: Assistant, number: int) -> Chapter:
    """Return the chapter of one item, as one that is about the matter."""
    (entry,) = assistant.entries()
    document = assistant.catalogue.document(entry.document_id)
    item = document.items[number]
    return Chapter(Source(entry, document), entry, item, (Place("about", item.span, item),))


@pytest.mark.parametrize(("number", "said"), [(0, [ONLY_TASKS]), (1, []), (2, [UNDECIDED])])
def test_a_meeting_without_a_verdict_is_said_to_be_one(county: Assistant, number: int, said: list[str]) -> None:
    assert list(without_verdict(chapter_of(county, number))) == said


def test_a_heading_tells_when_where_and_which_item(county: Assistant) -> None:
    chapter = chapter_of(county, 0)
    heading = heading_of(chapter, "first")
    assert "2024年9月6日" in heading
    assert where_of(chapter) in heading
    assert "议题一" in heading
    assert heading.endswith("〔库中首见〕")
    assert "禾湾县" in name_of(chapter.entry)
