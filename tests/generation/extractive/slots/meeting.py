"""One invented meeting, of which much is asked that it comes near to and does not say."""

from __future__ import annotations

import datetime

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft, Quote, Sentence
from pipeline.generation.extractive.slots.telling import Telling, telling_of
from pipeline.generation.understanding.question import Question
from pipeline.retrieval.catalogue import Catalogue
from tests.libraries import composing_of

TODAY = datetime.date(2025, 8, 1)
PAPER = """苇原县人民政府常务会议纪要

苇政常纪〔2025〕6号

2025年5月14日，县长骆明川主持召开县政府第19次常务会议。现将会议议定事项纪要如下：

一、关于老旧小区改造。会议听取了县住建局局长祁伯衡的汇报。今年改造老旧小区42个，涉及居民6200户，总投资1.3亿元，其中城关片区投资6800万元。会议要求，县住建局要逐小区核定清单，6月20日前报县政府，县财政局要落实配套资金，县审计局要跟踪监督资金去向。改造期间要做好公告解释。居民意见由各街道汇总。

二、关于第三届桃花节筹备。会议同意第三届桃花节于4月6日开幕，经费控制在90万元以内。开幕式门口设咨询点。停车引导由县交警大队负责。

三、关于夜间巴士收费。会议认为测算依据不足，夜间巴士收费的建议暂缓，由县交通运输局尽快补充测算。副县长汤若溪认为票价应当从低，对分段计价保留意见。多数单位不赞成延长运营时间。

四、关于社区工作者招聘。会议同意招聘社区工作者18名，笔试由县人力资源社会保障局组织，经费列入2026年预算。对方慕白等5名优秀社区工作者予以表扬，每人奖励2000元。

五、关于河湾镇敬老院改建。会议同意河湾镇敬老院改建，建设床位120张，春季入住率为81.5%，搬迁期间老人暂住镇卫生院东侧周转房。县民政局负责制定搬迁方案，县卫生健康局配合。通过短信向家属告知搬迁时间。

六、关于秸秆禁烧。全县设4个固定卡点，由县农业农村局负责，10月18日前到位。县公安局划定巡查线路600米。县林业局从东门到桥头布设隔离带。
"""


def telling(county: Assistant, text: str, said: str, *, preface: str = "") -> Telling:
    """Return what a sentence of the meeting tells of a question."""
    question, draft, catalogue = drafted(county, text, said, preface=preface)
    return telling_of(question, draft, catalogue)


def drafted(county: Assistant, text: str, said: str, *, preface: str = "") -> tuple[Question, Draft, Catalogue]:
    """Return a question as understood, the draft that tells it by one sentence of the meeting, and the catalogue."""
    composing = composing_of(county, text, today=TODAY)
    document_id = county.entries()[0].document_id
    held = composing.catalogue.document(document_id).text
    start = held.index(said)
    draft: Draft = composing.draft(
        "passages", [Sentence(said, (Quote(document_id, start, start + len(said)),))], preface=preface
    )
    return composing.question, draft, composing.catalogue
