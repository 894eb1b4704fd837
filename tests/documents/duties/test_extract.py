"""Who leads and who supports: a table of sentences of very different minutes, and what ties duties to a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.duties.extract import addressed, generic_leads, generic_supports, lead_units, support_units
from tests.documents.paper import passage

TABLE = Path(__file__).with_name("duties.txt").read_text(encoding="utf-8")
CASES = [line.split(" | ") for line in TABLE.splitlines() if line and not line.startswith("#")]


def _listed(cell: str) -> list[str]:
    return [] if cell.strip() == "-" else cell.split()


@pytest.mark.parametrize(("text", "leads", "supports"), CASES, ids=[case[0] for case in CASES])
def test_duties(text: str, leads: str, supports: str) -> None:
    found, helping = lead_units(passage(text)), support_units(passage(text))
    assert sorted(text[unit.span.start : unit.span.end] for unit in found) == sorted(_listed(leads))
    assert sorted(text[unit.span.start : unit.span.end] for unit in helping) == sorted(_listed(supports))


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("由编委办、财政局、人社局等部门牵头研究。", ["编委办", "财政局", "人社局"]),
        ("请魏明副市长、周春副主任分别牵头。", ["魏明副市长", "周春副主任"]),
        ("各板块、各部门要持续深化改革。", ["各板块"]),
        ("教师招聘工作由市教育局会同市人社局完成。", ["市教育局"]),
        ("切实把主办牵头的责任承担起来。", []),
        ("引导基金管理团队要有设置。", []),
        ("在技改基金侧重、园区定位等具体工作上，要有办法。", []),
        ("", []),
    ],
)
def test_leads_stand_in_order(text: str, leads: list[str]) -> None:
    found = lead_units(passage(text))
    assert [unit.name for unit in found] == leads


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        ("会议原则通过上述文件，要求相关部门修改完善后提交市委常委会讨论。", ["相关部门"], []),
        ("请相关单位认真抓好落实。", ["相关单位"], []),
        ("党组成员每半年至少听取1次分管部门汇报。", ["党组成员"], []),
        ("班子成员每人联系一家卫生院。", ["班子成员"], []),
        ("班子成员要每季度下基层调研。", ["班子成员"], []),
        ("由市住建局牵头，有关部门配合，6月底前完成。", [], ["有关部门"]),
        ("由市水务局牵头，会同市财政局等有关部门研究。", [], []),
        ("要会同市有关部门研究建立分担机制。", [], ["市有关部门"]),
        ("在市相关部门的大力支持下开展试点。", [], ["市相关部门"]),
        ("各协办单位也要高度重视，积极主动办理。", [], ["各协办单位"]),
        ("各板块、各相关部门要各司其职，积极配合。", [], ["各相关部门"]),
        ("责任单位：市住建局、各相关单位", ["各相关单位"], []),
        ("现有部门人员不足，有关企业反映强烈。", [], []),
        ("听取了相关部门汇报。", [], []),
    ],
)
def test_who_is_told_without_a_name_stands_apart(text: str, leads: list[str], supports: list[str]) -> None:
    assert [one.name for one in generic_leads(passage(text))] == leads
    assert [one.name for one in generic_supports(passage(text))] == supports
    assert not {*leads, *supports} & {one.name for one in (*lead_units(passage(text)), *support_units(passage(text)))}


def test_whom_a_line_addresses() -> None:
    assert [one.name for one in addressed(passage("望江开发区、相关区镇"))] == ["望江开发区", "相关区镇"]
    assert addressed(passage("以下几点")) == []


def test_a_narrative_obliges_nobody() -> None:
    assert lead_units(passage("市财政局要求各单位自查。"), obliged=False) == []
    assert lead_units(passage("市财政局加强资金监管。"), obliged=False) == []
    assert [unit.name for unit in lead_units(passage("由市财政局牵头整改。"), obliged=False)] == ["市财政局"]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("县财政局整合涉农资金不低于3200万元。", ["县财政局"]),
        ("规范停车秩序，县公安局施划泊位1500个。", ["县公安局"]),
        ("县财政局安排了资金。", []),
        ("县财政局的意见。", []),
    ],
)
def test_in_a_list_of_tasks_who_opens_a_clause_is_to_do_it(text: str, leads: list[str]) -> None:
    assert [unit.name for unit in lead_units(passage(text), listed=True)] == leads
    assert lead_units(passage(text)) == []


def test_one_unit_may_lead_one_clause_and_support_another() -> None:
    text = passage("市住建局牵头编制规划，市住建局配合市水务局改造管网。")
    assert [unit.name for unit in lead_units(text)] == ["市住建局", "市水务局"]
    assert [unit.name for unit in support_units(text)] == ["市住建局"]


_WORDS = [
    "市财政局",
    "各区镇",
    "由",
    "请",
    "会同",
    "牵头",
    "配合",
    "要",
    "、",
    "和",
    "，",
    "。",
    "：",
    "《",
    "》",
    "（",
    "）",
    "责任单位",
    "等部门",
    "改",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=30).map("".join))
def test_every_name_is_the_text_at_its_place(text: str) -> None:
    part = passage(text)
    leads, supports = lead_units(part), support_units(part)
    for unit in (*leads, *supports):
        assert part.flat[unit.span.start : unit.span.end] == unit.name
    assert len({unit.name for unit in leads}) == len(leads)


@pytest.mark.parametrize(
    ("text", "there", "leads", "supports"),
    [
        ("交管站设卡,禁止货车通行", "", ["交管站"], []),
        ("林小满带队跑一趟市场,农技中心派两人随行", "林小满 农技中心", ["林小满"], ["农技中心"]),
        ("缺口由林小满、钱守一到县里争取", "林小满 钱守一", ["林小满", "钱守一"], []),
        ("县纪委书记钱守一盯住这笔账的来龙去脉", "钱守一", ["县纪委书记钱守一"], []),
        ("剩下两户责任到林小满、钱守一", "林小满 钱守一", [], []),
        ("剩下两户由综治中心包到底,责任到林小满、钱守一", "林小满 钱守一", ["综治中心", "林小满", "钱守一"], []),
        ("7月1日前启用(医务科负责,总务科配合)", "", ["医务科"], ["总务科"]),
        ("林小满对付款方式表示担心", "林小满", [], []),
        ("林小满任种植科科长", "林小满", [], []),
        ("以市政府办公室名义印发", "", [], []),
        ("县水利局每日向县委办、县政府办报送水情", "", ["县水利局"], []),
        ("库房由县住建局负责,县自然资源局在用地上予以保障", "", ["县住建局"], ["县自然资源局"]),
        ("农机站管住外来的收割机", "", ["农机站"], []),
        ("管道由水管站包,各村出人帮忙", "", ["水管站"], ["各村"]),
        ("由林小满去跟领舞的几位说清楚,钱守一帮着劝", "林小满 钱守一", ["林小满"], ["钱守一"]),
        ("旁边的房子,社会事务办去办手续", "", ["社会事务办"], []),
        ("青石水政监察站站长每周一报送巡查记录", "", ["青石水政监察站站长"], []),
        ("书记带队,每户出一个人", "", ["书记"], []),
        ("书记带队去了邻村", "", [], []),
        ("会计去跟承包人讲,让他写个承诺书", "", ["会计"], []),
        ("食材验收,站长负责把关", "", ["站长"], []),
        ("市公安局交警支队在开工前15日发布公告", "", ["市公安局交警支队"], []),
        ("生态环境江北分局待企业搬离后60日内完成调查", "", ["生态环境江北分局"], []),
        ("市图书馆改造:工期180天", "", [], []),
        ("秘书由王立群改为林小满", "林小满", ["林小满"], []),
        ("县政府督查室督办", "", ["县政府督查室"], []),
        ("娄明海牵头,尤秀兰、闻立春配合,10月15日前走访一遍", "", ["娄明海"], ["尤秀兰", "闻立春"]),
        ("青石乡境内的保证金,由县财政局预存", "青石乡", ["县财政局"], []),
        ("云山区政府要在5月前关停", "云山区", ["云山区政府"], []),
        ("信息中心赴两家同类学校考察,保卫处派员参加", "", ["信息中心"], ["保卫处"]),
        ("口径统一归市委宣传部,市农业农村局供稿", "", ["市委宣传部"], ["市农业农村局"]),
        ("县水文站:水位27.6米,超警0.1米", "", [], []),
        ("县水文站:每日8时前报水位", "", ["县水文站"], []),
        ("各科室、局属各单位2025年会议费一律压减", "", ["各科室", "局属各单位"], []),
    ],
)
def test_whoever_opens_a_clause_of_what_is_decided_does_it(
    text: str, there: str, leads: list[str], supports: list[str]
) -> None:
    known = frozenset(there.split())
    assert [one.name for one in lead_units(passage(text), listed=True, there=known)] == leads
    assert [one.name for one in support_units(passage(text), listed=True, there=known)] == supports


@pytest.mark.parametrize(
    "text",
    ["会议同意王强同志任县大数据中心副主任。", "门诊排班照旧，儿科每天一人。", "夜市继续按22:30收摊。"],
)
def test_who_is_appointed_or_counted_is_told_nothing(text: str) -> None:
    assert lead_units(passage(text), listed=True) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("会议明确,开工时间由县政府第8次常务会议议定的6月底提前至5月20日。", id="who met"),
        pytest.param("供水改造时间提前至5月20日。", id="a thing by its name"),
        pytest.param("请其书面提交县交通运输局一并研究。", id="to whom it goes"),
    ],
)
def test_nobody_is_told_to_act_by_being_spoken_of(text: str) -> None:
    assert lead_units(passage(text), listed=True) == []


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        ("同意招录社区网格员12名", [], []),
        ("确因科室需要的可以延聘", [], []),
        ("全市农村公路分三年提升", [], []),
        ("老旧社区电梯每年更换一批", [], []),
        ("改革后,产业园管委会内设机构由9个精简为5个", [], []),
        ("由资产办委托有资质的机构评估", ["资产办"], []),
        ("各社区党组织要在5月底前完成换届", ["各社区党组织"], []),
        ("分管局领导在6月底前带队督导2次", ["分管局领导"], []),
        ("由人事科牵头,纪检组全程监督,5月底前完成考试", ["人事科"], ["纪检组"]),
        ("由人事科牵头,5月底前完成考试,纪检组全程监督。", ["人事科", "纪检组"], []),
        ("“由招商科负责洽谈”的要求不再执行,由投促中心负责", ["投促中心"], []),
        ("原由水务公司承担的巡查任务取消,改由镇网格中心承担", ["镇网格中心"], []),
        ("采购改由各学院自行组织", ["各学院"], []),
    ],
)
def test_a_name_is_whole_and_its_charge_in_force(text: str, leads: list[str], supports: list[str]) -> None:
    own = passage(text)
    assert [one.name for one in lead_units(own, listed=True, there=frozenset(["方立新"]))] == leads
    assert [one.name for one in support_units(own, listed=True, there=frozenset(["方立新"]))] == supports


def test_who_is_inspected_or_has_a_case_is_told_to_act_without_a_name() -> None:
    assert [one.name for one in generic_leads(passage("由包案领导逐案研究。"))] == ["包案领导"]
    assert [one.name for one in generic_leads(passage("被督导乡镇党委须10日内整改。"))] == ["被督导乡镇党委"]


def test_a_post_with_name_and_title_of_respect_is_one() -> None:
    text = "牵头人由郭远同志调整为副县长李明同志。"
    there = frozenset(["郭远", "李明"])
    assert [one.name for one in lead_units(passage(text), listed=True, there=there)] == ["副县长李明同志"]


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        # at the head of each of a class stands who answers for it
        ("各社区党组织书记是直接责任人", ["各社区党组织书记"], []),
        ("各二级单位主要负责人对整改工作负首责", ["各二级单位主要负责人"], []),
        ("剩余隐患由各分公司负责人包干", ["各分公司负责人"], []),
        ("各街镇对背街小巷再清一遍", ["各街镇"], []),
        ("各镇街每周一将进度表、台账报送督查室", ["各镇街"], []),
        # a person whose post opens like a word of action
        ("由组织委员方立新牵头落实", ["组织委员方立新"], []),
        ("宣传委员方立新会同文化站修订规约", ["宣传委员方立新"], ["文化站"]),
        ("副镇长方立新带水利站、派出所逐村巡查", ["副镇长方立新"], ["水利站", "派出所"]),
        # no name: whom a report goes to, what is taken away, who is brought together, who did not come
        ("每季度末向分管领导报送台账", [], []),
        ("出现三次以上的,取消该镇评先资格,由农办负责", ["农办"], []),
        ("由方立新同志协调燃气、供水单位尽快迁改", ["方立新同志"], []),
        ("移动公司没有到会,基站的事由信息科去对接", ["信息科"], []),
        ("方立新顺带要求,财务科本月内清账", ["财务科"], []),
        ("文化馆每日开馆时间延长到21时", [], []),
        ("临江街道管网改造剩余3公里,同意列支90万元", [], []),
        # told to act in words of its own
        ("由市审计局对已支付的800万元开展审计", ["市审计局"], []),
        ("县财政局按实际支出的一半给予补助", ["县财政局"], []),
        ("停工期间,水利站先垫付3万元", ["水利站"], []),
        ("由市政公用处会同交警大队复核", ["市政公用处"], ["交警大队"]),
        ("城北水厂负责,营业部配合,6月底前通水", ["城北水厂"], ["营业部"]),
        ("签发:方立新", [], []),
        # districts side by side, and several places by their number
        ("柳江县、安北区须在今晚22时前转移到位", ["柳江县", "安北区"], []),
        ("柳江、安北两市要加快补植", ["柳江、安北两市"], []),
        ("种植处要紧盯滞后的柳江、安北两县", ["种植处"], []),
        ("安北区要在6月底前补齐泵站", ["安北区"], []),
        ("核心区要严格限高", [], []),
        ("安北县当晚22时前转移完毕", ["安北县"], []),
        ("由所在支部书记谈话提醒", ["所在支部书记"], []),
        ("市供电公司及三家通信运营商做好保障", ["市供电公司", "三家通信运营商"], []),
        # words of a draft, and who only says how it is
        ("第九条删去“由业委会代管”的表述", [], []),
        ("市水文站分析,柳江干流可能超警", [], []),
    ],
)
def test_who_heads_a_class_who_has_a_post_and_who_is_only_spoken_of(
    text: str, leads: list[str], supports: list[str]
) -> None:
    own, there = passage(text), frozenset(["方立新"])
    assert [one.name for one in lead_units(own, listed=True, there=there)] == leads
    assert [one.name for one in support_units(own, listed=True, there=there)] == supports


def test_the_head_of_those_who_are_inspected_is_told_to_act_without_a_name() -> None:
    text = "被督查单位党委书记对整改负总责,2个月内完成。"
    assert [one.name for one in generic_leads(passage(text), listed=True)] == ["被督查单位党委书记"]


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        ("由钱一鸣负责统筹，农技站按月收集进度，各村于4月10日前上报。", ["农技站", "各村", "钱一鸣"], []),
        ("由钱一鸣牵头协调，各村于4月10日前上报面积。", ["钱一鸣"], ["各村"]),
        ("成立赛会组委会，由副市长钱一鸣任主任，组委会办公室设在市体育局。", ["副市长钱一鸣"], []),
        ("由组织部提名，钱一鸣任主任。", ["组织部"], []),
        (
            "成立保障专班，由副市长钱一鸣任组长，云川区区长孙朗达任副组长。",
            ["副市长钱一鸣"],
            ["云川区区长孙朗达"],
        ),
        ("市热作服务中心完成参数论证。", ["市热作服务中心"], []),
        ("市民服务满意度达到九成。", [], []),
        ("甲溪公司为A级，乙溪公司为C级。", [], []),
    ],
)
def test_who_heads_and_who_has_a_duty_beside(text: str, leads: list[str], supports: list[str]) -> None:
    there = frozenset(["钱一鸣", "孙朗达", "甲溪公司", "乙溪公司"])
    assert sorted(one.name for one in lead_units(passage(text), listed=True, there=there)) == sorted(leads)
    assert sorted(one.name for one in support_units(passage(text), listed=True, there=there)) == sorted(supports)
