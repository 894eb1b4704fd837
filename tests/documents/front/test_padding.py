from __future__ import annotations

import pytest

from pipeline.documents.front.padding import persons_apart
from pipeline.documents.front.people import read_people
from pipeline.documents.text.clean import Passage, fold


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("贺 峰  邱 雅 琴  冯 伯 年  孔 方", ["贺峰", "邱雅琴", "冯伯年", "孔方"]),
        ("任建国　汪　洋　党　翔　雒　刚", ["任建国", "汪洋", "党翔", "雒刚"]),
        ("刘　洋 张大伟 党　翔", ["刘洋", "张大伟", "党翔"]),
        ("闻人达 丁 若 竹 卢 一 帆 宋 沛 年 鲁 敏", ["闻人达", "丁若竹", "卢一帆", "宋沛年", "鲁敏"]),
        ("丁 薇（交通局）  万 里（公安局 特警支队）  凌 霜", ["丁薇", "万里", "凌霜"]),
        ("欧阳 明  司 马 相 如  李 强 先生", ["欧阳明", "司马相如", "李强"]),
        ("古丽娜尔·艾力  马 依 拉", ["古丽娜尔·艾力", "马依拉"]),
        ("王 芳 出差  李 明 病假", ["王芳", "李明"]),
        ("财务处 审计处 后勤处", []),
        ("张 明 林 鲁 江", []),
    ],
    ids=[
        "narrow within",
        "padded to three",
        "padding wider than what parts",
        "the same everywhere",
        "brackets",
        "two characters of surname",
        "a long name",
        "why away",
        "units",
        "either way",
    ],
)
def test_where_names_are_cut(text: str, names: list[str]) -> None:
    assert [person.name for person in read_people(fold(text), 0, len(text), text=text)] == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("副区长赵 小 菊", [(None, "赵小菊")]),
        ("市消防支队裴 长 年", [("市消防支队", "裴长年")]),
        ("县人大常委会副主任  齐 国 安", [("县人大常委会", "齐国安")]),
        ("财务处 项 南", [("财务处", "项南")]),
        ("纪检组叔  原", [("纪检组", "叔原")]),
        ("站长（兼）  牛  得水", [(None, "牛得水")]),
    ],
    ids=["glued to a post", "glued to a unit", "behind unit and post", "behind a unit", "a rare surname", "an aside"],
)
def test_what_stands_before_a_padded_name(text: str, people: list[tuple[str | None, str]]) -> None:
    assert [(one.unit, one.name) for one in read_people(fold(text), 0, len(text), text=text)] == people


def test_a_name_that_stands_elsewhere_settles_where_to_cut() -> None:
    text = "张 明 林 鲁 江。林鲁江同志汇报。"
    groups = persons_apart(Passage(text, range(len(text))).part(0, 9), text)
    assert [group.passage.flat for group in groups] == ["张 明", "林 鲁 江"]
