"""What falls short of what is asked, sentence by sentence, over invented minutes."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.reading import falling_short
from pipeline.generation.extractive.reading.candidates import asked_of
from pipeline.generation.extractive.reading.pairing import Place, Reading
from pipeline.generation.understanding.question import understand
from pipeline.minutes import Span
from tests.libraries import library_of

TODAY = datetime.date(2024, 12, 31)
FILE = {"磨盘镇党政联席会议纪要.txt": "磨盘镇党政联席会议纪要\n\n2024年5月6日召开。\n\n一、关于环卫\n同意环卫方案。\n"}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(FILE, tmp_path_factory.mktemp("short"), today=TODAY)


@pytest.mark.parametrize(
    ("doubt", "question", "said", "short"),
    [
        pytest.param(falling_short.is_caption, "综治办要配合什么", "附：环卫任务分工表", True, id="a caption"),
        pytest.param(
            falling_short.is_caption, "综治办要配合什么", "附：综治办配合清运，5月底前完成。", False, id="no caption"
        ),
        pytest.param(
            falling_short.of_the_other_sort, "非居民水价多少", "居民水价维持每吨2.1元", True, id="the other sort"
        ),
        pytest.param(falling_short.of_the_other_sort, "非居民水价多少", "非居民水价每吨3元", False, id="that sort"),
        pytest.param(
            falling_short.of_the_other_sort, "非法占地几亩", "占地收回12亩", False, id="a word that only begins so"
        ),
        pytest.param(
            falling_short.lacks_each, "公厕在各村分别建几座", "今年新建公厕9座，投资80万元", True, id="a total"
        ),
        pytest.param(falling_short.lacks_each, "公厕在各村分别建几座", "东村3座、西村6座", False, id="of each"),
        pytest.param(falling_short.lacks_each, "公厕在各村分别建几座", "每个村建公厕2座", False, id="the same for all"),
        pytest.param(falling_short.only_per_one, "租空调一共收了多少钱", "每生每年收180元", True, id="for one"),
        pytest.param(falling_short.only_per_one, "租空调一共收了多少钱", "每生收180元，共收9万元", False, id="for all"),
        pytest.param(falling_short.lacks_each, "公厕一共建几座", "今年新建公厕9座", False, id="a total is asked"),
        pytest.param(
            falling_short.lists_too_few,
            "靠哪三招收垃圾",
            "垃圾主要来自集市、学校",
            True,
            id="two",
        ),
        pytest.param(
            falling_short.lists_too_few, "靠哪三招收垃圾", "采取定时收、预约收、督导收三种方式", False, id="three"
        ),
        pytest.param(
            falling_short.lists_too_few, "靠哪三招收垃圾", "定时上门收，电话预约收，专人督导收", False, id="by commas"
        ),
        pytest.param(
            falling_short.only_looks_for_one, "由哪家公司运营", "综治办负责对接运营公司", True, id="to be looked for"
        ),
        pytest.param(
            falling_short.only_looks_for_one,
            "由哪家公司运营",
            "由洁邦公司试运营，综治办对接",
            False,
            id="named",
        ),
        pytest.param(falling_short.only_ordered, "年底到底达没达标", "各村要确保年底达标", True, id="only ordered"),
        pytest.param(falling_short.only_ordered, "年底到底达没达标", "截至年底已达标", False, id="it came true"),
        pytest.param(falling_short.only_ordered, "什么时候达标", "各村要确保年底达标", False, id="by when is asked"),
    ],
)
def test_what_falls_short(
    town: Assistant, doubt: Callable[[Reading], bool], question: str, said: str, short: bool
) -> None:
    entry = town.entries()[0]
    source = Source(entry, town.catalogue.document(entry.document_id))
    asked = understand(question, entries=town.entries(), today=TODAY)
    place = Place(source, source.document.items[0], Span(0, 1), said)
    assert doubt(Reading(asked_of(asked), asked, place)) is short
