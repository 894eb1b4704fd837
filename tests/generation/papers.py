"""Invented papers as finished trees, for tests that must not depend on the parser; no body or person of them exists."""

from __future__ import annotations

from dataclasses import replace

from pipeline.minutes import (
    Deadline,
    Document,
    Item,
    Meeting,
    OtherMatter,
    Outcome,
    Point,
    Presenter,
    Section,
    Span,
    Votes,
)

_MINUTES = """临政纪〔2021〕6号
3月8日上午，市长郑远航主持召开市政府第12次常务会议。
会议强调，要绷紧安全生产之弦。
一、讨论《临川市停车管理办法》
会议听取了市城管局局长周明关于办法起草情况的汇报。
会议明确：
1. 停车难是群众反映强烈的重要方面。由市城管局牵头，市公安局配合，6月底前完成泊位普查，共1200个，推动停车秩序好转。
2. 要进一步加强宣传引导。
会议要求滨河新区：
1. 积极对接市规划局，对项目方案进行完善。
会议原则通过上述文件，要求修改完善后提交市委常委会讨论。
二、听取关于公交票价调整情况的汇报
（一）不同意关于公交票价调整情况的汇报，请市交通局重新测算。
（二）各单位要抓好落实。
表决：同意4票，反对7票。
三、听取关于防汛工作的汇报
会议听取了市水务局局长何川的汇报。各镇要备足防汛物资。
会议还审议了《救援基金方案》，学习了《数据安全法》。
"""


def _span(text: str, wording: str, after: int = 0) -> Span:
    start = text.index(wording, after)
    return Span(start, start + len(wording))


def _point(text: str, label: str | None, wording: str, *, after: int, **fields: object) -> Point:
    place = _span(text, wording, after)
    return Point(label=label, text=wording, start=place.start, end=place.end, **fields)  # type: ignore[arg-type]


def minutes() -> Document:
    """Minutes with a verdict of its own, one inside a point, and an item that decides nothing."""
    text = _MINUTES
    first, second, third = (text.index(mark) for mark in ("一、", "二、", "三、"))
    tail = text.index("会议还审议")
    lead = _span(text, "由市城管局牵头", first).start
    survey = _point(
        text,
        "1",
        text[text.index("停车难") : text.index("\n2. 要进一步")],
        after=first,
        lead_units=("市城管局",),
        support_units=("市公安局",),
        deadline=Deadline(text="6月底前", date="2021-06-30"),
        spans={
            "lead_units.0": _span(text, "市城管局", lead),
            "support_units.0": _span(text, "市公安局", lead),
            "deadline": _span(text, "6月底前", lead),
        },
    )
    spread = _point(text, "2", "要进一步加强宣传引导。", after=first)
    district = _span(text, "滨河新区", first)
    addressed = _point(
        text,
        "1",
        "积极对接市规划局，对项目方案进行完善。",
        after=district.end,
        group="会议要求滨河新区",
        addressed_to="滨河新区",
        lead_units=("滨河新区",),
        spans={"lead_units.0": district, "addressed_to": district},
    )
    passed = _span(text, "会议原则通过上述文件", first)
    parking = Item(
        label="一",
        number=1,
        title="《临川市停车管理办法》",
        verb="讨论",
        presenter=Presenter(name="周明", role="局长", unit="市城管局"),
        outcomes=(
            Outcome(class_="approved_in_principle", text="会议原则通过上述文件", start=passed.start, end=passed.end),
        ),
        next_step="修改完善后提交市委常委会讨论",
        points=(survey, spread, addressed),
        spans={
            "title": _span(text, "《临川市停车管理办法》"),
            "presenter": _span(text, "市城管局局长周明"),
            "next_step": _span(text, "修改完善后提交市委常委会讨论"),
        },
        start=first,
        end=second,
    )
    refused = _span(text, "不同意关于公交票价调整情况的汇报", second)
    fares = Item(
        label="二",
        number=2,
        title="关于公交票价调整情况的汇报",
        verb="听取",
        outcomes=(
            Outcome(class_="rejected", text="不同意关于公交票价调整情况的汇报", start=refused.start, end=refused.end),
        ),
        next_step="请市交通局重新测算",
        votes=Votes(for_=4, against=7),
        points=(
            _point(text, "一", "不同意关于公交票价调整情况的汇报，请市交通局重新测算。", after=second),
            _point(text, "二", "各单位要抓好落实。", after=second),
        ),
        spans={
            "title": _span(text, "关于公交票价调整情况的汇报", second),
            "next_step": _span(text, "请市交通局重新测算"),
            "votes": _span(text, "同意4票，反对7票", second),
        },
        start=second,
        end=third,
    )
    floods = Item(
        label="三",
        number=3,
        title="关于防汛工作的汇报",
        verb="听取",
        presenter=Presenter(name="何川", role="局长", unit="市水务局"),
        spans={"title": _span(text, "关于防汛工作的汇报"), "presenter": _span(text, "市水务局局长何川")},
        start=third,
        end=tail,
    )
    reviewed, studied = _span(text, "审议了《救援基金方案》"), _span(text, "学习了《数据安全法》")
    return Document(
        file="临政纪〔2021〕6号.txt",
        text=text,
        kind="minutes",
        name="临政纪〔2021〕6号",
        document_number="临政纪〔2021〕6号",
        meeting=Meeting(
            name="市政府第12次常务会议",
            number=12,
            date="2021-03-08",
            date_text="3月8日",
            date_source="document_number",
            chair="郑远航",
        ),
        head=Span(0, text.index("会议强调")),
        preamble=Span(text.index("会议强调"), first),
        items=(parking, fares, floods),
        tail=Span(tail, len(text)),
        other_matters=(
            OtherMatter(verb="审议", title="《救援基金方案》", start=reviewed.start, end=reviewed.end),
            OtherMatter(verb="学习", title="《数据安全法》", outcome="studied", start=studied.start, end=studied.end),
        ),
        spans={
            "document_number": _span(text, "临政纪〔2021〕6号"),
            "meeting.name": _span(text, "市政府第12次常务会议"),
            "meeting.date": _span(text, "3月8日"),
            "meeting.chair": _span(text, "郑远航"),
        },
    )


