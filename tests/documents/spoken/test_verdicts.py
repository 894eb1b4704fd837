from __future__ import annotations

import pytest

from pipeline.documents.spoken.verdicts import find_verdict
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("sentence", "class_", "wording", "step"),
    [
        (
            "会议原则通过上述文件，要求相关部门修改完善后组织实施。",
            "approved_in_principle",
            "会议原则通过上述文件",
            "要求相关部门修改完善后组织实施",
        ),
        (
            "会议原则同意这个汇报，要求提交市委常委会讨论。",
            "agreed_in_principle",
            "会议原则同意这个汇报",
            "要求提交市委常委会讨论",
        ),
        ("会上原则同意续租，但只续一年。", "agreed_in_principle", "会上原则同意续租", None),
        ("会上没有同意。", "rejected", "会上没有同意", None),
        ("会议同意票价由1元调整为2元。", "approved", "会议同意票价由1元调整为2元", None),
        ("会议前置研究同意该投资方案，提请董事会审议。", "approved", "会议前置研究同意该投资方案", "提请董事会审议"),
        ("会议决定不采用整体转让方案，改为公开招租。", "rejected", "会议决定不采用整体转让方案", None),
        ("委员建议保留原比例，经讨论未采纳。", "rejected", "经讨论未采纳", None),
        ("夜班职工意见较大，会议决定先不撤并。", "deferred", "会议决定先不撤并", None),
        ("大家都同意换灯。", "approved", "大家都同意换灯", None),
        ("会议原则赞成该方案。", "agreed_in_principle", "会议原则赞成该方案", None),
        ("会议批复同意概算3.2亿元。", "approved", "会议批复同意概算3.2亿元", None),
        ("县司法局的建议予以采纳。", "approved", "县司法局的建议予以采纳", None),
        ("周某的建议没有被采纳。", "rejected", "周某的建议没有被采纳", None),
        ("会议表示同意。", "approved", "会议表示同意", None),
        ("这一建议会议予以采纳。", "approved", "这一建议会议予以采纳", None),
        ("原则通过《办法（试行）》。", "approved_in_principle", "原则通过《办法(试行)》", None),
        ("会议审议并原则通过了《规划》。", "approved_in_principle", "会议审议并原则通过了《规划》", None),
        ("会议经研究，同意该请示。", "approved", "会议经研究,同意该请示", None),
        ("会议一致同意采用该方式，由刘某负责。", "approved", "会议一致同意采用该方式", "由刘某负责"),
        ("不同意县住建局的请示。", "rejected", "不同意县住建局的请示", None),
        ("本议案未获通过。", "rejected", "本议案未获通过", None),
        ("患者申某纠纷一案，不予赔付，走司法途径。", "rejected", "不予赔付", None),
        ("由20台核减为12台，余下8台不同意列入，明年再报。", "rejected", "余下8台不同意列入", None),
        ("长效管护机制另行研究。", "deferred", "长效管护机制另行研究", None),
        ("该专业因条件尚不具备，本次不予申报。", "rejected", "本次不予申报", None),
        ("会议决定终止该收购事项，由战略部负责善后。", "rejected", "会议决定终止该收购事项", "由战略部负责善后"),
        ("树种调整的建议，请市城管局组织论证后再定。", "deferred", "请市城管局组织论证后再定", None),
        ("另1艘视经营情况延至2026年研究。", "deferred", "另1艘视经营情况延至2026年研究", None),
        ("单体工程因设计需作调整，暂不列入本次招标范围。", "deferred", "暂不列入本次招标范围", None),
        ("具体方案本次不表决。", "deferred", "具体方案本次不表决", None),
        (
            "本议案获得通过，尚需提交股东大会审议。",
            "approved",
            "本议案获得通过",
            "尚需提交股东大会审议",
        ),
        ("代表们没有意见，鼓掌通过。", "approved", "鼓掌通过", None),
        ("会议没有同意该建议。", "rejected", "会议没有同意该建议", None),
        ("会议决定，审议通过该办法，自5月1日起施行。", "approved", "审议通过该办法", None),
        (
            "会议决定，原则通过该措施，由市工信局修改完善后印发。",
            "approved_in_principle",
            "原则通过该措施",
            "由市工信局修改完善后印发",
        ),
        ("会议听取了汇报，审议并原则通过了方案。", "approved_in_principle", "审议并原则通过了方案", None),
        ("会议经表决（同意20票、反对0票）同意共建。", "approved", "会议经表决(同意20票、反对0票)同意共建", None),
        ("经举手表决，同意31人，不同意3人，通过。", "approved", "通过", None),
        ("会议认为，油价走势不明，暂不调整为宜，决定缓议。", "deferred", "决定缓议", None),
        ("会议决定对该工程立项暂缓研究。", "deferred", "会议决定对该工程立项暂缓研究", None),
        ("修订稿内容较多，本次不议，提交下次会议研究。", "deferred", "本次不议", "提交下次会议研究"),
        ("会议认为，文件不够成熟，退回市委农办修改。", "deferred", "退回市委农办修改", None),
        ("范围与在建项目冲突，待协调一致后，再行上会。", "deferred", "再行上会", None),
        (
            "与会董事一致同意将本议案暂缓表决，待新规出台后再提交董事会审议。",
            "deferred",
            "与会董事一致同意将本议案暂缓表决",
            "待新规出台后再提交董事会审议",
        ),
        ("会议议定，此事待进一步论证后再议。", "deferred", "此事待进一步论证后再议", None),
        ("会议决定，该办法暂缓审议，由市发改委补充测算。", "deferred", "该办法暂缓审议", "由市发改委补充测算"),
        (
            "原则同意地块设计，高度按36米控制，修改后报主任审定。",
            "agreed_in_principle",
            "原则同意地块设计",
            "修改后报主任审定",
        ),
        ("会议认为名单还需核实，未予通过。", "rejected", "未予通过", None),
        ("关于用地问题，会议决定暂缓，待查清后再议。", "deferred", "会议决定暂缓", "待查清后再议"),
        ("认为条件尚不成熟，决定下次会议再议。", "deferred", "决定下次会议再议", None),
        ("会议经表决，同意11票，反对2票，通过5户为对象，公示7天后上报。", "approved", "通过5户为对象", "公示7天后上报"),
        ("经表决，赞成30票，反对8票，获得通过。", "approved", "获得通过", None),
        ("原则同意，以市政府办公室名义印发。", "agreed_in_principle", "原则同意", "以市政府办公室名义印发"),
        ("会议同意印发执行。", "approved", "会议同意印发执行", "印发执行"),
        ("会议同意原则通过该规划。", "approved_in_principle", "会议同意原则通过该规划", None),
        ("会议部分同意市教育局意见。", "approved", "会议部分同意市教育局意见", None),
        ("会议认为方案基本可行，予以通过。", "approved", "予以通过", None),
        ("条件不具备，暂不同意通宵开放。", "rejected", "暂不同意通宵开放", None),
        ("会议没有采纳该建议。", "rejected", "会议没有采纳该建议", None),
        ("会议驳回该申请。", "rejected", "会议驳回该申请", None),
        ("会议决定，对该申请不予支持。", "rejected", "对该申请不予支持", None),
        ("会议一致认为，该方案应予否决。", "rejected", "该方案应予否决", None),
        ("会议同意将该议题撤回。", "deferred", "会议同意将该议题撤回", None),
        ("此项议题延期审议。", "deferred", "此项议题延期审议", None),
        ("本议题因需进一步衔接，再研究。", "deferred", "再研究", None),
        ("会议决定搁置该议题。", "deferred", "会议决定搁置该议题", None),
        ("与会人员提出了意见，会议未作表决。", "deferred", "会议未作表决", None),
        ("责成市司法局修改，提交下次常务会议审定。", "deferred", "提交下次常务会议审定", None),
        ("会议要求继续完善，成熟后再提交市政府研究。", "deferred", "成熟后再提交市政府研究", None),
    ],
)
def test_verdict(sentence: str, class_: str, wording: str, step: str | None) -> None:
    part = passage(sentence)
    found = find_verdict(part)
    assert found is not None
    assert (found.class_, part.flat[found.start : found.end]) == (class_, wording)
    assert (part.flat[slice(*found.next_step)] if found.next_step else None) == step


