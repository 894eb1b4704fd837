"""The check: every invention is found, and a true paraphrase passes."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check, check_sources, sources_of
from pipeline.generation.checking.source import Source
from pipeline.generation.cite import Citation

STAMP = "临政纪〔2021〕6号\n市政府第12次常务会议\n2021-03-08\n第二项"
HEAD = "3月8日上午，郑远航市长主持召开市政府第12次常务会议，现纪要如下："
ITEM = """二、讨论《关于深化水网治理的工作方案（试行）》
会议听取了市水利局副局长徐 岚《关于深化水网治理的工作方案（试行）》起草情况的汇报。
会议明确：
1. 由市水利局牵头，市财政局、市环保局配合，6月底前完成管网普查，争取年底前建成水质监测平台。
2. 安排专项资金不少于1200万元，改造泵站近30座，新增监测点48个、巡河员120余人，水质优良比例达到72.5%。
3. 未完成普查的镇不得安排新项目，引导企业尽量不占用河道。
会议原则通过上述文件，要求相关部门修改完善后提交市委常委会讨论。"""
ROLL = """出席：郑远航  沈  岚  高志成
列席：唐  宁，市水利局徐  岚，市财政局孟  凡，市发改委（粮食局）罗  晴。
请假：吴敏
记录：白  露"""
RESOLVED = """一、同意《甲园规划》。
二、不同意《乙桥改造方案》。
三、原则同意《丙湖保护条例》，报市委批准后实施。
四、《丁路命名》暂缓，下次会议再议。"""
TEXTS = {"head": HEAD, "item": ITEM, "roll": ROLL, "resolved": RESOLVED}

TRUE = [
    ("chair", "市政府第12次常务会议由郑远航主持。", "head"),
    ("chair-with-post", "市长郑远航主持召开了市政府第12次常务会议。", "head"),
    ("chair-as-field", "主持人：郑远航", "head"),
    ("bare-name", "郑远航", "head"),
    ("year-from-the-stamp", "会议于2021年3月8日召开。", "head"),
    ("year-and-meeting", "2021年第12次常务会议由郑远航主持。", "head"),
    ("number-of-the-document", "据临政纪〔2021〕6号，会议由郑远航主持。", "head"),
    ("brackets-of-the-number", "据临政纪[2021]6号，会议由郑远航主持。", "head"),
    ("chinese-date", "会议于二〇二一年三月八日召开。", "head"),
    ("meeting-in-chinese-numerals", "第十二次常务会议由郑远航主持。", "head"),
    ("who-reported", "《关于深化水网治理的工作方案（试行）》由市水利局副局长徐岚汇报。", "item"),
    ("who-reported-short", "徐岚汇报。", "item"),
    ("name-without-padding", "汇报人是徐岚。", "item"),
    ("unit-renamed", "由市水务局牵头。", "item"),
    ("unit-without-level", "水利局牵头，财政局配合。", "item"),
    ("lead-as-field", "牵头单位：市水利局", "item"),
    ("support-as-field", "配合单位：市财政局、市环保局", "item"),
    ("support-list", "市财政局、市环保局配合。", "item"),
    ("support-renamed", "市生态环境局配合。", "item"),
    ("deadline", "6月底前完成管网普查。", "item"),
    ("deadline-with-year", "管网普查要在2021年6月底前完成。", "item"),
    ("hedge-kept", "力争年底前建成水质监测平台。", "item"),
    ("money", "安排专项资金不少于1200万元。", "item"),
    ("money-other-bound-word", "专项资金至少1200万元。", "item"),
    ("money-in-chinese", "专项资金不少于一千二百万元。", "item"),
    ("money-full-width", "专项资金不少于１２００万元。", "item"),
    ("money-in-hundred-millions", "专项资金不少于0.12亿元。", "item"),
    ("money-with-comma", "专项资金不少于12,000,000元。", "item"),
    ("near", "改造泵站约30座。", "item"),
    ("near-in-chinese", "改造泵站近三十座。", "item"),
    ("over", "巡河员超过120人。", "item"),
    ("over-other-measure", "巡河员120多名。", "item"),
    ("percentage", "水质优良比例达到百分之七十二点五。", "item"),
    ("percentage-sign", "水质优良比例达72.5％。", "item"),
    ("count", "新增监测点48个。", "item"),
    ("negation-kept", "没有完成普查的镇，不得安排新项目。", "item"),
    ("verdict", "会议原则通过《关于深化水网治理的工作方案（试行）》。", "item"),
    ("verdict-alone", "原则通过", "item"),
    ("verdict-with-condition", "原则通过，修改完善后提交市委常委会讨论。", "item"),
    ("next-step-with-condition", "修改完善后提交市委常委会讨论。", "item"),
    ("quotation", "由市水利局牵头，市财政局、市环保局配合，6月底前完成管网普查，争取年底前建成水质监测平台。", "item"),
    ("labelled-quotation", "2. 安排专项资金不少于1200万元，改造泵站近30座", "item"),
    ("item-ordinal", "第二项议题由徐岚汇报。", "item"),
    ("present", "沈岚出席了会议。", "roll"),
    ("observer", "市水利局徐岚列席会议。", "roll"),
    ("observer-took-part", "唐宁参加了会议。", "roll"),
    ("absent", "吴敏请假。", "roll"),
    ("recorder", "记录人：白露", "roll"),
    ("list-of-those-present", "出席：郑远航、沈岚、高志成", "roll"),
    ("unit-with-brackets", "市发改委罗晴列席。", "roll"),
    ("agreed", "会议同意《甲园规划》。", "resolved"),
    ("rejected", "会议不同意《乙桥改造方案》。", "resolved"),
    ("two-verdicts", "会议同意《甲园规划》，不同意《乙桥改造方案》。", "resolved"),
    ("pending-approval", "原则同意《丙湖保护条例》，报市委批准后实施。", "resolved"),
    ("deferred", "《丁路命名》暂缓。", "resolved"),
]

INVENTED = [
    ("other-chair", "市政府第12次常务会议由沈岚主持。", "head"),
    ("chair-unheard-of", "会议由王小明主持。", "head"),
    ("other-post", "副市长郑远航主持召开市政府第12次常务会议。", "head"),
    ("other-meeting", "市政府第13次常务会议由郑远航主持。", "head"),
    ("other-day", "会议于3月9日召开。", "head"),
    ("other-year", "会议于2020年3月8日召开。", "head"),
    ("other-year-alone", "2022年第12次常务会议由郑远航主持。", "head"),
    ("other-half-of-the-day", "会议于3月8日下午召开。", "head"),
    ("other-document-number", "据临政纪〔2021〕7号，会议由郑远航主持。", "head"),
    ("other-year-of-the-number", "据临政纪〔2020〕6号，会议由郑远航主持。", "head"),
    ("swapped-reporter", "该方案由孟凡汇报。", "item"),
    ("upgraded-post", "市水利局局长徐岚汇报了该方案。", "item"),
    ("other-unit-of-the-reporter", "市财政局副局长徐岚汇报了该方案。", "item"),
    ("other-title", "会议原则通过《关于深化路网治理的工作方案》。", "item"),
    ("swapped-roles", "由市财政局牵头，市水利局配合。", "item"),
    ("lead-of-a-supporter", "市环保局牵头。", "item"),
    ("supporter-as-field", "配合单位：市水利局", "item"),
    ("unit-unheard-of", "市教育局配合。", "item"),
    ("other-level", "由省水利局牵头。", "item"),
    ("changed-deadline", "7月底前完成管网普查。", "item"),
    ("deadline-part-dropped", "6月前完成管网普查。", "item"),
    ("deadline-bound-dropped", "管网普查在6月底完成。", "item"),
    ("deadline-other-part", "6月中旬前完成管网普查。", "item"),
    ("added-deadline", "9月底前安排专项资金不少于1200万元。", "item"),
    ("added-soft-deadline", "尽快安排专项资金不少于1200万元。", "item"),
    ("hedge-dropped", "年底前建成水质监测平台。", "item"),
    ("changed-digit", "安排专项资金不少于1300万元。", "item"),
    ("changed-multiple", "安排专项资金不少于1200亿元。", "item"),
    ("changed-currency", "安排专项资金不少于1200万美元。", "item"),
    ("money-bound-dropped", "安排专项资金1200万元。", "item"),
    ("money-bound-reversed", "安排专项资金不超过1200万元。", "item"),
    ("near-dropped", "改造泵站30座。", "item"),
    ("near-to-over", "改造泵站超30座。", "item"),
    ("changed-measure", "改造泵站近30公里。", "item"),
    ("over-dropped", "巡河员120人。", "item"),
    ("swapped-numbers", "新增监测点120余个。", "item"),
    ("percentage-changed", "水质优良比例达到75.2%。", "item"),
    ("percentage-to-points", "水质优良比例提高72.5个百分点。", "item"),
    ("negation-dropped", "未完成普查的镇可以安排新项目。", "item"),
    ("negation-dropped-by-hedge", "引导企业占用河道。", "item"),
    ("upgraded-verdict", "会议通过《关于深化水网治理的工作方案（试行）》。", "item"),
    ("other-degree", "会议原则同意《关于深化水网治理的工作方案（试行）》。", "item"),
    ("approved", "会议批准了该方案。", "item"),
    ("agreed-instead", "会议同意该方案。", "item"),
    ("passed-by-the-committee", "市委常委会通过了该方案。", "item"),
    ("condition-dropped", "会议要求提交市委常委会讨论。", "item"),
    ("added-negation", "会议没有通过该方案。", "item"),
    ("present-as-observer", "沈岚列席了会议。", "roll"),
    ("observer-as-present", "市财政局孟凡出席了会议。", "roll"),
    ("absent-as-present", "吴敏出席了会议。", "roll"),
    ("present-as-absent", "高志成请假。", "roll"),
    ("not-present", "高志成没有出席会议。", "roll"),
    ("other-recorder", "记录人：唐宁", "roll"),
    ("other-unit-of-an-observer", "市财政局徐岚列席。", "roll"),
    ("one-too-many", "出席：郑远航、沈岚、高志成、唐宁", "roll"),
    ("stranger-in-a-list", "出席：郑远航、沈岚、钱小军", "roll"),
    ("negation-of-a-verdict-dropped", "会议同意《乙桥改造方案》。", "resolved"),
    ("verdict-of-the-neighbour", "会议不同意《甲园规划》。", "resolved"),
    ("principle-dropped", "会议同意《丙湖保护条例》。", "resolved"),
    ("pending-as-done", "市委批准了《丙湖保护条例》。", "resolved"),
    ("approval-condition-dropped", "原则同意《丙湖保护条例》并实施。", "resolved"),
    ("deferred-as-agreed", "会议同意《丁路命名》。", "resolved"),
    ("no-such-title", "会议同意《戊山规划》。", "resolved"),
]


@pytest.mark.parametrize(("statement", "text"), [case[1:] for case in TRUE], ids=[case[0] for case in TRUE])
def test_a_true_paraphrase_is_verified(statement: str, text: str) -> None:
    assert check(statement, [TEXTS[text]], context=STAMP) == []


@pytest.mark.parametrize(("statement", "text"), [case[1:] for case in INVENTED], ids=[case[0] for case in INVENTED])
def test_an_invention_is_found(statement: str, text: str) -> None:
    problems = check(statement, [TEXTS[text]], context=STAMP)
    assert problems
    assert all(problem.kind and problem.message for problem in problems)


@pytest.mark.parametrize("quotes", [[], [""], [" \n"]], ids=["none", "empty", "blank"])
def test_what_has_no_source_is_no_fact(quotes: list[str]) -> None:
    assert [problem.kind for problem in check("会议由郑远航主持。", quotes, context=STAMP)] == ["uncited"]


def test_a_counted_number_needs_no_wording() -> None:
    quotes = ["一、讨论甲", "二、讨论乙", "三、讨论丙"]
    assert check("会议共有3项议题。", quotes) != []
    assert check("会议共有3项议题。", quotes, counted=3) == []
    assert check("会议共有4项议题。", quotes, counted=3) != []


def _citation(quote: str, *, document: str, item: str | None) -> Citation:
    return Citation(
        document_id=document,
        file=f"{document}.txt",
        document_number=None,
        meeting=f"市政府第{document}次会议",
        date=None,
        item=item,
        item_title=None,
        quote=quote,
        start=0,
        end=len(quote),
        page=None,
    )


PARK, BRIDGE = (
    "会议听取了市城管局局长周明关于停车的汇报。原则通过。",
    "会议听取了市交通局局长何畏关于桥梁的汇报。不同意。",
)


def test_two_items_never_prove_one_clause_together() -> None:
    sources = sources_of([_citation(PARK, document="a", item="一"), _citation(BRIDGE, document="a", item="二")])
    assert len(sources) == 2
    assert check_sources("周明汇报停车，何畏汇报桥梁。", sources) == []
    assert check_sources("周明汇报停车，会议不同意。", sources) != []
    assert check_sources("市交通局局长周明汇报。", sources) != []


def test_two_documents_never_prove_one_clause_together() -> None:
    chairs = [
        _citation("周明主持召开会议。", document="4", item=None),
        _citation("何畏主持召开会议。", document="5", item=None),
    ]
    sources = sources_of(chairs)
    assert check_sources("第4次会议由周明主持，第5次会议由何畏主持。", sources) == []
    assert check_sources("第4次会议由何畏主持。", sources) != []


def test_the_head_of_a_document_supports_its_items() -> None:
    outside = _citation("3月8日，郑远航主持召开会议。", document="a", item=None)
    (source,) = sources_of([outside, _citation(PARK, document="a", item="一")])
    assert isinstance(source, Source)
    assert check_sources("在3月8日的会议上，周明汇报。", [source]) == []


def test_a_list_takes_each_entry_from_its_own_place() -> None:
    sources = sources_of(
        [_citation(f"会议原则通过《{name}》。", document="a", item=name) for name in ("甲", "乙", "丙")]
    )
    assert check_sources("会议原则通过《甲》、《乙》、《丙》。", sources) == []
    assert check_sources("会议原则通过《甲》、《乙》、《丁》。", sources) != []


def test_what_is_said_to_be_absent_must_not_be_there() -> None:
    roll = [Source(ROLL, STAMP)]
    assert check_sources("第12次常务会议的出席、列席名单中没有钱小军。", roll, absent=("钱小军",)) == []
    assert check_sources("第12次常务会议的出席、列席名单中没有孟凡。", roll, absent=("孟凡",)) != []
    assert check_sources("第12次常务会议的出席、列席名单中没有钱小军。", roll) != []
