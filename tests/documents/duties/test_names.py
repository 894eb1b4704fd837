from __future__ import annotations

import pytest

from pipeline.documents.duties.names import ends_as_unit, is_name, split_person


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        ("徐彬", (None, None, "徐彬")),
        ("欧阳明远", (None, None, "欧阳明远")),
        ("市水务局徐明", ("市水务局", None, "徐明")),
        ("农商行谢铁山", ("农商行", None, "谢铁山")),
        ("市财政局副局长李明远", ("市财政局", "副局长", "李明远")),
        ("县教育局局长普建华", ("县教育局", "局长", "普建华")),
        ("杜明市长", (None, "市长", "杜明")),
        ("市长周东", (None, "市长", "周东")),
        ("发改委(金融办)宋强", ("发改委(金融办)", None, "宋强")),
        ("市纪委监委陆峰", ("市纪委监委", None, "陆峰")),
        ("某某经济开发区规建局局长李铭", ("某某经济开发区规建局", "局长", "李铭")),
        ("人民银行某某支行陈军", ("人民银行某某支行", None, "陈军")),
        ("林涛同志", (None, None, "林涛")),
        ("董事会秘书东方白", (None, "董事会秘书", "东方白")),
        ("安全总监濮阳川", (None, "安全总监", "濮阳川")),
        ("交通运输局苏定方舟", ("交通运输局", None, "苏定方舟")),
        ("组织委员田小满", (None, "组织委员", "田小满")),
        ("全体村民代表", None),
        ("县财政局副局长李明代表", ("县财政局", "代表", "李明")),
        ("县财政局局长李明首先", None),
        ("市政府办公室", None),
        ("市水利局", None),
        ("张", None),
        ("", None),
    ],
)
def test_entry_is_split(entry: str, parts: tuple[str | None, str | None, str] | None) -> None:
    assert split_person(entry) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王一", True),
        ("水利局", False),
        ("负责", False),
        ("关于医", False),
        ("李书记", False),
        ("a", False),
        ("司马光", True),
        ("公冶长庚", True),
        ("濮阳市", False),
    ],
)
def test_name(text: str, expected: bool) -> None:
    assert is_name(text) is expected


def test_units_end_as_units() -> None:
    assert ends_as_unit("市纪委监委")
    assert not ends_as_unit("市水务局徐")
