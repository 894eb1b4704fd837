"""Which part a party has, from the words behind its name."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.parts import goes_on_to_support, part_by_name, part_of, word_before


@pytest.mark.parametrize(
    ("text", "party", "word", "part"),
    [
        ("市财政局要加快拨付", "市财政局", "", "obliged"),
        ("市财政局牵头研究", "市财政局", "", "lead"),
        ("市财政局配合", "市财政局", "", "support"),
        ("市财政局参与", "市财政局", "", "beside"),
        ("市财政局研究", "市财政局", "由", "lead"),
        ("市财政局汇报情况", "市财政局", "", None),
        ("市财政局拨付了资金", "市财政局", "", None),
        ("市财政局对三个单位进行了检查", "市财政局", "", None),
        ("市财政局论证", "市财政局", "委托", "alone"),
        ("市财政局论证", "市财政局", "督促", "alone"),
        ("市教育局与投资方做好沟通", "市教育局", "由", "lead"),
        ("市教育局与投资方做好沟通", "市教育局", "", None),
    ],
)
def test_the_part_of_a_party(text: str, party: str, word: str, part: str | None) -> None:
    assert part_of(text, len(party), 0, len(text), word=word, joined=False) == part


def test_a_name_may_tell_the_part() -> None:
    assert part_by_name("各协办单位要重视", (0, 5)) == "support"
    assert part_by_name("各承办单位要重视", (0, 5)) is None


def test_a_clause_that_says_only_how_is_read_with_the_next() -> None:
    text = "各镇要各司其职,积极配合"
    assert goes_on_to_support(text, 2, 7)
    assert not goes_on_to_support("各镇要各司其职,抓好落实", 2, 7)
    assert not goes_on_to_support("各镇要加快进度,积极配合", 2, 7)


def test_the_word_by_which_a_party_is_bidden() -> None:
    assert word_before("委托市交投集团代建", 2) == "委托"
    assert word_before("请市财政局拨付", 1) == "由"
