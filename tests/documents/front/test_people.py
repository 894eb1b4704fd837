from __future__ import annotations

import pytest

from pipeline.documents.front.people import read_people
from pipeline.documents.text.clean import fold

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
        (
            "院办甄诚、医务处边秋、财务\n处宣磐、总务处孙良",
            [("院办", "甄诚"), ("医务处", "边秋"), ("财务处", "宣磐"), ("总务处", "孙良")],
        ),
        ("东岭、西岭、安河3个村党支部书记", []),
        ("院办、医务部、安保科、财务科负责人", []),
        ("张明、李强、有关部门负责人", [(None, "张明"), (None, "李强")]),
        ("第一、三议题邀请区人大代表孙丽、区政协委员冯洁列席", [("区人大", "孙丽"), ("区政协", "冯洁")]),
        ("职工代表黎满（列席议题2）、某集团派员", [(None, "黎满")]),
        ("纪工委书记司徒明、食品安全总监伍思", [(None, "司徒明"), (None, "伍思")]),
        ("副校长 晏谦（赴教育部参会）", [(None, "晏谦")]),
        (
            "城中区政府　梁坤、莫玲\n市城投集团　龙佑",
            [("城中区政府", "梁坤"), ("城中区政府", "莫玲"), ("市城投集团", "龙佑")],
        ),
        ("县财政局 金  科、沙岭镇 庄  稼", [("县财政局", "金科"), ("沙岭镇", "庄稼")]),
        ("县长助理 海   啸, 副县长 井   田", [(None, "海啸"), (None, "井田")]),
        ("党维新  党校生  乌　兰", [(None, "党维新"), (None, "党校生"), (None, "乌兰")]),
        ("市人大常委会  方  明    市政协  邹国良", [("市人大常委会", "方明"), ("市政协", "邹国良")]),
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
        (
            "市水利局 李 娜、王 小明、党组成员  扈  三思",
            [("市水利局", "李娜"), ("市水利局", "王小明"), (None, "扈三思")],
        ),
        ("副市长 张 明 华、单  于（副市长）", [(None, "张明华"), (None, "单于")]),
        ("石破长空、县自然资源局 江上清风", [(None, "石破长空"), ("县自然资源局", "江上清风")]),
        ("安全生产、计划财务、党政办公、村民代表", []),
        ("市政府副秘书长黄明、市政协副主席宫羽应邀参加", [("市政府", "黄明"), ("市政协", "宫羽")]),
        ("校长温玉、总会计师计之然、村文书 布小禾", [(None, "温玉"), (None, "计之然"), ("村", "布小禾")]),
        ("虞白、鹿 鸣\n专家委员：商 羽", [(None, "虞白"), (None, "鹿鸣"), (None, "商羽")]),
        (
            "住建局邬一鸣，城管局尤其\n正，安监局束明山",
            [("住建局", "邬一鸣"), ("城管局", "尤其正"), ("安监局", "束明山")],
        ),
        ("无", []),
        ("各区镇主要负责同志", []),
        ("", []),
    ],
    ids=[
        "padded",
        "units",
        "bracket",
        "wrapped",
        "wrapped within a unit",
        "counted units",
        "units and their heads",
        "names and heads of units",
        "asked in",
        "delegates",
        "posts as units",
        "why away",
        "a unit a line",
        "units padded names",
        "posts padded names",
        "two padded names",
        "units in columns",
        "blank columns",
        "posts",
        "behind",
        "colon",
        "minority",
        "aside",
        "posts only",
        "padded behind units and posts",
        "three padded",
        "four characters",
        "lines of work",
        "invited",
        "posts before rare surnames",
        "a second label",
        "a broken name",
        "none",
        "nobody",
        "empty",
    ],
)
def test_people(text: str, people: list[tuple[str | None, str]]) -> None:
    found = read_people(fold(text), 0, len(text), text=text)
    assert [(person.unit, person.name) for person in found] == people
    assert all(0 <= person.start < person.end <= len(text) for person in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市水利局、高新区管委会", ["市水利局", "高新区管委会"]),
        ("副院长杜若参加援外医疗队、李明因公出差", ["杜若", "李明"]),
        ("李明（由王强代）、张敏等3人", ["李明", "张敏"]),
        ("区委常委、各乡镇、有关部门", []),
        ("无", []),
    ],
    ids=["units", "why", "a stand-in", "posts", "none"],
)
def test_who_was_away(text: str, names: list[str]) -> None:
    assert [person.name for person in read_people(fold(text), 0, len(text), text=text, came=False)] == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("局长张明（副局长王强代）、李敏", [(None, "王强"), (None, "李敏")]),
        ("成员单位负责同志（市水利局由副局长 谷 丰 代）", [("市水利局", "谷丰")]),
        ("老陈（陈 守 信书记）、吴 倩", [(None, "陈守信"), (None, "吴倩")]),
        ("机关党委、基教科、高新区管委会", []),
        ("副市长（民盟）闾丘晏、社区民警小郑", [(None, "闾丘晏"), ("社区", "小郑")]),
        ("小 桥（在市委党校学习）、楼栋长老李（李 福 来）", [(None, "小桥"), (None, "李福来")]),
    ],
    ids=["came instead", "came for a unit", "nickname", "units", "a party", "why, beside a short name"],
)
def test_who_came(text: str, people: list[tuple[str | None, str]]) -> None:
    assert [(one.unit, one.name) for one in read_people(fold(text), 0, len(text), text=text)] == people
