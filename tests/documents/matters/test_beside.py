"""What is decided outside the items has rows of its own, and the last item does not swallow it."""

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows
from pipeline.minutes import Document

_HEAD = "某县政府第9次常务会议纪要\n2024年4月18日，县长周明主持召开县政府第9次常务会议。现纪要如下：\n"
_ITEMS = """一、审议《公路养护办法》
会议听取了县交通局的汇报。会议通过该办法，由县交通局印发。
二、研究水库加固
会议听取了县水利局的汇报。会议同意加固方案。
"""
Told = tuple[str, tuple[str, ...], str | None]


def _read(behind: str) -> Document:
    return parse_text(f"{_HEAD}{_ITEMS}{behind}")


def _told(document: Document) -> list[Told]:
    return [(row.text, row.lead_units, row.deadline_text) for row in rows("d", document) if row.item is None]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("会议议定事项由县政府督查室负责督办。", [("会议议定事项由县政府督查室负责督办。", ("县政府督查室",), None)]),
        (
            "另外，会上说定的事，请县政府办公室每月核对一次。",
            [("另外，会上说定的事，请县政府办公室每月核对一次。", ("县政府办公室",), "每月")],
        ),
        ("以上工作须在8月31日前完成。", [("以上工作须在8月31日前完成。", (), "8月31日前")]),
        (
            "会议还议定，值班值守由县应急局牵头，5月底前落实。",
            [("会议还议定，值班值守由县应急局牵头，5月底前落实。", ("县应急局",), "5月底前")],
        ),
        (
            "会议还议定：\n1.县统计局4月30日前完成核验。\n2.请县政府办公室清理文件。",
            [
                ("县统计局4月30日前完成核验。", ("县统计局",), "4月30日前"),
                ("请县政府办公室清理文件。", ("县政府办公室",), None),
            ],
        ),
        (
            "以上各项，由县政府督查室负责督办，每月25日前通报。",
            [("以上各项，由县政府督查室负责督办，每月25日前通报。", ("县政府督查室",), "每月25日前")],
        ),
        (
            "其他事项：请县民政局6月底前摸清底数。",
            [("请县民政局6月底前摸清底数。", ("县民政局",), "6月底前")],
        ),
        (
            "会议还审议通过了《投资办法》，由县政府办公室印发执行。",
            [("会议还审议通过了《投资办法》", (), None), ("由县政府办公室印发执行。", ("县政府办公室",), None)],
        ),
    ],
    ids=[
        "督办",
        "会上说定的事",
        "以上工作",
        "还议定",
        "还议定 in points",
        "以上各项",
        "其他事项",
        "behind another matter",
    ],
)
def test_what_belongs_to_no_item_has_rows_without_one(behind: str, expected: list[Told]) -> None:
    document = _read(behind)
    assert _told(document) == expected
    assert document.items[-1].end <= document.text.index(behind[:6])
    assert [outcome.class_ for item in document.items for outcome in item.outcomes] == ["approved", "approved"]


def test_what_was_left_over_is_put_off_under_its_own_heading() -> None:
    document = _read("遗留问题：图书馆改造，待资金落实后再议。")
    [row] = [row for row in rows("d", document) if row.item is None]
    assert (row.item_title, row.text, row.outcome) == ("遗留问题", "图书馆改造，待资金落实后再议。", "deferred")
    assert document.items[-1].next_step is None


def test_the_works_above_are_the_points_of_the_item_where_it_has_several() -> None:
    document = _read("会议要求：\n1.由县水利局测量。\n2.由县财政局拨款。\n以上工作由县长助理统筹。")
    assert document.tail is None
    assert "以上工作由县长助理统筹" in document.text[document.items[-1].start : document.items[-1].end]


def test_tasks_before_the_first_item_are_told_and_who_was_there_is_not() -> None:
    text = f"{_HEAD}会前通报了防汛情况，县水利局要每日巡查水库。\n{_ITEMS}"
    assert _told(parse_text(text)) == [("会前通报了防汛情况，县水利局要每日巡查水库。", ("县水利局",), "每日")]
    text = f"{_HEAD}应到9名，实到8名，李强委托王敏代为表决。\n{_ITEMS}"
    assert _told(parse_text(text)) == []


def test_every_cell_of_a_row_beside_the_items_is_the_text() -> None:
    document = _read("会议还议定：\n1.县统计局4月30日前完成核验。")
    [row] = [row for row in rows("d", document) if row.item is None]
    assert row.row == "d:beside1:1"
    assert {name: document.quote(span) for name, span in row.spans.items() if name != "date"} == {
        "text": "县统计局4月30日前完成核验。",
        "lead_units.0": "县统计局",
        "deadline_text": "4月30日前",
        "meeting": "某县政府第9次常务会议",
    }


def test_what_was_learnt_before_the_first_item_has_a_row() -> None:
    document = parse_text(f"{_HEAD}会前，会议集体学习了《档案法》，王敏领学。\n{_ITEMS}")
    [row] = [row for row in rows("d", document) if row.item is None]
    assert (row.outcome, row.text) == ("studied", "会前，会议集体学习了《档案法》")


def test_other_matters_in_heavy_brackets_belong_to_no_item() -> None:
    text = "某镇办公会纪要\n一、修渠\n同意修渠。\n二、低保\n同意新增3户。\n【其他】\n请各办公室8月1日前报送总结。\n"
    assert [(row.item, row.lead_units) for row in rows("d", parse_text(text))][-1] == (None, ("各办公室",))
