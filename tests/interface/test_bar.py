"""The bar above every tab."""

from __future__ import annotations

from pipeline.interface.bar import render_bar
from pipeline.interface.language import speaking
from tests.interface.papers import EVIL, assert_harmless


def test_how_answers_are_made_is_explained() -> None:
    assert 'title="不用模型，答案直接摘自原文"' in render_bar(documents=3, mode="摘录模式")
    assert "title=" not in render_bar(documents=3, mode="模型 qwen")


def test_the_bar_says_how_things_stand() -> None:
    page = render_bar(documents=1234, mode="摘录模式")
    assert "1234 份文件" in page and "摘录模式" in page and "logout" not in page and "<h1" in page


def test_who_is_signed_in_can_sign_out() -> None:
    page = render_bar(documents=1, mode="", account=EVIL)
    assert_harmless(page)
    assert 'href="logout"' in page


def test_the_switch_offers_the_other_language() -> None:
    assert 'data-language="en"' in render_bar(documents=1, mode="") and ">English<" in render_bar(documents=1, mode="")
    with speaking("en"):
        page = render_bar(documents=1, mode="Verbatim mode")
    assert 'data-language="zh"' in page and "1 document<" in page
