"""Minutes that name no body are of the place of which alone they speak."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.bodiless import with_papers_of_no_body
from pipeline.generation.understanding.question import understand
from tests.generation.extractive.markets import PAPERS, TODAY
from tests.libraries import library_of

ELSEWHERE = """沔阳市人民政府常务会议纪要
沔政纪〔2024〕3号

2024年2月6日，市长骆一鸣主持召开市政府第30次常务会议。会议纪要如下：

一、关于体育馆灯光改造
会议同意沔阳体育馆灯光改造方案。
"""
OF_BOTH = """第9次联席会议纪要

2024年3月1日，召开第9次联席会议，槐川、沔阳两地参加。

一、关于界河管护
会议同意界河管护方案。
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {**PAPERS, "沔阳市政府第30次常务会议纪要.txt": ELSEWHERE, "第9次联席会议.txt": OF_BOTH}
    return library_of(papers, tmp_path_factory.mktemp("bodiless"), today=TODAY)


@pytest.mark.parametrize(
    ("text", "files"),
    [
        pytest.param(
            "槐川的体育馆灯光改造花了多少",
            {"槐川县人民政府第12次常务会议纪要.txt", "第15次县政府常务会议（公开稿）.txt"},
            id="what speaks of that place alone",
        ),
        pytest.param("沔阳的体育馆灯光改造花了多少", {"沔阳市政府第30次常务会议纪要.txt"}, id="another place"),
        pytest.param(
            "槐川县第12次常务会议定了什么", {"槐川县人民政府第12次常务会议纪要.txt"}, id="a meeting is named as well"
        ),
    ],
)
def test_a_place_is_told_by_the_text_where_no_body_is_named(places: Assistant, text: str, files: set[str]) -> None:
    question = understand(text, entries=places.entries(), today=TODAY)
    found = with_papers_of_no_body(question, places.catalogue)
    assert {entry.file for entry in found.scope.entries} == files