@pytest.mark.parametrize(
    "sentence",
    [
        "会议听取了市水务局的汇报。",
        "民主评议工作由机关党委提出方案，下次会议审议。",
        "于两周内组织双方再次协商。",
        "目前暂不具备开工条件。",
        "经市政府常务会审议通过后在全市推行。",
        "通过建立健全机制等方式加强管理。",
        "要通过多种渠道宣传。",
        "同意4票，反对0票。",
        "会议认为，各方意见不一。",
        "讨论《办法》",
        "要统一思想，提高同意度。",
        "市财政局建议暂缓实施。",
        "市财政局表示不同意该方案。",
        "如论证未通过，则不予实施。",
        "凡未经批准的，不予安排资金。",
        "对逾期未申报的，不予安排资金。",
        "对未完成任务的单位，不予安排新增项目。",
        "该方案经6月3日市委常委会审议通过。",
        "该办法经市司法局审核同意。",
        "该项目已获省发改委批准。",
        "该方案须报市委批准。",
        "审计局要对挂账成因再审计一遍。",
        "董事会听取了经营层汇报，不作表决。",
        "其中因业主意见不一致搁置133部。",
        "各街道要逐户走访，同意加装户数达不到八成的单元，一律不得施工。",
        "业主同意率超过九成。",
        "两栋楼共176户，同意151户。",
        "征询到92家，同意80家，反对12家。",
        "第3次院务会议对该课题作出暂缓决定。",
        "上次办公会议决定暂缓实施该项目。",
        "本项只听取情况通报，不作议决。",
        "会议听取了汇报，未议决具体事项。",
        "专题听取了汇报，不另作决议。",
        "同意率达不到七成的小区不列入年度计划。",
        "",
    ],
)
def test_no_verdict_is_invented(sentence: str) -> None:
    assert find_verdict(passage(sentence)) is None


