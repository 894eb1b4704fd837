"""A dossier marks what a later meeting changed."""

from __future__ import annotations

from pathlib import Path

from pipeline.assistant import Assistant
from pipeline.config import load_settings

_FIRST = """泽南县人民政府第3次常务会议纪要
2024年3月6日，县长葛同主持召开泽南县人民政府第3次常务会议。纪要如下：
一、研究柳叶渡口搬迁
会议同意搬迁。由副县长许岸牵头负责，县交通运输局6月底前完成选址。
"""
_SECOND = """泽南县人民政府第5次常务会议纪要
2024年7月9日，县长葛同主持召开泽南县人民政府第5次常务会议。纪要如下：
一、听取柳叶渡口搬迁进展情况汇报
会议同意将选址完成时间由6月底前延至9月底前。
"""


def test_what_a_later_meeting_changed_is_marked_in_the_earlier_chapter(tmp_path: Path) -> None:
    for name, text in (("三.txt", _FIRST), ("五.txt", _SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    office = Assistant(load_settings(home=tmp_path / "home"))
    office.ingest([tmp_path / "三.txt", tmp_path / "五.txt"])
    first, second = office.topic("柳叶渡口搬迁").items
    assert "其后有变" not in (second.note or "")
    assert first.note == "其后有变，见2024年7月9日泽南县人民政府第5次常务会议第一项"


_ANEW = """泽南县人民政府第9次常务会议纪要
2024年11月5日，县长葛同主持召开泽南县人民政府第9次常务会议。纪要如下：
一、审议桐树渡口迁建概算
会议同意概算，总投资按860万元控制。
"""
_BEFORE = """泽南县人民政府第2次常务会议纪要
2024年2月1日，县长葛同主持召开泽南县人民政府第2次常务会议。纪要如下：
一、研究桐树渡口迁建
会议同意迁建，总投资790万元。
二、研究春耕备耕
会议要求县农业农村局牵头做好种子储备，桐树渡口迁建期间由县交通运输局安排临时摆渡。
三、听取老旧码头排查情况汇报
会议要求县交通运输局牵头，3月底前逐一建档。
"""


def test_another_figure_of_a_later_meeting_is_told(tmp_path: Path) -> None:
    for name, text in (("二.txt", _BEFORE), ("九.txt", _ANEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    office = Assistant(load_settings(home=tmp_path / "home"))
    office.ingest([tmp_path / "二.txt", tmp_path / "九.txt"])
    first, mention, last = office.topic("桐树渡口迁建").items
    assert first.note == "其后所载不同，2024年11月5日泽南县人民政府第9次常务会议第一项：总投资860万元"
    assert mention.note == "该次会议只提及此事，没有就此事作出结论"
    assert last.note is None
    [tasks] = office.topic("老旧码头排查").items
    assert tasks.note == "未写明同意与否，只交办了事项"
