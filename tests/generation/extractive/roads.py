"""Invented minutes on a road: stretches with the same labels, three estates that one sentence names."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tests.libraries import library_of

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.assistant import Assistant

TEXT = """榆河县人民政府专题会议纪要
第21期

2024年6月3日上午，副县长温伯言主持召开专题会议，研究环湖路改造。县发展和改革局局长鲁念去省里开会，没有参加。现纪要如下：

一、管网改造
近期杏林苑、机床厂宿舍、粮站宿舍先后列入征收。
会议同意改造范围调减为39个小区，杏林苑等三个小区退出。

二、分段责任
第一段　青岭口至东桥西（2公里）。包段领导：副县长温伯言；责任单位：青岭乡政府。
第二段　东桥（0.4公里）。包段领导：副县长闵若水；责任单位：县交通运输局。
第三段　东桥北至柳湾（3公里）。包段领导：副县长蓝素秋；责任单位：柳湾镇政府。

三、仓库搬迁
会议同意物资仓库搬迁，12月底前搬完。

出席：温伯言、闵若水、蓝素秋
"""


def roads_in(folder: Path) -> Assistant:
    """Return a library of the minutes."""
    return library_of({"榆河县专题会议纪要第21期.txt": TEXT}, folder, today=datetime.date(2024, 9, 1))
