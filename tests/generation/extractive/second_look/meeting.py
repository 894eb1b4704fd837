"""One invented meeting, each of whose items has the sentence that tells and another that comes near it."""

from __future__ import annotations

import datetime

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft, Quote, Sentence
from pipeline.generation.extractive.composing import Composing
from tests.libraries import composing_of

TODAY = datetime.date(2025, 8, 1)
PAPER = """芦汀县人民政府常务会议纪要

芦政常纪〔2025〕7号

2025年5月14日，县长骆明川主持召开县政府第21次常务会议。现将会议议定事项纪要如下：

一、关于福利院电路改造。会议听取了县民政局局长祁伯衡的汇报。会议同意将福利院电路改造列入2025年第二批民生项目，预算39.5万元。由县民政局组织实施，县财政局负责资金拨付，7月18日前完工。

二、关于危桥加固资金。会议同意县交通运输局提出的资金安排意见，安排1240万元用于危桥加固。县审计局对资金使用情况实施跟踪审计。

三、关于江滩公园试开放。会议原则同意该方案，由县城管局按会议意见修改后印发实施。试开放结束后由县统计局作专项评价。

四、关于收购清溪水站股权。会议不同意按对方报价收购。授权厍长风副县长继续洽谈，价格以不高于评估值为限。

五、关于水价调整。会议指出，第15次常务会议曾议定自2025年3月1日起调整居民水价，但听证程序尚未完成。县发展改革委要在10月底前完成听证。会议决定，将居民水价的执行时间推迟至2026年1月1日。

六、关于汛前避险。会议要求，芦口镇负责监测设备检修，县气象局、县水利局负责预警发布，县教育局、县卫健局做好师生和医疗保障。散会后各分管领导要当天传达，县政府办每月通报进展。

出席：骆明川、厍长风、汤若溪
"""


def drafted(county: Assistant, text: str, *said: str) -> tuple[Composing, Draft]:
    """Return a question on its way, and the draft that tells it by sentences of the meeting."""
    composing = composing_of(county, text, today=TODAY)
    return composing, composing.draft("passages", [quoted(county, one) for one in said])


def quoted(county: Assistant, said: str) -> Sentence:
    """Return a sentence of the meeting with the place where it stands."""
    document_id = county.entries()[0].document_id
    start = composing_of(county, "水价", today=TODAY).catalogue.document(document_id).text.index(said)
    return Sentence(said, (Quote(document_id, start, start + len(said)),))
