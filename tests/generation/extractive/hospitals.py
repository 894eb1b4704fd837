"""Invented minutes of a hospital: tasks in a table, a request agreed to in part, a fee that was turned down."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tests.libraries import library_of

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.assistant import Assistant

TEXT = """榉川县第二医院院长办公会纪要
第6期

2024年5月8日下午，院长沈怀舟主持召开院长办公会。现纪要如下：

一、门诊楼锅炉更换
后勤科科长乐小舟汇报：锅炉用了十六年，拟更换2台，要96.5万元。
会议同意更换，9月底前装好。
| 序号 | 任务 | 牵头科室 | 配合科室 | 时限 |
| --- | --- | --- | --- | --- |
| 1 | 完成锅炉招标 | 后勤科 | 财务科 | 6月10日前 |
| 2 | 制定停暖期间病房安置方案 | 护理部 | 保卫科、内科 | 停暖前 |

二、食堂供餐时间
会议同意住院部食堂供餐延至20:00，6月1日起试行。
会议不同意门诊部食堂延时，门诊部食堂仍到18:30。

三、院区保洁
会议不同意保洁费涨到30万元，最多给到26万元。
后院的旧水池填平以后改放4个分类箱，摆放位置由各科自定。
"""


def hospital_in(folder: Path) -> Assistant:
    """Return a library of the minutes."""
    return library_of({"榉川二院院长办公会纪要第6期.txt": TEXT}, folder, today=datetime.date(2024, 9, 1))
