from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.readers.grid import lines_of_table


def table(*rows: str) -> list[str]:
    """Read 「甲/乙|丙」: cells parted by upright strokes, their paragraphs by slashes."""
    return list(lines_of_table([[cell.split("/") if cell else [] for cell in row.split("|")] for row in rows]))


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (["甲|乙", "丙|丁"], ["甲\t乙", "丙\t丁"]),
        (["序号|议题|决定", "1|停车/办法|同意"], ["序号\t议题\t决定", "1\t停车 办法\t同意"]),
        (["序号|议题|决定", "1|停车|"], ["序号\t议题\t决定", "1\t停车\t"]),
        (
            ["议题名称|会议决定", "停车|同意。/由市城管局牵头。"],
            ["议题名称\t会议决定", "停车\t同意。 由市城管局牵头。"],
        ),
        (["时间|2021年6月9日|地点|三楼", "记录|唐小芳||"], ["时间\t2021年6月9日\t地点\t三楼", "记录\t唐小芳"]),
        (["会议内容|一、停车办法/会议同意。"], ["会议内容", "一、停车办法", "会议同意。"]),
        (["出席人员|罗志平、覃永福/韦德强"], ["出席人员\t罗志平、覃永福", "韦德强"]),
        (["会/议/内/容|1.停车/2.供水"], ["会议内容", "1.停车", "2.供水"]),
        (["一、停车办法/会议同意。"], ["一、停车办法", "会议同意。"]),
        (["||", "甲||"], ["甲"]),
        ([], []),
    ],
    ids=[
        "plain",
        "matters",
        "last cell empty",
        "two columns",
        "form",
        "record in a form",
        "list in a form",
        "upright label",
        "one cell",
        "empty",
        "none",
    ],
)
def test_lines(rows: list[str], lines: list[str]) -> None:
    assert table(*rows) == lines


def test_the_parser_reads_the_lines_as_a_table() -> None:
    lines = table(
        "临江县人民政府常务会议纪要",
        "序号|议题名称|会议纪要|责任单位|完成时间",
        "1|农村公路养护|会议原则通过该办法。/由县交通运输局印发实施。|县交通运输局|7月底前",
        "2|城南大桥检修|会议同意检修方案。||8月底前",
    )
    items = parse_text("\n".join(lines)).items
    assert [item.title for item in items] == ["农村公路养护", "城南大桥检修"]
    assert items[0].points[0].lead_units == ("县交通运输局",)


def test_the_parser_reads_a_record_within_a_form() -> None:
    rows = ["会议时间|2021年6月9日|主持人|罗志平", "会议内容|一、审议停车办法/会议原则通过。/二、研究供水/会议同意。"]
    items = parse_text("县政府常务会议纪要\n" + "\n".join(table(*rows))).items
    assert [item.label for item in items] == ["一", "二"]
