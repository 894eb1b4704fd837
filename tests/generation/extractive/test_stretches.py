"""Cutting sentences and clauses out of a text."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.extractive.stretches import sentence_at, sentences, to_its_consent, with_what_follows
from pipeline.minutes import EXAMPLE_MINUTES, Span

WRAPPED = """会议纪要
会议指出，老街改造要抓紧推进，全部住户的搬迁安置工
作须于今年十月底以前办结，由区住房建设局负责统筹协
调，区财政局按进度拨付资金。
会议同意调整停车收费标准
由区发展改革局另行公布新的收费标准和实施的日期。
"""
RAGGED = """研究老街改造方案的有关问题
会议同意该方案。
研究设立供水公司，注册资本五百万元
由区国资中心办理。
"""


def _cut(text: str) -> list[str]:
    document = parse_text(text, file="某区会议纪要.txt")
    return [document.quote(place) for place in sentences(document, Span(0, len(document.text)))]


def test_a_sentence_is_whole_over_lines_of_one_width() -> None:
    assert "调，区财政局按进度拨付资金。" in _cut(WRAPPED)[1]
    assert _cut(WRAPPED)[1].startswith("会议指出")


def test_a_short_line_and_ragged_lines_end_a_sentence() -> None:
    assert "会议同意调整停车收费标准" in _cut(WRAPPED)
    assert "研究设立供水公司，注册资本五百万元" in _cut(RAGGED)


LABELLED = """某区防汛会议纪要
更换城东泵站水泵3台，会议同意由市级资金先行安排这一项所需经费，其余分年落实，不再另行列支
（牵头单位：区水务局；配合单位：东河街道、各镇（街））
下穿通道积水达到20厘米立即封闭并在两端设置警示标识，安排专人昼夜值守，直到退水为止再放行
（责任单位：区公安分局）
"""


def test_a_line_of_labels_ends_its_sentence() -> None:
    assert any(one.startswith("下穿通道") for one in _cut(LABELLED))


def test_sentences_cover_a_text_without_blanks() -> None:
    text = EXAMPLE_MINUTES.text
    found = [text[span.start : span.end] for span in sentences(EXAMPLE_MINUTES, Span(0, len(text)))]
    assert found[0] == "一、讨论《城区停车管理办法》"
    assert found[-1] == "会议原则通过上述文件。"
    assert "".join(found) == text.replace("\n", "")


def test_a_line_that_ends_in_an_enumeration_goes_on() -> None:
    document = parse_text("一、夜间门诊\n会议同意先在内科、儿科、\n口腔科试行。\n", file="某院会议纪要.txt")
    found = [document.quote(place).replace("\n", "") for place in sentences(document, Span(0, len(document.text)))]
    assert "会议同意先在内科、儿科、口腔科试行。" in found


def test_an_announcement_goes_with_what_it_announces() -> None:
    document = parse_text("一、防汛\n会议要求：\n各镇备足物资。\n水务局每周通报。\n", file="某县会议纪要.txt")
    start = document.text.index("会议要求")
    whole = Span(0, len(document.text))
    place = with_what_follows(document, Span(start, start + 5), within=whole, limit=16)
    assert document.quote(place) == "会议要求：\n各镇备足物资。"
    assert with_what_follows(document, Span(start, start + 4), within=whole, limit=16) == Span(start, start + 4)


def test_a_table_is_told_whole() -> None:
    rows = "".join(f"{number} | 更换第{number}段{'老' * number}管道 | 某局 | 年底前\n" for number in range(1, 9))
    document = parse_text(f"一、管网\n任务分解如下：\n{rows}", file="某县会议纪要.txt")
    start = document.text.index("任务分解")
    place = with_what_follows(document, Span(start, start + 7), within=Span(start, len(document.text)), limit=60)
    assert "8 | 更换第8段" in document.quote(place)


def test_the_heading_of_a_point_takes_in_what_it_heads() -> None:
    text = "会议议定：\n1．关于水费收缴。由镇水厂收取。每季度公布一次。\n2．关于管护。各村负责。\n"
    document = parse_text(text, file="某镇会议纪要.txt")
    start = document.text.index("关于水费")
    heading, whole = Span(start, start + len("关于水费收缴。")), Span(0, len(document.text))
    place = with_what_follows(document, heading, within=whole, limit=100)
    assert document.quote(place) == "关于水费收缴。由镇水厂收取。每季度公布一次。"
    asked = Span(start, start + len("关于水费收缴。由镇水厂收取。"))
    assert with_what_follows(document, asked, within=whole, limit=100) == asked


def test_the_sentence_around_a_place() -> None:
    start = EXAMPLE_MINUTES.text.index("周明")
    place = sentence_at(EXAMPLE_MINUTES, Span(start, start + 2))
    assert EXAMPLE_MINUTES.quote(place) == "会议听取了市城管局局长周明《城区停车管理办法》的汇报。"
    short = sentence_at(EXAMPLE_MINUTES, Span(start, start + 2), limit=5)
    assert start in short


SET_IN = """    临川市人民政府常务会议纪要
    会议听取了市国资办主任邬文的汇报。方案拟设床位800
