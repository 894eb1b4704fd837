"""What this meeting puts in the place of what an earlier one fixed."""

from __future__ import annotations

import datetime

import pytest

from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.replaced import in_its_place, was_replaced
from pipeline.generation.extractive.stretches import sentences
from tests.libraries import library_of

PAPER = """栀子里小区业主委员会会议纪要
（2025年第4次）
2025年9月3日，业主委员会开会，梅韵主持。纪要如下：
一、快递柜换地方
6月的第3次会议定在西门装12组快递柜，负责人是鲁同。因西门道路要翻修，这次改为装在南门，负责人换成季禾。
"""


def test_what_holds_now_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("house")
    house = library_of({"栀子里小区纪要.txt": PAPER}, folder, today=datetime.date(2025, 10, 1))
    entry = house.catalogue.entries()[0]
    source = Source(entry, house.catalogue.document(entry.document_id))
    item = source.document.items[0]
    former = next(one for one in sentences(source.document, item.span) if "鲁同" in source.document.quote(one))
    assert was_replaced(source.document, item, former)
    now = in_its_place("快递柜找谁负责？", source, item, former)
    assert now is not None
    assert "季禾" in now.text
    assert in_its_place("快递柜原来找谁负责？", source, item, former) is None
