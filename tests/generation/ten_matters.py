"""Ten matters of two invented places, each before three meetings of two bodies, under names and values that change."""

from __future__ import annotations

from pipeline.assistant import Assistant

SPRING = """洛桥市人民政府常务会议纪要
洛政纪〔2023〕3号

2023年3月9日，市长路方主持召开市政府第11次常务会议。纪要如下：
一、关于青柳路改造工程立项
会议同意青柳路改造工程立项，总投资2400万元，由市城管局牵头，2023年12月底前完工。
二、关于镜湖客运码头项目
会议认为客流依据不足，决定镜湖客运码头项目暂缓，待岸线规划批复后再议。
三、审议《洛桥市户外广告管理办法》
会议认为责任不清，决定修改后再次审议。
四、关于市第三中学扩建
会议同意市第三中学扩建，规模30个班，总投资5200万元，由市教育局牵头。
五、关于2023年度农贸市场升级计划
会议同意2023年度升级农贸市场12个，补助资金600万元，由市商务局牵头。
六、关于青柳公园改造工程养护
会议同意安排青柳公园养护经费40万元，由市园林中心负责。
"""
SUMMER = """洛桥市城市管理局局长办公会议纪要
洛城管纪〔2023〕8号

2023年7月6日，局长戚远主持召开局长办公会议。纪要如下：
一、关于青柳路改造工程施工招标
会议同意招标控制价2180万元，8月10日前完成开标。
二、关于镜湖水上巴士中心（原镜湖客运码头）前期工作
会议同意由规划科配合办理镜湖水上巴士中心用地手续，估算投资3600万元。
三、关于户外广告管理办法修改情况
会议同意将设置期限由五年改为三年，报市政府审议。
四、关于市第三中学扩建工程临时占道
会议同意市第三中学扩建工程临时占用文苑路人行道，期限六个月。
五、关于2023年度农贸市场升级计划中外摊整治
会议要求对列入2023年度升级计划的农贸市场外摊逐一清理，9月底前完成。
六、关于停车楼充电桩运维
会议同意续签运维合同一年，费用18万元。
"""
WINTER = """洛桥市人民政府常务会议纪要
洛政纪〔2023〕16号

2023年11月16日，市长路方主持召开市政府第24次常务会议。纪要如下：
一、关于青柳大道品质提升工程（原青柳路改造工程）
会议同意总投资由2400万元调整为2960万元，牵头单位由市城管局改为市住建局，完工时间由2023年12月底延至2024年6月底。
二、关于镜湖水上巴士中心建设方案
会议原则同意该方案，总投资3450万元，2024年10月底前建成。
三、再次审议《洛桥市户外广告管理办法》
会议原则通过该办法。
四、关于市第三中学改扩建规模调整
会议同意规模由30个班调整为36个班，总投资调整为6100万元。
五、关于调整2023年度农贸市场升级计划
会议同意升级数量由12个调整为9个，补助资金由600万元调减为450万元。
六、关于2024年度农贸市场升级计划
会议同意2024年度升级农贸市场15个。
"""
FIRST = """垣曲湾县人民政府常务会议纪要
垣政纪〔2024〕2号

2024年2月22日，县长盛夏主持召开县政府第5次常务会议。纪要如下：
一、关于石门水库除险加固
会议同意实施石门水库除险加固，总投资1800万元，由县水利局牵头，2024年汛前完成主体。
二、关于县城区公交票价调整方案
会议决定县城区公交票价调整方案暂缓，补充成本监审材料。
三、关于东岭产业园标准厂房建设
会议同意建设标准厂房6栋，总投资9000万元，由县产投公司负责。
四、关于青年人才公寓租金标准
会议同意青年人才公寓租金按每平方米每月9元执行。
五、关于共享电动车投放试点
会议同意开展共享电动车投放试点，首批800辆。
"""
SECOND = """垣曲湾县水利局局务会议纪要
垣水纪〔2024〕7号

2024年5月30日，局长傅川主持召开局务会议。纪要如下：
一、关于石门水库除险加固工程变更
会议同意增加帷幕灌浆，费用160万元，完工时间顺延至2024年9月底。
二、关于局机关食堂改造
会议同意食堂改造，经费25万元。
"""
PARK = """垣曲湾县东岭产业园管委会主任办公会议纪要
垣园纪〔2024〕4号

2024年6月12日，主任裴青主持召开主任办公会议。纪要如下：
一、关于东岭智造谷（此前称东岭产业园标准厂房）招商
会议明确东岭智造谷先行招商4栋，租金首年减半。
二、关于青年人才公寓租金标准执行问题
会议同意园区企业职工租金下调为每平方米每月7元。
三、关于县城区公交票价调整方案园区意见
会议同意向县交通局反馈意见，通勤线路票价不超过2元。
四、关于共享电动车投放试点园区点位
会议同意在园区设置共享电动车点位16处。
"""
THIRD = """垣曲湾县人民政府常务会议纪要
垣政纪〔2024〕15号

2024年9月19日，县长盛夏主持召开县政府第13次常务会议。纪要如下：
一、关于石门水库除险加固投资调整
会议同意总投资由1800万元调整为1960万元。
二、关于县城区公交票价调整方案
会议同意将票价由1元调整为2元，自2024年11月1日起执行。
三、关于东岭智造谷竣工交付
会议同意2024年12月底前交付，总投资核定为8700万元。
四、关于调整青年人才公寓租金标准
会议同意租金统一调整为每平方米每月8元。
五、关于终止共享电动车投放试点
会议决定终止共享电动车投放试点，由县城管局牵头，10月底前收回。
"""
PAPERS = {
    "洛政纪〔2023〕3号.txt": SPRING,
    "洛城管纪〔2023〕8号.txt": SUMMER,
    "洛政纪〔2023〕16号.txt": WINTER,
    "垣政纪〔2024〕2号.txt": FIRST,
    "垣水纪〔2024〕7号.txt": SECOND,
    "垣园纪〔2024〕4号.txt": PARK,
    "垣政纪〔2024〕15号.txt": THIRD,
}
_CITY = ("2023-03-09", "2023-07-06", "2023-11-16")
_COUNTY = ("2024-02-22", "2024-06-12", "2024-09-19")
MATTERS = {
    "青柳路改造工程": (_CITY, "一一一"),
    "镜湖客运码头": (_CITY, "二二二"),
    "户外广告管理办法": (_CITY, "三三三"),
    "市第三中学扩建": (_CITY, "四四四"),
    "2023年度农贸市场升级计划": (_CITY, "五五五"),
    "石门水库除险加固": (("2024-02-22", "2024-05-30", "2024-09-19"), "一一一"),
    "县城区公交票价调整方案": (_COUNTY, "二三二"),
    "东岭产业园标准厂房": (_COUNTY, "三一三"),
    "青年人才公寓租金标准": (_COUNTY, "四二四"),
    "共享电动车投放试点": (_COUNTY, "五四五"),
}
"""What each matter is first called, when it came before a meeting, and under which items."""
LATEST = {
    "青柳路改造工程": "青柳大道品质提升工程",
    "镜湖客运码头": "镜湖水上巴士中心",
    "东岭产业园标准厂房": "东岭智造谷",
}
"""What some of them are called in the end."""

Stop = tuple[str | None, str | None]
"""A meeting's date, and the label of the item under which a matter came before it."""


def true_stops(matter: str) -> list[Stop]:
    """Return where a matter came before a meeting."""
    dates, labels = MATTERS[matter]
    return list(zip(dates, labels, strict=True))


def in_dossier(assistant: Assistant, topic: str) -> list[Stop]:
    """Return the meetings of the dossier of a topic whose items are about it."""
    made = assistant.topic(topic)
    dates = {entry.document_id: entry.date for entry in assistant.entries()}
    return sorted((dates[one.document_id], one.label) for one in made.items if one.stage != "mention")  # type: ignore[type-var]


def in_answer(assistant: Assistant, question: str) -> list[Stop]:
    """Return the items on which an answer rests."""
    return sorted({(one.date, one.item) for one in assistant.ask(question).citations})  # type: ignore[type-var]


def in_ledger(assistant: Assistant, date: str, label: str) -> list[Stop]:
    """Return an item and those to which its rows are linked."""
    own = [row for row in assistant.ledger() if (row.date, row.item) == (date, label)]
    linked = {(link.date, link.item) for row in own for link in row.links if link.relation == "same"}
    return sorted({(date, label), *linked})  # type: ignore[type-var]