张，总投资9.8亿元，由市卫生健康委员会重新论证，会议
认为方案对人口导入的预测偏高，资金来源亦未落实，未予
通过。
    会议同意调整12宗地块的出让底价，底价为每亩100.5万
元，由市自然资源和规划局组织实施。
"""


def test_a_sentence_is_whole_over_lines_that_hold_more_signs_where_figures_are_narrow() -> None:
    cut = [one.replace("\n", "") for one in _cut(SET_IN)]
    assert any(one.startswith("方案拟设床位800张") and one.endswith("未予通过。") for one in cut)
    document = parse_text(SET_IN, file="某市会议纪要.txt")
    at = document.text.index("总投资")
    assert "床位800" in document.quote(sentence_at(document, Span(at, at + 3)))


PUT_IN = """　　一、加快建设。由县交运局牵头，各镇配合，在国道北侧选址建
设占地四十亩的货车停车场，设大型车泊位二百三十个、中型车九十
个，配套建设加水、维修、餐饮和司机休息用房，四月十日之前一并
完成选址论证，九月底前投入使用。
　　二、规范停放。县公安局负责在滨河路、工业路施划临时泊位若干
个，并于三月二十五日前完成；泊位的收费标准由县发改局予以核定
后公布。
　　三、严格执法。由县交警大队牵头，县综合执法局协助，自四月一日起开展为期三个月的集中整治，对屡教不改的一律从严处罚。
"""


def test_one_long_paragraph_among_wrapped_lines_does_not_hide_their_width() -> None:
    document = parse_text(PUT_IN, file="某县专题会议纪要.txt")
    found = [document.quote(place).replace("\n", "") for place in sentences(document, Span(0, len(document.text)))]
    assert any(one.endswith("四月十日之前一并完成选址论证，九月底前投入使用。") for one in found)
    assert "县公安局负责在滨河路、工业路施划临时泊位若干个，并于三月二十五日前完成；" in found


def test_no_sentence_begins_with_a_mark_that_closes_or_parts() -> None:
    text = "一、停车场\n由县交运局牵头，设大型车泊位230个\n、中型车泊位90个，年内建成。\n"
    document = parse_text(text, file="某县专题会议纪要.txt")
    found = [document.quote(place).replace("\n", "") for place in sentences(document, Span(0, len(document.text)))]
    assert "由县交运局牵头，设大型车泊位230个、中型车泊位90个，年内建成。" in found


def test_a_cell_in_brackets_ends_its_line() -> None:
    text = """防汛会议纪要
一、关于低洼路段
会议同意九月底前完成整治。（牵头单位：区住建局；配合单位：两个街道）
桥下积水达到三十厘米立即封闭道路。（责任单位：区交警大队）
"""
    assert "桥下积水达到三十厘米立即封闭道路。" in _cut(text)


def test_a_refusal_goes_with_the_smaller_consent_behind_it() -> None:
    text = "纪要\n一、保洁\n会议不同意整体外包，继续自办；同意只把擦窗外包，每年控制在2万元以内。\n由后勤科负责。\n"
    document = parse_text(text, file="某局会议纪要.txt")
    first = next(one for one in sentences(document, Span(0, len(text))) if "不同意" in document.quote(one))
    assert document.quote(to_its_consent(document, first)).endswith("每年控制在2万元以内。")
    last = list(sentences(document, Span(0, len(text))))[-1]
    assert to_its_consent(document, last) == last


def test_the_bracket_behind_a_sentence_belongs_to_it_and_is_not_cut() -> None:
    first = "泵站7月底前换完。【牵头：区水务局；配合：东河街道】"
    second = "围堰由各镇巡查，险情即报【区应急局；各镇】。"
    found = _cut(f"某区会议纪要\n{first}\n{second}\n")
    assert first in found
    assert second in found
