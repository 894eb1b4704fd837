from __future__ import annotations

import pytest

from pipeline.documents.clean import fold
from pipeline.documents.people import read_people

WRAPPED = "周元鹏\n市人大宣红，市政协提案委徐生，市纪\n委监委陆峰，组织部（科创办）陈林，宣\n传部朱忠。"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("杜明  金  铭  金健宏\n李  文", [(None, "杜明"), (None, "金铭"), (None, "金健宏"), (None, "李文")]),
        ("市水利局徐彬，农商行谢军、高冬", [("市水利局", "徐彬"), ("农商行", "谢军"), ("农商行", "高冬")]),
        ("政法委（综治办）顾群", [("政法委（综治办）", "顾群")]),
        (
            WRAPPED,
            [
                (None, "周元鹏"),
                ("市人大", "宣红"),
                ("市政协提案委", "徐生"),
                ("市纪委监委", "陆峰"),
                ("组织部（科创办）", "陈林"),
                ("宣传部", "朱忠"),
            ],
        ),
        ("区财政局 沈  洁   区住建局 贾林", [("区财政局", "沈洁"), ("区住建局", "贾林")]),
        ("副区长袁　芳、何　勇", [(None, "袁芳"), (None, "何勇")]),
        ("普建华（县教育局）、韦强（出差）", [("县教育局", "普建华"), (None, "韦强")]),
        (
            "市政府办公室：冷静、余波；市发改委：司马相；",
            [("市政府办公室", "冷静"), ("市政府办公室", "余波"), ("市发改委", "司马相")],
        ),
        ("阿依古丽·买买提、木　春", [(None, "阿依古丽·买买提"), (None, "木春")]),
        ("王頵（yūn）、李丽（女）", [(None, "王頵"), (None, "李丽")]),
        ("县委副书记、县长杨帆", [(None, "杨帆")]),
        ("无", []),
        ("各区镇主要负责同志", []),
        ("", []),
    ],
    ids=[
        "padded",
        "units",
        "bracket",
        "wrapped",
        "blank columns",
        "posts",
        "behind",
        "colon",
        "minority",
        "aside",
        "posts only",
        "none",
        "nobody",
        "empty",
    ],
)
def test_people(text: str, people: list[tuple[str | None, str]]) -> None:
    found = read_people(fold(text), 0, len(text), text=text)
    assert [(person.unit, person.name) for person in found] == people
    assert all(0 <= person.start < person.end <= len(text) for person in found)
