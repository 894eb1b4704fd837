"""The one item on which an answer rests."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Quote
from pipeline.generation.extractive.resting import rests_on
from tests.libraries import library_of

PAPER = """{place}人民政府常务会议纪要

2024年3月8日，县长秦岸主持召开县政府第6次常务会议。纪要如下：
一、关于渡口改造
会议同意改造渡口，由县交通局牵头。
二、关于校车线路
会议同意增开两条线路。
"""


@pytest.fixture(scope="module")
def two_bodies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a paper of each of two counties."""
    papers = {f"{place}.txt": PAPER.format(place=place) for place in ("柳原县", "栖禾县")}
    return library_of(papers, tmp_path_factory.mktemp("resting"), today=datetime.date(2024, 12, 1))


def test_the_item_in_which_all_quotes_stand(two_bodies: Assistant) -> None:
    entry = two_bodies.entries()[0]
    document = two_bodies.catalogue.document(entry.document_id)
    first, second = document.items[:2]
    inside = [Quote(entry.document_id, first.start, first.end), Quote(entry.document_id, first.start + 1, first.end)]
    found = rests_on([*inside, Quote(entry.document_id, 0, 1)], two_bodies.catalogue)  # the head is in no item
    assert found is not None
    assert found[0].document_id == entry.document_id
    assert found[1] == first
    assert rests_on([*inside, Quote(entry.document_id, second.start, second.end)], two_bodies.catalogue) is None


def test_an_answer_out_of_two_documents_rests_on_no_one_item(two_bodies: Assistant) -> None:
    quotes = [
        Quote(entry.document_id, item.start, item.end)
        for entry in two_bodies.entries()[:2]
        for item in two_bodies.catalogue.document(entry.document_id).items[:1]
    ]
    assert rests_on(quotes, two_bodies.catalogue) is None
    assert rests_on([], two_bodies.catalogue) is None