_REPORT = """根据统一部署,省委第一巡视组于2022年3月1日至5月31日对临川市开展了巡视。
一、组织领导情况
一是深化认识,切实增强整改自觉。先后召开专题会议3次,研究部署整改工作。
二、整改进展情况
1.关于“基础设施薄弱”问题的整改。
(1)完善路网体系。大力推进道路建设,新建道路12公里,总投资3.5亿元,有效改善群众出行。加强日常养护。做好排水工作。
(2)健全机制。出台《道路养护办法》,明确责任,推动养护规范化。
2.关于“服务意识不强”问题的整改。
(3)优化服务。要求各窗口在2022年12月底前实现一窗受理。
三、下一步工作打算
一是更加注重长效,推动成果转化。坚持举一反三。
"""


def report() -> Document:
    """A rectification report with two problems, three measures, and a section on what is ahead."""
    text = _REPORT
    first, second, third = (text.index(mark) for mark in ("一、", "二、", "三、"))
    other = text.index("2.关于")
    items = []
    for label, start, end, title in (
        ("1", text.index("1.关于"), other, "关于“基础设施薄弱”问题的整改"),
        ("2", other, third, "关于“服务意识不强”问题的整改"),
    ):
        points = []
        for number in ("1", "2", "3"):
            place = text.find(f"({number})", start, end)
            if place >= 0:
                wording = text[place + 3 : text.index("\n", place)]
                points.append(_point(text, number, wording, after=place))
        items.append(
            Item(
                label=label,
                number=int(label),
                title=title,
                section="二",
                points=tuple(points),
                spans={"title": _span(text, title)},
                start=start,
                end=end,
            )
        )
    limit = _span(text, "2022年12月底前")
    dated = replace(
        items[1].points[0],
        deadline=Deadline(text="2022年12月底前", date="2022-12-31"),
        spans={"deadline": limit},
    )
    return Document(
        file="整改通报.txt",
        text=text,
        kind="rectification",
        name="整改通报",
        head=Span(0, first),
        sections=(
            Section(label="一", title="组织领导情况", start=first, end=second),
            Section(label="二", title="整改进展情况", start=second, end=third),
            Section(label="三", title="下一步工作打算", start=third, end=len(text)),
        ),
        items=(items[0], replace(items[1], points=(dated,))),
    )
