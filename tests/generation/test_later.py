"""An answer names the later meeting to which its matter returned, and no other."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.later import AGAIN, CHANGED, RELATED
from pipeline.retrieval.catalogue import Filters

_HEAD = "{body}第{number}次常务会议纪要\n{year}年5月6日，{chief}主持召开{body}第{number}次常务会议。纪要如下：\n"
_ITEMS = """一、研究柳叶渡口搬迁有关事宜
会议决定暂缓搬迁，请市交通运输局于6月底前重新选址。
二、审议《青禾市农村供水管理办法》
会议原则同意该办法，修改完善后印发。
三、干部任免事项
会议同意干部任免名单。
四、《青禾市城区停车收费方案（送审稿）》
会议决定，该方案暂缓实施。停车场改造总投资300万元。
"""
_AGAIN = """一、研究柳叶渡口搬迁
会议同意搬迁至下湾，由市交通运输局牵头，12月底前完成。
二、审议《青禾市农村供水管理办法实施细则》
会议同意该细则。
三、干部任免事项
会议同意干部任免名单。
四、城区停车收费方案（修改稿）
会议原则同意修改后的收费方案，首小时收费3元。
"""


def _paper(body: str, number: int, year: int, items: str, *, chief: str = "市长葛同") -> str:
    return _HEAD.format(body=body, number=number, year=year, chief=chief) + items


_NOTICE = """青禾市人民政府办公室关于召开市政府第12次常务会议的通知
各有关单位：
定于2022年9月5日召开青禾市人民政府第12次常务会议。现将有关事项通知如下：
一、会议议题
1. 研究柳叶渡口搬迁（市交通运输局汇报）
二、有关要求
请准时参会。

青禾市人民政府办公室
2022年9月1日
"""
_SCHOOL = """江屿大学校长办公会议纪要
2023年9月22日，校长孟青主持召开校长办公会议。
一、东校区公寓空调加装
会议决定不再采购，改为租赁方式，租金由学校承担六成。
"""
_BRIDGE = """一、审议《白果大桥加固改造工程实施方案》
会议原则同意该方案。由市交通运输局牵头，6月底前完成施工招标。
二、研究云栖小学扩建
会议同意扩建，由市教育局牵头，6月底前完成设计。
"""
_BACK = """一、第3次常务会议议定事项落实情况
会议听取了落实情况的报告。白果大桥加固改造工程施工招标因流标，完成时限由6月底前调整为9月15日前。
二、干部任免事项
会议同意干部任免名单。
"""
PAPERS = {
    "bridge.txt": _paper("松溪市人民政府", 3, 2021, _BRIDGE),
    "back.txt": _paper("松溪市人民政府", 5, 2022, _BACK),
    "school.txt": _SCHOOL,
    "first.txt": _paper("青禾市人民政府", 7, 2021, _ITEMS),
    "again.txt": _paper("青禾市人民政府", 11, 2022, _AGAIN),
    "notice.txt": _NOTICE,
    "elsewhere.txt": _paper("丰原市人民政府", 9, 2023, _AGAIN),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two meetings of one city, and one of another that had the same titles."""
    folder: Path = tmp_path_factory.mktemp("later")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = load_settings(
        home=folder / "home", encoder="builtin", model="", today=datetime.date(2024, 1, 1), chroma_url=""
    )
    assistant = Assistant(settings)
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


@pytest.mark.parametrize(
    ("question", "line"),
    [
        pytest.param(
            "青禾市第7次常务会议对柳叶渡口搬迁怎么定的？",
            f"{AGAIN}：青禾市人民政府第11次常务会议（2022-05-06）：柳叶渡口搬迁，会议同意搬迁至下湾",
            id="the same matter",
        ),
        pytest.param(
            "青禾市第7次常务会议通过农村供水管理办法了吗？",
            f"{RELATED}：青禾市人民政府第11次常务会议（2022-05-06）："
            "《青禾市农村供水管理办法实施细则》，会议同意该细则",
            id="a paper that follows from it",
        ),
        pytest.param(
            "青禾市第7次常务会议对停车收费怎么定的？",
            f"{AGAIN}：青禾市人民政府第11次常务会议（2022-05-06）：城区停车收费方案（修改稿），会议原则同意修改后的收费方案",
            id="a title without the place",
        ),
        pytest.param("青禾市第11次常务会议对柳叶渡口搬迁怎么定的？", None, id="what came before is not told"),
        pytest.param("青禾市第7次常务会议对干部任免怎么定的？", None, id="what every meeting has"),
        pytest.param("青禾市第7次常务会议由谁主持？", None, id="no item"),
        pytest.param("丰原市第9次常务会议对柳叶渡口搬迁怎么定的？", None, id="another city"),
    ],
)
def test_the_later_meeting_is_named(question: str, line: str | None, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    told = [one.text for one in answer.statements if one.text.startswith((AGAIN, RELATED))]
    assert not answer.refused
    assert told == ([line] if line else [])
    assert not answer.flagged


def test_an_answer_that_rests_on_the_later_meeting_says_it_once(assistant: Assistant) -> None:
    answer = assistant.ask("青禾市柳叶渡口搬迁后来怎么样了？")
    assert "下湾" in answer.answer
    assert AGAIN not in answer.answer


def test_how_it_ended_is_what_the_later_meeting_decided(assistant: Assistant) -> None:
    answer = assistant.ask("青禾市停车收费方案最后通过没有？")
    assert not answer.refused
    assert answer.statements[0].text.startswith("青禾市人民政府第11次常务会议（2022-05-06）")
    assert "会议原则同意修改后的收费方案" in answer.answer


@pytest.mark.parametrize(
    ("question", "changed"),
    [("白果大桥施工招标什么时候完成？", True), ("云栖小学扩建什么时候完成设计？", False)],
)
def test_what_an_item_changed_that_goes_through_all_that_was_decided(
    question: str, changed: bool, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    assert "6月底前" in answer.answer
    later = [one.text for one in answer.statements if one.text.startswith((AGAIN, CHANGED, RELATED))]
    assert [("9月15日前" in text, text.startswith(CHANGED)) for text in later] == [(True, True)] * changed
    assert not answer.flagged


def test_what_the_users_filter_leaves_out_is_not_told(assistant: Assistant) -> None:
    first = next(entry for entry in assistant.entries() if entry.file == "first.txt")
    answer = assistant.ask("柳叶渡口搬迁怎么定的？", filters=Filters(document=first.document_id))
    assert not answer.refused
    assert AGAIN not in answer.answer


def test_a_question_goes_on_from_the_paper_that_told_the_one_before(assistant: Assistant) -> None:
    history = ["青禾市第7次常务会议对停车收费怎么定的？", "东校区公寓空调改成什么方式了？"]
    answer = assistant.ask("总投资多少", history=history)
    assert {one.file for one in answer.citations} <= {"school.txt"}
