"""The class of body that a question asks for, and what names one of it."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.classes import CLASSES, TOGETHER, UNNAMED


@pytest.mark.parametrize(
    ("question", "text", "named"),
    [
        ("哪家公司中标", "由市第二医院承担", False),
        ("哪家公司中标", "由远山建工集团承担", True),
        ("抽检是哪家第三方做的", "由市住建局委托第三方抽检", False),
        ("抽检是哪家第三方做的", "委托远山检测公司抽检", True),
        ("画册由哪家出版社印", "由县民宗委编印画册", False),
        ("古渡是哪个朝代的", "距古渡遗址仅12米", False),
        ("旧船委托哪家拍卖行", "由综合部组织拍卖", False),
        ("旧船委托哪家拍卖行", "委托远山拍卖有限公司", True),
        ("中标的施工单位是哪家", "施工单位要恢复路面", False),
        ("中标的施工单位是哪家", "由远山建工集团施工", True),
        ("委托的是哪家检测机构", "请专业机构完成检测", False),
        ("委托的是哪家检测机构", "委托省船舶检验所检测", True),
    ],
)
def test_a_body_of_the_class_is_named(question: str, text: str, named: bool) -> None:
    asked = [held for of, held in CLASSES if of.search(question)]
    assert asked
    assert all(held.search(text) for held in asked) is named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("由经发办受理申请、综合行政执法队审核", True),
        ("由民生服务股负责", True),
        ("由居民自行申请办理", False),
    ],
)
def test_a_section_of_a_house_has_many_names(text: str, named: bool) -> None:
    held = next(held for of, held in CLASSES if of.search("材料交到哪个科室"))
    assert bool(held.search(text)) is named


def test_names_before_the_word_for_what_they_are() -> None:
    assert TOGETHER.findall("东渡、槐岸两个社区先试") == ["东渡、槐岸两个社区"]
    assert not TOGETHER.findall("先在两个社区试")


def test_what_a_body_does_is_no_name() -> None:
    assert UNNAMED.sub("，", "由中标企业接续用工") == "由，接续用工"
    assert UNNAMED.sub("，", "由远山公司接续用工") == "由远山公司接续用工"
