"""Writes documents that stand in the way of a search: near twins of given minutes, and minutes of invented towns.

A near twin (a third of all) has the body, titles, units and persons of its original, and another number, year and
verdict. The same seed writes the same documents.

python benchmarks/distractors.py --out FOLDER [--count 3000] [--seed 1] [--of data/minutes]
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

TWIN_SHARE = 3  # every third document is a near twin
YEARS = range(2008, 2026)
NUMERALS = "一二三四五六七八九十"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
GIVEN = "文明志国建华永平春晓海峰丽敏俊杰秀英晨宇浩然雪梅玉兰振东立新思远家宁一鸣雨桐子涵"
PLACES = "临清安宁永泰嘉东南北江河湖山海云龙凤石金玉阳城川原溪浦泽州陵岭港"
LEVELS = ("市", "县", "区")
UNITS = tuple(
    re.findall(
        r"\S+",
        """
    财政局 发改委 住建局 教育局 卫健委 民政局 人社局 水务局 生态环境局 交通运输局 农业农村局
    商务局 科技局 市场监管局 城管局 应急管理局 自然资源和规划局 文广旅局 公安局 司法局 审计局
    统计局 行政审批局 国资办 医保局 退役军人事务局
        """,
    )
)
KINDS = ("实施意见", "管理办法", "工作方案", "三年行动计划", "若干政策措施", "暂行规定", "情况汇报", "专项规划")
MATTERS = tuple(
    re.findall(
        r"\S+",
        """
    城区停车泊位建设 老旧小区改造 城市生活垃圾分类 农村公路养护 学前教育普惠发展 义务教育学位供给
    公立医院综合改革 居家养老服务 残疾人就业帮扶 社会救助联动 河道水环境治理 污水管网改造
    大气污染防治 土壤污染修复 永久基本农田保护 闲置土地处置 工业用地更新 招商引资考核
    外资企业服务 科技型企业培育 创业投资引导 政府采购监管 国有企业改革 政府隐性债务化解
    预算绩效管理 政务服务一件事 营商环境优化 消防安全整治 燃气安全整治 危险化学品监管
    防汛防台应急 食品安全示范 文物保护利用 全民健身设施 乡村旅游发展 高标准农田建设 村级集体经济
    脱贫成果巩固 人才公寓分配 高层次人才引进 住房公积金归集 商品房预售监管 物业服务提升
    充电设施布局 公交线网优化 轨道交通建设 电动自行车管理 网络安全保障 矛盾纠纷调处 扫黑除恶斗争
    反诈宣传 普法教育 巡察整改 干部教育培训 机关作风建设 疫情防控物资 疫苗接种组织
    传染病救治能力 建筑工地扬尘 餐饮油烟治理 犬类管理 户外广告整治
        """,
    )
)
TASKS = (
    "{unit}要会同{other}抓紧细化任务，明确时间节点，{deadline}完成。",
    "由{unit}牵头，{other}配合，{deadline}拿出具体方案。",
    "{unit}负责统筹资金{amount}万元，做到专款专用。",
    "要加强宣传引导，{unit}、{other}按职责分工抓好落实。",
    "各镇（街道）要压实责任，{unit}每季度通报一次进展。",
    "要坚持问题导向，借鉴先进地区经验，{unit}{deadline}完成摸底{amount}处。",
    "{unit}要建立长效机制，全年完成{amount}个点位建设，受益群众{amount}户。",
)
VERDICTS = (
    "会议原则通过{what}，要求修改完善后印发实施。",
    "会议原则同意{what}，要求按程序报批。",
    "会议同意{what}。",
    "会议不同意{what}，要求重新研究。",
    "会议决定{what}暂缓，待条件成熟后再议。",
    "",
)
DEADLINES = ("6月底前", "9月底前", "年底前", "一个月内", "第三季度末", "11月15日前")


@dataclass(frozen=True, slots=True)
class Original:
    """What a near twin keeps of a document: body, kind of meeting, titles with reporters, people."""

    body: str
    year: int | None
    mark: str
    meeting: str
    matters: tuple[tuple[str, str], ...]
    chair: str
    present: tuple[str, ...]
    observers: tuple[str, ...]


def originals(folders: Sequence[Path]) -> list[Original]:
    """Return what near twins are made of, from all minutes of some folders that have a number, items and people."""
    from pipeline.documents.parse import parse
    from pipeline.documents.read import read_file

    found = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        document = parse(read_file(path, max_bytes=10_000_000))
        body, people = document.issuing_body, document.attendance
        if document.kind != "minutes" or not body or people is None or not document.items:
            continue
        matters = []
        for item in document.items:
            who = item.presenter
            reporter = f"{who.unit or ''}{who.role or ''}{who.name}" if who else ""
            matters.append((item.title, reporter))
        mark = (document.document_number or "府纪〔").split("〔")[0]
        found.append(
            Original(
                body=body,
                year=int((document.meeting.date or "0")[:4]) or None,
                mark=mark,
                meeting="常务会议",
                matters=tuple(matters),
                chair=document.meeting.chair or people.present[0].name if people.present else "",
                present=tuple(person.name for person in people.present),
                observers=tuple(f"{person.unit or ''}{person.name}" for person in people.observers),
            )
        )
    return found


def write(folder: Path, *, count: int, seed: int, of: Sequence[Path]) -> int:
    """Write `count` documents into a folder and return how many are near twins."""
    random_ = random.Random(seed)
    kept = originals(of)
    free = [year for year in YEARS if year not in {original.year for original in kept}]
    folder.mkdir(parents=True, exist_ok=True)
    twins = 0
    for place in range(count):
        twin = bool(kept) and place % TWIN_SHARE == 0
        original = kept[(place // TWIN_SHARE) % len(kept)] if twin else _invented(random_)
        twins += twin
        number, year, text = _document(original, random_, years=free if twin else YEARS)
        (folder / f"{place:05d}_{original.mark}〔{year}〕{number}号.txt").write_text(text, encoding="utf-8")
    return twins


def _document(original: Original, random_: random.Random, *, years: Sequence[int]) -> tuple[int, int, str]:
    """Return number, year and text of one document."""
    year, number, meeting = random_.choice(years), random_.randint(1, 48), random_.randint(51, 190)
    month, day = random_.randint(1, 12), random_.randint(1, 28)
    lines = [original.body, "", f"{original.meeting}纪要", "", f"{original.mark}〔{year}〕{number}号", ""]
    session = original.meeting.replace("常务", f"第{meeting}次常务")
    lines.append(f"{year}年{month}月{day}日，{original.chair}主持召开{session}，现纪要如下：")
    for place, (title, reporter) in enumerate(original.matters):
        lines += _item(place, title, reporter, random_)
    lines += ["", "出席：" + "  ".join(original.present)]
    if original.observers:
        lines.append("列席：" + "，".join(original.observers) + "。")
    lines += ["", f"{original.body}办公室{year}年{month}月{min(28, day + 3)}日印发"]
    return number, year, "\n".join(lines) + "\n"


def _item(place: int, title: str, reporter: str, random_: random.Random) -> Iterator[str]:
    """Yield the lines of an item with other decisions and another verdict."""
    label = NUMERALS[place] if place < 10 else "十" + NUMERALS[place - 10] if place < 19 else str(place + 1)
    yield f"{label}、讨论{title}"
    if reporter:
        yield f"会议听取了{reporter}关于{title}的汇报。"
    for task in range(random_.randint(1, 4)):
        unit, other = random_.sample(UNITS, 2)
        said = random_.choice(TASKS).format(
            unit=f"市{unit}", other=f"市{other}", deadline=random_.choice(DEADLINES), amount=random_.randint(2, 9000)
        )
        yield f"{task + 1}. {said}"
    if verdict := random_.choice(VERDICTS):
        yield verdict.format(what="上述文件")


def _invented(random_: random.Random) -> Original:
    """Return the meeting of an invented town."""
    town = "".join(random_.sample(PLACES, 2))
    level = random_.choice(LEVELS)

    def person() -> str:
        return random_.choice(SURNAMES) + "".join(random_.sample(GIVEN, random_.randint(1, 2)))

    matters = []
    for matter in random_.sample(MATTERS, random_.randint(3, 9)):
        title = f"《关于{matter}的{random_.choice(KINDS)}》"
        matters.append((title, f"{level}{random_.choice(UNITS)}局长{person()}".replace("局局长", "局局长")))
    return Original(
        body=f"{town}{level}人民政府",
        year=None,
        mark=f"{town[0]}政纪",
        meeting=f"{level}政府常务会议",
        matters=tuple(matters),
        chair=person(),
        present=tuple(person() for _ in range(random_.randint(5, 12))),
        observers=tuple(f"{level}{unit}{person()}" for unit in random_.sample(UNITS, 8)),
    )


def main() -> None:
    """Write the documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--of", type=Path, nargs="+", default=[ROOT / "data" / "minutes"])
    arguments = parser.parse_args()
    twins = write(arguments.out, count=arguments.count, seed=arguments.seed, of=arguments.of)
    print(f"{arguments.count} documents, {twins} of them near twins")


if __name__ == "__main__":
    main()
