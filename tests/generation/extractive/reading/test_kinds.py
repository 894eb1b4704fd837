"""The kind of thing asked for, and where a text holds one."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.reading.kinds import Wanted, find, wanted


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        pytest.param("修灯塔要花多少钱", "money", id="多少钱"),
        pytest.param("修灯塔的投资前后两次各是多少", "money", id="investment of each time"),
        pytest.param("修灯塔的资金各是多少", "money", id="funds of each"),
        pytest.param("围墙得在哪个时间之前拆完", "day", id="哪个时间"),
        pytest.param("清淤哪个时候弄好", "day", id="哪个时候"),
        pytest.param("路灯归哪个科管", "unit", id="哪个科"),
        pytest.param("漏水归哪个中心修", "unit", id="哪个中心"),
        pytest.param("漏水归哪个部承办", "unit", id="哪个部"),
        pytest.param("漏水出在哪个部位", "text", id="哪个部位 is no unit"),
        pytest.param("立护栏,这笔钱总共是多少", "money", id="这笔钱…多少"),
        pytest.param("码头改造市里掏多少比例的钱", "share", id="多少比例的钱"),
        pytest.param("会上,几家商户想延租,班子里谁没点头", "person", id="几家: some of them"),
        pytest.param("那几户都嫌补得少,最后什么时候再谈", "day", id="那几户: some of them"),
        pytest.param("来了几家商户,谁牵头接待", "figure", id="几家: how many"),
        pytest.param("医院说要加几个人夜里守楼,会上让加了吗", "text", id="加几个人: some of them"),
        pytest.param("医院要加几个人夜里守楼", "figure", id="加几个人: how many"),
        pytest.param("每部电梯补多少", "money", id="补多少: an amount without its word"),
        pytest.param("一年要付多少顾问费", "money", id="多少顾问费"),
        pytest.param("水库二期总投资", "money", id="key words that end on an attribute"),
        pytest.param("清淤行动的总经费安排了多少", "money", id="经费安排了多少"),
        pytest.param("集团最多垫多少", "money", id="垫多少"),
        pytest.param("请谁重新测算票价", "person", id="an attribute at the end beside another asking word"),
        pytest.param("文旅公司持股比例是多少", "share", id="比例是多少"),
        pytest.param("今年管网漏损率目标是多少", "share", id="率目标是多少"),
        pytest.param("养老金上涨百分之几", "share", id="百分之几"),
        pytest.param("水库一期何时开工", "day", id="何时"),
        pytest.param("最晚到哪天要拨付", "day", id="最晚"),
        pytest.param("码头一年的承包费是多少", "money", id="费是多少"),
        pytest.param("船工工资一个月多少", "money", id="工资一个月多少"),
        pytest.param("那5条小巷分别叫什么", "list", id="分别叫什么"),
        pytest.param("值班值多久", "span", id="多久"),
        pytest.param("惠及居民多少", "figure", id="多少 of anything"),
        pytest.param("电梯这事归谁管", "unit", id="归谁管"),
        pytest.param("由哪个部门拨付", "unit", id="哪个部门"),
        pytest.param("法律顾问是谁", "person", id="谁"),
        pytest.param("被处分的人叫什么", "person", id="人叫什么"),
        pytest.param("办法分哪几档", "list", id="哪几"),
        pytest.param("保育费为什么不涨", "reason", id="为什么"),
        pytest.param("补助办法批了吗", "verdict", id="批了吗"),
        pytest.param("补助办法说了些事", "text", id="nothing that asks"),
        pytest.param("剩下那几户是哪位领导包的", "person", id="那几户 asks for no figure"),
        pytest.param("上门动员的是哪一位", "person", id="哪一位"),
        pytest.param("干部考核被扣了几分", "figure", id="几分"),
        pytest.param("路灯归谁管,还剩几分把握", "unit", id="几分 that counts nothing beside another"),
        pytest.param("新规刚开头那几天,多收的钱谁来退", "person", id="那几天: no span is asked"),
        pytest.param("困难户一个人能先领多少救急", "money", id="领多少: for a purpose"),
        pytest.param("县里肯不肯定个一样的数", "verdict", id="肯不肯"),
        pytest.param("破格要发几篇论文", "figure", id="几篇"),
        pytest.param("委员反对的理由分别是什么", "reason", id="理由分别是"),
        pytest.param("老楼几月得改完", "day", id="几月 is a date"),
        pytest.param("先发几个月", "figure", id="几个月 counts"),
        pytest.param("每间铺面能拿多少赔偿", "money", id="多少赔偿"),
        pytest.param("分到多少专项债券资金", "money", id="多少 of funds by their name"),
        pytest.param("护林员一月领几个钱", "money", id="几个钱"),
        pytest.param("哪些人群免费乘车", "list", id="groups, and no people by name"),
        pytest.param("物业想多划车位，最后怎么说", "verdict", id="最后怎么说"),
        pytest.param("薪酬的事会上怎么说", "text", id="what was said is no verdict"),
        pytest.param("新规定没出来之前照哪版目录", "text", id="定 of 规定 rules nothing"),
        pytest.param("码头扩建派哪个镇领导去谈", "person", id="哪个镇领导"),
        pytest.param("渡船检修归哪个分管的副县长抓", "person", id="哪个分管的副县长"),
        pytest.param("灯塔大修由哪个所长盯着", "person", id="哪个所长 is no 所"),
        pytest.param("渡口涨价当时卡在哪里", "reason", id="卡在哪里"),
        pytest.param("清淤拖到现在，问题出在哪儿", "reason", id="问题出在哪儿"),
        pytest.param("渔民都提了啥意见", "list", id="提了啥: a list"),
        pytest.param("渡口搬迁会上是什么意见", "verdict", id="是什么意见: a verdict"),
        pytest.param("清淤卡在哪一天开工", "day", id="在哪一天 asks for a day"),
        pytest.param("装光伏的事两次会的态度有啥不一样", "text", id="有啥 of a difference asks for no list"),
        pytest.param("不让外包是出于什么考虑", "reason", id="出于什么考虑"),
        pytest.param("那块地差在哪儿", "reason", id="差在哪儿"),
        pytest.param("落选的哪方面不合格", "reason", id="哪方面不合格"),
        pytest.param("卡在哪个部门", "unit", id="卡在哪个部门 asks for an office"),
        pytest.param("摊位费每月几多钱", "money", id="几多钱"),
        pytest.param("磁共振单台价格", "money", id="价格 at the end of key words"),
        pytest.param("灯塔和码头哪个总投资更高", "money", id="which costs more"),
        pytest.param("什么时侯开工", "day", id="什么时侯, misspelt"),
        pytest.param("新馆晚开了，卡在什么事上了", "reason", id="卡在什么事上"),
        pytest.param("码头花的钱是多少", "money", id="花的钱"),
        pytest.param("靠哪三招收垃圾", "list", id="哪三招"),
    ],
)
def test_a_question_asks_for_a_kind(question: str, kind: str) -> None:
    assert wanted(question).kind == kind


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        pytest.param("惠及多少户", "户", id="户"),
        pytest.param("委员会聘了几个人", "个人", id="people"),
        pytest.param("移交多少线索", None, id="what is handed over is no money"),
        pytest.param("要补多少户", "户", id="补多少户 counts, though 补多少 is money"),
        pytest.param("新修几公里", "公里", id="几公里, not 几个"),
        pytest.param("一天停电几个小时", "小时", id="hours, not 几个"),
        pytest.param("门诊晚开几个星期", "星期", id="weeks"),
        pytest.param("老菜场 摊位数", None, id="key words that end on a count"),
        pytest.param("宿舍空调 台数", "台", id="key words that end on what is counted by"),
        pytest.param("挪垃圾房几个人反对", "票", id="votes"),
        pytest.param("灯塔多高", "高", id="a measure"),
        pytest.param("沉船丢了多少条人命", "人", id="lives are people"),
        pytest.param("塌方里没了几条命", "人", id="几条命"),
        pytest.param("下发了几条命令", "条", id="orders are no lives"),
        pytest.param("房价多高", None, id="of a price any figure"),
        pytest.param("一共多少", None, id="no word to count by"),
        pytest.param("坐车上学的娃有几个", "人", id="children, counted behind"),
        pytest.param("新楼能住多少学生", "床位", id="who is lodged"),
    ],
)
def test_a_count_keeps_the_word_it_is_counted_by(question: str, counted: str | None) -> None:
    assert (wanted(question).kind, wanted(question).counted) == ("figure", counted)


def test_a_second_kind_stands_beside_the_first_but_not_the_same_again() -> None:
    assert set(wanted("几点开闸，归谁定").besides) >= {"unit"}
    assert wanted("一共多少钱").besides == ()  # 多少 of 多少钱 asks for no other figure


def test_what_has_changed_asks_for_no_list() -> None:
    assert wanted("能停电几个小时，前后有什么变化").besides == ()
    assert wanted("能停电几个小时，通知的有什么").besides == ("list",)


def test_which_of_two_is_more_asks_for_both_figures_and_no_unit() -> None:
    assert wanted("哪家更高").kind == "text"
    assert wanted("老城和新城谁涨得更多").kind == "text"
    assert wanted("两家各补助多少钱，哪家更高").kind == "money"


def test_how_far_two_days_lie_apart_follows_from_them() -> None:
    assert wanted("两次定的各是哪天，差了多久").kind == "day"
    assert wanted("通车差了多久").kind == "span"


def test_the_place_of_the_asking_words_is_told() -> None:
    asked = wanted("底价是多少")
    assert "底价是多少"[asked.start : asked.end] == "多少"


@pytest.mark.parametrize(
    ("one", "text", "found"),
    [
        pytest.param(Wanted("money"), "620户，每户0.5万元", ["0.5万元"], id="money is no count"),
        pytest.param(Wanted("money"), "总投资2.6亿，惠及3万人", ["2.6亿"], id="3万 people are no money"),
        pytest.param(Wanted("share"), "持股51%，增长两成", ["51%"], id="share"),
        pytest.param(Wanted("day"), "2025年3月开工，9月底前拨付", ["2025年3月", "9月底"], id="days"),
        pytest.param(Wanted("unit"), "县残联负责，物业协助", ["县残联", "物业"], id="bodies without 局"),
        pytest.param(Wanted("unit"), "现承包方“海味”公司", ["海味”公司"], id="a firm in quotes"),
        pytest.param(Wanted("figure", "级"), "由iv级提升至iii级", ["iv级", "iii级"], id="degrees in Roman numerals"),
        pytest.param(Wanted("day"), "新增库容900万立方米", [], id="no day"),
        pytest.param(Wanted("span"), "聘期三年，共3次", ["三年"], id="span"),
        pytest.param(Wanted("figure", "户"), "45部，620户，18万元", ["620户"], id="counted by the same word"),
        pytest.param(Wanted("figure", "家"), "减免6个月租金,共9个", ["9个"], id="months are no firms"),
        pytest.param(Wanted("figure", "人"), "共2名，3家", ["2名"], id="counted by a like word"),
        pytest.param(Wanted("figure", "高"), "塔高32米，经费136万元", ["32米"], id="a height is no money"),
        pytest.param(Wanted("figure", "长"), "2023年10月开工", [], id="a date is no length"),
        pytest.param(Wanted("unit"), "由县司法局负责", ["由县", "司法局"], id="unit"),
        pytest.param(Wanted("unit"), "县教育局局长到会", ["县教育局"], id="the office, not the post"),
        pytest.param(Wanted("unit"), "要严肃查处违法占用耕地行为，推进行业自律", [], id="words that end as offices do"),
        pytest.param(Wanted("unit"), "会同工商银行办理", ["会同工商银行"], id="a bank"),
        pytest.param(Wanted("day"), "音响晚上九点关", ["晚上九点"], id="an hour in Chinese"),
        pytest.param(Wanted("span"), "每半月报告一次", ["每半月"], id="twice a month"),
        pytest.param(Wanted("verdict"), "贷款已于5月获批", ["获批"], id="granted elsewhere"),
        pytest.param(Wanted("verdict"), "会议不同意该请示", ["同意"], id="verdict"),
        pytest.param(Wanted("text"), "要抓好落实，共3项", [], id="any wording may answer"),
        pytest.param(Wanted("day", besides=("money",)), "共需1元", ["1元"], id="the other kind asked for"),
    ],
)
def test_a_text_holds_what_is_wanted(one: Wanted, text: str, found: list[str]) -> None:
    assert [text[slice(*place)] for place in find(one, text)] == found


def test_the_cell_of_a_table_tells_a_time_by_an_event() -> None:
    assert [*find(Wanted("day"), "| 2-3 | 老屋依法拆除 | 区政府 | 判决生效后 |")]
    assert not [*find(Wanted("day"), "判决生效的老屋依法拆除")]


def test_a_room_for_four_counts_nobody() -> None:
    assert not list(find(Wanted("figure", "人"), "四人间配独立卫浴"))
    assert wanted("实施意见何时提交").besides == ()


def test_what_is_begun_is_no_worker() -> None:
    assert wanted("截至月底已开工多少个").counted == "个"
    assert wanted("新招的员工多少个").counted == "人"
