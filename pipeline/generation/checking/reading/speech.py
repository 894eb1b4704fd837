"""Parts of speech: which words of a text name something, and which only join, point or colour."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.config import ROOT
from pipeline.patterns import compiled

SPEECH = ROOT / "models" / "speech.txt"
RUN = compiled(r"[\u4e00-\u9fff]+")
"""Characters in a row, without figures and marks."""
_LONGEST = 4
# Nouns and verbs that a sentence may use to say what it says: they name nothing
_ORDINARY = frozenset(
    re.findall(
        r"\S+",
        """
    单位 部门
    情况 问题 方面 工作 事项 事宜 事情 时候 时间 期间 阶段 程度 过程 范围 部分 内容 方式 办法 措施 要求 意见 看法
    原因 依据 根据 基础 条件 前提 目的 目标 结果 效果 作用 意义 重点 难点 关键 环节 任务 责任 职责 现象 形势 局面
    打算 开始 下来 回来 起来 过来 出来 上来 进来 下去 上去 出去 回去
    这件事 那阵子 那段时间 放到 放在 想方设法 千方百计 组成 此事 这事 该事 一事
    这批 那批 该批 这份 那份 该份 这项 该项 这笔 该笔 这块 该块 这家 该家 这座 该座 这条 该条 这起 该起 这套 该套
    这次 此次 本次 该次 这类 此类 该类 这种 此种 这些 那些 这个 那个 前者 后者 双方 各方 各方面 有关方面 方方面面
    成比例 清理后 调整后 修改后 届时 到时 目前 当前 眼下 如今 现在 日前 近期 近日 后续 此后 此前 随后 随即 继而
    进行 开展 予以 加以 给予 作出 做出 作为 成为 属于 位于 处于 存在 出现 发生 产生 形成 具有 具备 拥有 带来 显得
    要把 需要 应当 必须 务必 可以 能够 得以 得到 获得 取得 获取 做到 达到 实现 看到 看出 觉得 指望 希望 感到 显示
    说明 表明 介绍 表示 认为 指出 提出 谈到 讲到 强调 决定 议定 商定 确定 明确 研究 讨论 审议 听取 汇报 报告 会上
    与会 参会 出席 人员 同志 大家 有人 安排 负责 落实 完成 推进 抓好 做好 搞好 办好 处理 解决 继续 仍然 依然 还要
    总共 一共 共计 合计 累计 总计 一并 一同 一起 一道 分别 各自 全程 整个 全体 大体 总体 基本 主要 尤其 特别 例如
    最多 至多 顶多 最少 至少 起码
    之内 以内 之外 以外 之间 当中 其中 里面 上面 下面 左右 前后 上下 那里 这里 此处 当地 本地 有关 相关 相应 具体
    法律法规 按照 依照 遵照 凭借 通过 经由 借助 围绕 针对 鉴于 由于 因为 因此 所以 为此 从而 以便 以免 以致 不过
    确实 无法 难以 无论 不论 无一例外 什么 怎么 多少 凡是 只要 只有 除非 除了 除此之外 与此同时
    接下来 换句话说 也就是说 也就是 不再 往后
    今后 以往 过去 将来 未来 原先 原来 本来 先行 先期 同步 统一 集中 及时 尽快 积极 认真 切实 进一步 再次 重新
    """,
    )
)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """Return the kind of each word of the list: f, v, a or n."""
    found: dict[str, str] = {}
    for line in SPEECH.read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition(" ")
        if kind != "#":
            found.update(dict.fromkeys(words.split(), kind))
    return found


def kind_of(word: str) -> str:
    """Return the kind of a word (f function word, v verb, a adjective, n noun), empty where the list lacks it.

    >>> kind_of("工业"), kind_of("更换"), kind_of("按照")
    ('n', 'v', 'f')
    """
    return _kinds().get(word, "")


@lru_cache(maxsize=4096)
def cut(run: str) -> tuple[str, ...]:
    """Return a run of characters cut into words of the list, the longest first from its end; others stand alone.

    >>> cut("按照规定更换设备")
    ('按照', '规定', '更换', '设备')
    """
    known, found, end = _kinds(), list[str](), len(run)
    while end:
        size = next((size for size in range(min(_LONGEST, end), 1, -1) if _is_word(run[end - size : end], known)), 1)
        found.append(run[end - size : end])
        end -= size
    return tuple(reversed(found))


def words_of(text: str) -> list[str]:
    """Return every word of a folded text in order, little ones too."""
    return [word for run in RUN.findall(text) for word in cut(run)]


def _is_word(word: str, known: dict[str, str]) -> bool:
    return word in known or word in _ORDINARY


def is_ordinary(word: str) -> bool:
    """Tell whether a word names nothing, so that any sentence may use it.

    >>> is_ordinary("这批"), is_ordinary("情况"), is_ordinary("冲锋舟")
    (True, True, False)
    """
    return len(word) > 1 and (word in _ORDINARY or kind_of(word) == "f")


def without_ordinary(run: str) -> str:
    """Return a run of characters with its ordinary words blanked out.

    >>> without_ordinary("这批设备按照规定更换")
    '_设备_规定更换'
    """
    return "".join("_" if is_ordinary(word) else word for word in cut(run))
