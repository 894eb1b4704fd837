"""The check: every invention is found, and a true paraphrase passes."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check, check_sources
from pipeline.generation.checking.cited import sources_of
from pipeline.generation.checking.reading.source import Source
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


def _citation(quote: str, *, document: str, item: str | None, title: str | None = None) -> Citation:
    return Citation(
        document_id=document,
        file=f"{document}.txt",
        document_number=None,
        meeting=f"市政府第{document}次会议",
        date=None,
        item=item,
        item_title=title,
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


BRIDGE_TITLE = "甲公司关于提高容积率的申请"


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        pytest.param(f"{BRIDGE_TITLE}：不同意", "不同意", id="rejected"),
        pytest.param(f"{BRIDGE_TITLE}：不同意", "会议不同意该申请", id="rejected-by-a-sentence"),
        pytest.param(f"{BRIDGE_TITLE}：通过", "通过", id="passed-by-a-word"),
        pytest.param(f"{BRIDGE_TITLE}：原则同意", "会议原则同意2019年的安排", id="agreed"),
        pytest.param(BRIDGE_TITLE, "会议不同意该申请", id="the-title-alone"),
    ],
)
def test_a_line_of_a_list_cites_the_outcome_and_the_heading(statement: str, verdict: str) -> None:
    heading = f"五、{BRIDGE_TITLE}（汇报人：万里程）"
    citations = [_citation(quote, document="a", item="五", title=BRIDGE_TITLE) for quote in (verdict, heading)]
    assert check_sources(statement, sources_of(citations)) == []
    assert check_sources(f"{BRIDGE_TITLE}：批准", sources_of(citations)) != []


def test_two_quotes_of_an_item_never_prove_one_clause_together() -> None:
    quotes = ("由市水务局牵头清淤，6月底前完成。", "市财政局安排资金30万元。")
    sources = sources_of([_citation(quote, document="a", item="一", title="清淤") for quote in quotes])
    assert check_sources("市水务局6月底前完成清淤，市财政局安排资金30万元。", sources) == []
    assert check_sources("市财政局6月底前安排资金30万元。", sources) != []


def test_a_cause_and_its_consequence_are_of_one_source() -> None:
    quotes = ("甲地块因学位不足，不纳入本批次。", "同意将生均补助由500元提高至800元。")
    sources = sources_of([_citation(quote, document="a", item="一", title="补助") for quote in quotes])
    assert check_sources("由于甲地块学位不足，会议同意将生均补助由500元提高至800元。", sources) != []


SAID = [
    ("means", "由县政府办公室通过门户网站公布。", "由县政府办公室在门户网站公布。"),
    ("shares", "资金由区财政与镇街六四分担。", "资金由区财政与镇街按6:4比例分担。"),
    ("months", "今年前8个月增长11.6%。", "会议指出，1—8月增长11.6%。"),
    ("no-vote-against", "议案以9票同意、无反对无弃权获得通过。", "表决结果：同意9票，反对0票，弃权0票。议案获得通过。"),
    ("end-of-a-month", "2021年7月底前报市国资委。", "7月31日前报市国资委。"),
    ("no-other-way", "满意度没有达到约定的75分。", "满意度低于约定的75分。"),
    ("alias", "报市卫健委批准之后再采购。", "报市卫生健康委员会批准后采购。"),
    ("upper-limit", "利率最高3.85%。", "利率上限3.85%。"),
    ("not-below", "资金不得低于0.45亿元。", "资金不少于4500万元。"),
    ("all-of-a-number", "5月15日前22处点位全部封堵。", "其中旱天出流的22处须于5月15日前封堵到位。"),
    ("counted-aloud", "市编办要从编制、经费和待遇三个方面给予支持。", "市编办要在编制、经费、待遇上给予支持。"),
    ("by-way-of", "办法经市政府常务会议审议通过。", "办法已经市政府常务会议审议通过。"),
]
UNSAID = [
    ("wider", "全市企业都要安装监控。", "经开区39家企业全部安装监控。"),
    ("each-of-several", "每条航线补贴不超过3200万元。", "三条航线补贴总额不超过3200万元。"),
    ("rate-dropped", "投资不低于450万元。", "投资强度不低于450万元/亩。"),
    ("every-house", "名单中的各户都有异议。", "名单中一户有异议。"),
    ("estimate-dropped", "经费6120万元。", "测算经费6120万元。"),
    ("need-dropped", "对小微企业可以缓收。", "对确有困难的小微企业可以缓收。"),
    ("turned-round", "用地由居住用地调整为仓储用地。", "用地由仓储用地调整为居住用地。"),
    ("who-leads", "由监察室牵头，基础教育处监督。", "由基础教育处牵头，监察室全程监督。"),
    ("neighbour", "会议同意设立专项基金。", "同意授予王海燕称号，原则同意设立专项基金。"),
    ("on-behalf", "由市发改局重新评审。", "由市发改局委托第三方重新评审。"),
    ("not-yet", "停车收费听证程序已经完成。", "停车收费听证程序尚未完成。"),
]


@pytest.mark.parametrize(("statement", "quote"), [case[1:] for case in SAID], ids=[case[0] for case in SAID])
def test_what_is_said_in_other_words(statement: str, quote: str) -> None:
    assert check(statement, [quote], context=STAMP) == []


@pytest.mark.parametrize(("statement", "quote"), [case[1:] for case in UNSAID], ids=[case[0] for case in UNSAID])
def test_what_is_not_quite_said(statement: str, quote: str) -> None:
    assert check(statement, [quote], context=STAMP)


def test_a_sentence_too_long_to_compare_is_flagged_unless_it_is_the_text() -> None:
    text = "由市财政局牵头，" * 300 + "市水利局配合。"
    assert [problem.kind for problem in check(f"会议同意，{text}", [text])] == ["length"]
    assert check(text, [text]) == []


@pytest.mark.parametrize(
    ("said", "quotes", "holds"),
    [
        # the condition stands in the clause before
        ("护栏由港航局修，浮标停放方案则由船务科会同安监科修改，9月5日前再报港务会。", 2, True),
        # 关于…的议案未获通过 has a verdict and is no topic of what follows
        ("关于收购渡船的议案未获通过，浮标年会定于9月8日召开。", 3, True),
        ("关于收购渡船的议案未获通过，浮标年会定于9月9日召开。", 3, False),
        # what opens with 已 may name a matter of its own
        ("护栏经费列入预算，已完浮标工程款由船务科在9月5日前拨付。", 4, True),
    ],
)
def test_clauses_of_two_places(said: str, quotes: int, holds: bool) -> None:
    told = {
        2: ["护栏由港航局修。", "浮标停放方案口径不一致，请船务科会同安监科修改后于9月5日前再报港务会。"],
        3: ["未通过《关于收购渡船的议案》", "定于9月8日召开浮标年会。"],
        4: ["护栏经费列入预算。", "船务科要在9月5日前拨付已完浮标工程款。"],
    }[quotes]
    assert (check_sources(said, [Source(quote, "2031-03-02") for quote in told]) == []) is holds


@pytest.mark.parametrize(
    ("said", "quote", "holds"),
    [
        ("由管委会的方禾负责牵头修护栏。", "请方禾同志牵头修护栏。", True),
        ("副局长方禾认为护栏尚不牢固，因而持保留意见。", "副局长方禾对开航持保留意见，认为护栏尚不牢固。", True),
        ("护栏每段最小500米。", "护栏每段不得小于500米。", True),
        ("二十三处护栏须修缮。", "1．23处护栏须修缮。", True),
        ("航标灯没人受伤。", "航标灯倒塌，无人员受伤。", True),
        ("航标灯倒塌，有人员受伤。", "航标灯倒塌，无人员受伤。", False),
        ("先不定，等论证完再说。", "护栏改建论证后再定。", True),
        ("追加的5万元从预备费列支。", "同意追加预算5万元，追加部分从预备费列支。", True),
        ("浮标停航审批已获准。", "不同意浮标停航审批。", False),
        ("今年完成浮标更换。", "年内完成浮标更换。", True),
    ],
)
def test_other_words_for_the_same_thing(said: str, quote: str, holds: bool) -> None:
    assert (check(said, [quote], context="东湾管委会纪要\n2031-03-02") == []) is holds