@pytest.mark.parametrize(
    ("sentence", "class_", "wording"),
    [
        ("会议认为，细则权责清楚，予以原则通过，由院办修改后印发。", "approved_in_principle", "予以原则通过"),
        ("会议认为不符合规划用途，予以否决。", "rejected", "予以否决"),
        ("该请求依据不足，应予驳回。", "rejected", "应予驳回"),
        ("会议采纳这一建议，由工会另拟办法。", "approved", "会议采纳这一建议"),
        ("但具体名单这次不作审定，修改后再报。", "deferred", "但具体名单这次不作审定"),
        ("县档案馆提出的用房申请一并届时研究。", "deferred", "县档案馆提出的用房申请一并届时研究"),
        ("审议通过9名同志的职务调整，由人事处办理。", "approved", "审议通过9名同志的职务调整"),
        ("县粮食局提出的仓房申请一并届时研究。", "deferred", "县粮食局提出的仓房申请一并届时研究"),
        ("3月2日办公会定的8:40开馆，现同意改为9:00开馆。", "approved", "现同意改为9:00开馆"),
        ("会议同意户籍改革方案。", "approved", "会议同意户籍改革方案"),
        ("同意率先在两个片区开展试点。", "approved", "同意率先在两个片区开展试点"),
        ("大家一致同意更换两部电梯。", "approved", "大家一致同意更换两部电梯"),
        ("全体代表均同意出工修路。", "approved", "全体代表均同意出工修路"),
        ("大家商量后同意贴公告清理。", "approved", "大家商量后同意贴公告清理"),
        ("议事会不同意减半。", "rejected", "议事会不同意减半"),
        ("东湾村提的再补1000元的要求，会议没答应。", "rejected", "会议没答应"),
        ("去年第14期会议确定的收费标准暂不执行。", "deferred", "去年第14期会议确定的收费标准暂不执行"),
        ("待编办核定总量后一并研究。", "deferred", "待编办核定总量后一并研究"),
        ("业委会不同意直接涨价。", "rejected", "业委会不同意直接涨价"),
        ("村民代表会议同意每户筹资200元。", "approved", "村民代表会议同意每户筹资200元"),
        ("到会业主均不同意调高停车费。", "rejected", "到会业主均不同意调高停车费"),
        ("会议同意将本议案暂缓表决。", "deferred", "会议同意将本议案暂缓表决"),
        ("与会董事一致同意对该事项暂缓实施。", "deferred", "与会董事一致同意对该事项暂缓实施"),
    ],
)
def test_a_verdict_in_other_words(sentence: str, class_: str, wording: str) -> None:
    found = find_verdict(passage(sentence))
    assert found is not None
    assert (found.class_, sentence[found.start : found.end]) == (class_, wording)


@pytest.mark.parametrize(
    ("sentence", "class_"),
    [
        ("测算不细，暂不同意，方案重新论证后提交会议再议。", "deferred"),
        ("会议暂不通过该办法，由农办修改后再报。", "deferred"),
        ("条件不具备，暂不同意通宵开放。", "rejected"),
        ("测算不细，决定暂不通过。", "deferred"),
        ("食堂的账今天不定，核清再说。", "deferred"),
        ("摊位费的标准，等站里算出来再说。", "deferred"),
    ],
)
def test_not_yet_is_put_off_where_it_comes_again(sentence: str, class_: str) -> None:
    found = find_verdict(passage(sentence))
    assert found is not None and found.class_ == class_


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("续建工程不受方案暂缓影响,由县城投公司负责。", None),
        ("副镇长李明对暂缓建设持保留意见。", None),
        ("不再与原承包公司续签合同,由办公室重新采购。", "rejected"),
        ("由县民政局评估,论证通过后再作决定。", "deferred"),
    ],
)
def test_a_verdict_on_another_thing_is_none_of_this_one(text: str, class_: str | None) -> None:
    found = find_verdict(passage(text))
    assert (found.class_ if found else None) == class_
