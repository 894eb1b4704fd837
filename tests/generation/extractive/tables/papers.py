"""Two invented meetings whose tables are asked about, and how an answer to a question reads."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from pipeline.assistant import Assistant
from pipeline.generation.extractive.composing import Composing
from tests.libraries import composing_of

TODAY = datetime.date(2025, 10, 1)
TOWN = """苇塘镇人民政府党政联席会议纪要
〔2025〕9号

2025年6月3日，镇长骆明川主持召开2025年第9次党政联席会议。现纪要如下：

一、关于汛期值守
会议同意值守方案，由镇水利站印发各村。

二、关于集镇改造
会议同意改造集镇东街，路灯采购另行研究。

附件：
苇塘镇第9次党政联席会议任务分解表
序号｜工作任务｜牵头单位｜配合单位｜责任人｜完成时限｜备注
1｜加固东河堤防1.2公里｜镇水利站｜镇财政所｜祁伯衡｜6月20日前｜
2｜储备编织袋3000条｜同上｜｜同上｜6月15日前｜
3｜更换东街雨水井盖46处｜镇城建办｜镇水利站、供电所｜汤若溪｜7月底前｜分两批
4｜编印避险手册｜镇文化站｜—｜｜〃｜
"""
BUREAU = """泽溪县档案局局务会议纪要
（2025年第4次）

时间：2025年7月8日
地点：局二楼会议室
主持：局长 方慕白

一、下半年经费安排
会议审定下半年经费如下：
项目	金额（万元）	使用科室	用途说明
库房除湿	18.5	保管科	更换除湿机6台
数字化加工	42	利用科
消防改造	9.5	办公室	更换喷淋管
合计	70

二、志愿讲解队分组
会议确定分组名单：
组别 | 组长 | 成员 | 负责展厅
红色组 | 贺晚舟 | 程野、林疏 | 一号厅
民俗组 | 陆知行 | 沈渡 | 二号厅、三号厅

会议要求各组每月活动一次。
"""


def asked(library: Assistant, text: str, *history: str) -> Composing:
    """Return a question on its way to an answer."""
    return composing_of(library, text, today=TODAY, history=history)


def answer(library: Assistant, text: str, history: Sequence[str] = ()) -> str:
    """Return the wording of an answer; every statement of it is proven."""
    told = library.ask(text, history=list(history))
    assert all(one.check == "verified" for one in told.statements)
    return f"{'未载明：' if told.refused else ''}{told.answer}"
