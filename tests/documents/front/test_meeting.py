from __future__ import annotations

import pytest

from pipeline.documents.front.head import read_facts
from pipeline.minutes import Meeting
from tests.documents.paper import blocks


def meeting(text: str, *, foot: str = "", file: str = "无年份.txt") -> Meeting:
    from pipeline.documents.text.clean import prepare

    whole = text + "\n" + foot if foot else text
    sheet = prepare(whole, file=file)
    found = blocks(whole)
    count = len(blocks(text))
    return read_facts(sheet, found[:count], found[count:], is_meeting=True).meeting


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("5月24日，杜明市长主持召开市政府第4次常务会议，现纪要如下：", "杜明"),
        ("2020年3月7日上午，市长周东主持召开市政府第50次常务会议。", "周东"),
        ("2021年6月28日，副市长陶军在市政府三楼会议室主持召开会议。", "陶军"),
        ("9月1日，市委副书记、市长李四同志主持召开会议。", "李四"),
        ("会议由董事长罗兰召集并主持。会议在二楼召开。", "罗兰"),
        ("受市长李明委托，常务副市长王刚主持召开会议。", "王刚"),
        ("某总理王立3月22日主持召开常务会议，听取汇报。", "王立"),
        ("主 持 人：区长  董  伟", "董伟"),
        ("主持：赵国", "赵国"),
        ("副市长、市防汛抗旱指挥部指挥马平主持召开专题会议。", "马平"),
        ("3月7日召开第5次会议，研究工作。", None),
    ],
)
def test_chair(text: str, chair: str | None) -> None:
    assert meeting(text).chair == chair


@pytest.mark.parametrize(
    ("text", "foot", "file", "date", "source"),
    [
        ("某政纪〔2017〕4号\n5月24日，市长杜明主持召开会议。", "", "a.txt", "2017-05-24", "document_number"),
        ("2018年第7次\n5月3日，县长段明主持召开县政府2018年第7次会议。", "", "a.txt", "2018-05-03", "text"),
        ("9月28日，书记梁新主持召开会议。", "某县委办公室 2021年9月30日印发", "a.txt", "2021-09-28", "text"),
        (
            "区府纪〔2015〕2号\n12月28日，区长黎东主持召开会议。",
            "2016年1月6日印发",
            "a.txt",
            "2015-12-28",
            "document_number",
        ),
        ("区府纪〔2016〕1号\n12月28日，区长黎东主持召开会议。", "2016年1月6日印发", "a.txt", "2015-12-28", "text"),
        ("区府纪〔2016〕1号\n12月28日，区长黎东主持召开会议。", "", "a.txt", "--12-28", "text"),
        ("5月6日，省长李明主持召开会议。", "", "会议纪要_2022.txt", "2022-05-06", "filename"),
        ("5月6日，省长李明主持召开会议。", "", "a.txt", "--05-06", "text"),
        ("二〇二〇年三月七日，市长李明主持召开会议。", "", "a.txt", "2020-03-07", "text"),
        ("会议时间：2018年11月19日", "", "a.txt", "2018-11-19", "text"),
        (
            "第2次　　校办编　　2021年9月22日\n开会日期　2021年9月18日14:30\n地点　三楼",
            "",
            "a.txt",
            "2021-09-18",
            "text",
        ),
        (
            "市政府办公室编　　　二〇二一年八月二十六日\n8月20日，市长向红主持召开会议。",
            "",
            "a.txt",
            "2021-08-20",
            "text",
        ),
        ("时间：二〇二二年元月十二日晚", "", "a.txt", "2022-01-12", "text"),
        ("时　间：2020年4月22曰（星期三）", "", "a.txt", "2020-04-22", "text"),
        ("〔2019〕18号\n七月十一日上午，书记周定主持召开会议。", "", "a.txt", "2019-07-11", "document_number"),
        ("某市政府办公室　　　　2017年10月31日\n10月25日，副市长向红主持召开会议。", "", "a.txt", "2017-10-25", "text"),
        ("发布时间：2024-04-19 08:12\n4月18日，省长闵川主持召开会议。", "", "a.txt", "2024-04-18", "text"),
        ("8月20日，州长马军主持召开会议。", "", "会议_20190820.txt", "2019-08-20", "filename"),
    ],
)
def test_date_and_where_the_year_comes_from(text: str, foot: str, file: str, date: str, source: str) -> None:
    found = meeting(text, foot=foot, file=file)
    assert (found.date, found.date_source) == (date, source)


@pytest.mark.parametrize(
    ("text", "name", "number", "session"),
    [
        ("市政府第4次常务会议纪要\n5月24日，杜明市长主持召开市政府第4次常务会议。", "市政府第4次常务会议", 4, None),
        ("某区人民政府四届五十一次常务会议纪要", "某区人民政府四届五十一次常务会议", 51, "四届五十一次"),
        (
            "常务会议纪要\n5月3日，县长段明主持召开县政府2018年第7次常务会议。",
            "县政府2018年第7次常务会议",
            7,
            "2018年第7次",
        ),
    ],
)
def test_name_and_number(text: str, name: str, number: int, session: str | None) -> None:
    found = meeting(text)
    assert (found.name, found.number, found.session) == (name, number, session)


def test_place_and_labels() -> None:
    assert meeting("会议地点：区政府第二会议室").place == "区政府第二会议室"
    assert meeting("3月7日，市长李明在市政府三楼会议室主持召开会议。").place == "市政府三楼会议室"


def test_the_lead_says_whose_meeting_the_title_numbers() -> None:
    text = (
        "某市安全生产委员会\n2024年第二次全体会议纪要\n4月8日，市长李明主持召开市安委会2024年第二次全体会议，通报形势。"
    )
    assert meeting(text).name == "市安委会2024年第二次全体会议"


def test_the_lead_says_the_year_of_a_number() -> None:
    text = "区长办公会议纪要\n第8次\n5月22日，区长秦明主持召开2024年第8次区长办公会议。"
    assert (meeting(text).number, meeting(text).session, meeting(text).date) == (8, "2024年第8次", "2024-05-22")


def test_the_day_of_a_notice_is_not_the_day_of_the_meeting() -> None:
    text = "第二届董事会第九次会议决议\n公司第二届董事会第九次会议通知于2023年10月17日送达，会议于2023年10月27日召开。"
    assert meeting(text).date == "2023-10-27"


def test_the_chair_with_a_padded_name_and_the_meeting_whose_minutes_are_issued() -> None:
    assert meeting("规委会第3次会议纪要\n主任委员：顾 清 风（主持）").chair == "顾清风"
    assert meeting("关于印发某领导小组2024年第三次全体会议纪要的通知").name == "某领导小组2024年第三次全体会议"


def test_the_year_of_who_signed() -> None:
    assert (
        meeting("会商纪要\n签发：曾国  2024年6月18日\n6月18日8时，副市长曾国主持召开会商会，会商汛情。").date
        == "2024-06-18"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("丹河市卫生健康委员会\n会议名称：委党组（扩大）会议\n时间：2024年2月28日", "委党组（扩大）会议"),
        ("主题：南苑社区“两委”联席会议    第 3 次\n日期：2024年1月16日", "南苑社区“两委”联席会议"),
        (
            "岚水市规划委员会\n岚水市规划委员会2024年第二次会议\n会议日期：2024/10/18",
            "岚水市规划委员会2024年第二次会议",
        ),
        ("岚水市规划委员会\n时间：2024年10月18日", None),
    ],
    ids=["labelled", "as the subject", "as the title", "only a body"],
)
def test_a_name_without_the_word_minutes(text: str, name: str | None) -> None:
    assert meeting(text).name == name
