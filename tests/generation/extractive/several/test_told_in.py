"""What each of several documents tells of one thing: every one with its stamp, of one place the newest first."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.generation.extractive.several.splitting import Side
from pipeline.generation.extractive.several.told_in import each_once, kept_near
from tests.libraries import composing_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("芷溪渡口那个专班，县政府第21次、第24次常务会定的组长先后是谁？", ("边月白", "隗明远")),
        pytest.param("对比一下芷溪县21次和24次常务会，梨花节的财政补助前后各是多少？", ("58万元", "52万元"), id="sum"),
        pytest.param("芷溪县政府24次会比21次会，梨花节补助多了多少？", ("58万元", "52万元"), id="a-difference"),
        pytest.param("石桥供水一次停水最长几个钟头，从3月的会到5月的会有什么变化？", ("7小时", "10小时"), id="span"),
        pytest.param(
            "石桥水厂施工图，芷溪县政府常务会（21次）给的期限和兴芷集团董事会（6次）自己定的期限各是哪天？",
            ("8月12日", "9月10日"),
            id="two-bodies-a-day",
        ),
        pytest.param(
            "芷溪县政府第24次常务会议和兴芷集团第6次董事会各把哪个建设项目的事搁置了？",
            ("物流仓储楼", "文体中心"),
            id="which-matter",
        ),
        pytest.param("芷溪渡口摆渡安排，第21次和第24次常务会各定到哪一步了？", ("通过", "暂缓"), id="how-far"),
    ],
)
def test_every_document_is_told(two_bodies: Assistant, text: str, told: tuple[str, ...]) -> None:
    answer = two_bodies.ask(text)
    assert not answer.refused
    assert not answer.flagged
    assert len(answer.answer.splitlines()) == len(told)
    for one in told:
        assert one in answer.answer
    for line in answer.answer.splitlines():
        assert line.startswith(("芷政常纪", "兴芷董决"))


def test_the_newest_of_one_place_comes_first(two_bodies: Assistant) -> None:
    first, second = two_bodies.ask("芷溪县21次和24次常务会，梨花节的财政补助各是多少？").answer.splitlines()
    assert first.startswith("芷政常纪〔2025〕7号")
    assert second.startswith("芷政常纪〔2025〕4号")


def test_what_one_meeting_did_leads_to_what_is_asked_of_another(two_bodies: Assistant) -> None:
    answer = two_bodies.ask("芷溪县政府第21次常务会议同意入股云麓茶业园后，兴芷集团董事会表决票数如何，首期出资多少？")
    assert not answer.refused
    assert "同意6票" in answer.answer
    assert "1500万元" in answer.answer


def test_the_title_of_a_matter_stands_behind_the_stamp(two_bodies: Assistant) -> None:
    told = two_bodies.ask("芷溪县政府和兴芷集团各暂缓了哪个项目？").answer.splitlines()
    assert all(line.startswith(("芷政常纪", "兴芷董决")) for line in told)
    assert any("关于物流仓储楼项目：" in line for line in told)


def test_what_neither_tells_stays_refused(two_bodies: Assistant) -> None:
    assert two_bodies.ask("芷溪县21次和24次常务会，殡仪馆迁建的投资各是多少？").refused


def test_a_verdict_told_under_its_title_is_not_told_again() -> None:
    place = Quote("a", 10, 20)
    bare, titled = Sentence("暂缓实施。", (place,)), Sentence("机房搬迁：暂缓实施。", (place, Quote("a", 0, 5)))
    other = Sentence("预算680万元。", (Quote("a", 30, 40),))
    drafts = [Draft(route="record", searched=Searched(1), sentences=one) for one in ((titled,), (other, bare))]
    assert each_once(drafts) == [titled, other]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("谁负责搬迁", ["机关事务局负责"], id="of the same place"),
        pytest.param("各由谁负责搬迁", ["机关事务局负责", "区住建局负责"], id="of each"),
    ],
)
def test_a_side_stays_with_the_place_of_the_side_before(rulings: Assistant, text: str, kept: list[str]) -> None:
    composing = composing_of(rulings, text, today=datetime.date(2025, 6, 30))
    ids = {entry.file: entry.document_id for entry in rulings.entries()}
    own = next(key for file, key in ids.items() if "常委会" in file)
    other = next(key for file, key in ids.items() if "松河" in file)
    before = Draft("passages", Searched(2), (Sentence("机关要搬", (Quote(own, 60, 70),)),))
    lines = (Sentence("机关事务局负责", (Quote(own, 70, 80),)), Sentence("区住建局负责", (Quote(other, 90, 99),)))
    draft = kept_near(Side(composing.question), Draft("record", Searched(2), lines), [before], composing)
    assert [line.text for line in draft.sentences] == kept
