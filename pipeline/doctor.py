"""Looks at everything that answers rest on, and says of each whether it is well and how to mend it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.errors import EncoderError, JiyaoError

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.retrieval.library import Library

_CACHES = {"keywords": "关键词索引", "vectors": "向量索引"}
_NAMED = 5
"""So many files are named in a line."""
REACH_SECONDS = 5.0  # how long a server may take to accept a connection


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `mend` is the next step where it is not well, else empty."""

    name: str
    ok: bool
    detail: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """All checks, and the settings in force without any secret."""

    checks: tuple[Check, ...]
    settings: dict[str, str]

    @property
    def ok(self) -> bool:
        """Whether nothing is amiss."""
        return all(check.ok for check in self.checks)

    @property
    def text(self) -> str:
        """The report for a person: a line for each check, what to do below it, then the settings."""
        lines = []
        for check in self.checks:
            lines.append(f"{'✓' if check.ok else '✗'} {check.name}：{check.detail}")
            lines += [f"  → {check.mend}"] if check.mend else []
        return "\n".join([*lines, "", "设置", *(f"  {name} = {value}" for name, value in self.settings.items())])

    def to_json(self) -> dict[str, Any]:
        """Return the report as `jiyao doctor --json` prints it."""
        checks = [
            {"name": check.name, "ok": check.ok, "detail": check.detail, "mend": check.mend} for check in self.checks
        ]
        return {"ok": self.ok, "checks": checks, "settings": self.settings}


def examine(settings: Settings, open_library: Callable[[], Library]) -> DoctorReport:
    """Check the library's folder, the encoder, the stores and the model.

    Args:
        settings: the settings in force.
        open_library: opens the library; called only where there is one, so that looking never makes it.
    """
    return DoctorReport(tuple(_checks(settings, open_library)), _shown(settings))


def _checks(settings: Settings, open_library: Callable[[], Library]) -> Iterator[Check]:
    """Yield the checks in the order in which things rest on each other."""
    yield _folder(settings)
    yield _encoder(settings)
    yield _stores(settings, open_library)
    yield from _numbering(settings)
    yield _model(settings)
    yield from _reranker(settings)
    yield from _units(settings)
    yield from _language(settings)


def _language(settings: Settings) -> Iterator[Check]:
    """Say what a language other than Chinese has effect on, so that nobody counts on more."""
    if settings.language != "zh":
        yield Check("语言", True, "界面用英文；命令的输出只有中文")


def _reranker(settings: Settings) -> Iterator[Check]:
    """Check that the reranker loads, where one is set."""
    from pipeline.retrieval.rerank import load_reranker

    if not settings.reranker:
        return
    try:
        load_reranker(settings.reranker)
    except JiyaoError as error:
        yield Check("重排", False, str(error), "请改正或清空 JIYAO_RERANKER")
    else:
        yield Check("重排", True, settings.reranker)


def _folder(settings: Settings) -> Check:
    """Check that the library's folder can be written, or made."""
    standing = settings.home
    while not standing.exists() and standing != standing.parent:
        standing = standing.parent
    if standing.is_dir() and os.access(standing, os.W_OK):
        return Check("库文件夹", True, str(settings.home))
    return Check("库文件夹", False, f"{settings.home} 不能写入", "用 --home 或 JIYAO_HOME 指定一个可写的文件夹")


def _encoder(settings: Settings) -> Check:
    """Check that the encoder loads."""
    from pipeline.retrieval.encode import load_encoder

    try:
        encoder = load_encoder(settings.encoder)
    except JiyaoError as error:
        return Check("编码器", False, str(error), "清空 JIYAO_ENCODER 即用内置编码器")
    return Check("编码器", True, f"{encoder.name}，{encoder.dimension} 维")


def _stores(settings: Settings, open_library: Callable[[], Library]) -> Check:
    """Check that catalogue, vectors and keywords hold the same."""
    from pipeline.retrieval.catalogue import Catalogue

    try:
        count = Catalogue(settings.home).count()
        if not count:
            return Check("库", False, f"{settings.home} 中还没有文件", "jiyao ingest 文件夹")
        step = open_library().in_step()
    except JiyaoError as error:
        mend = "先改正编码器的设置，再运行 jiyao doctor" if isinstance(error, EncoderError) else "jiyao rebuild"
        return Check("库", False, str(error), mend)
    amiss = [f"{_CACHES.get(cache.name, cache.name)}{cache.problem}" for cache in step.caches if cache.problem]
    if amiss:
        away = any("JIYAO_CHROMA_URL" in problem for problem in amiss)
        mend = "检查 JIYAO_CHROMA_URL 与网络；或清空它，改用内置的向量库" if away else "jiyao rebuild"
        return Check("库", False, f"{count} 份文件，索引与目录不一致：{'；'.join(amiss)}", mend)
    return Check("库", True, f"{count} 份文件，{step.chunks} 段，各索引一致")


def _numbering(settings: Settings) -> Iterator[Check]:
    """Say which documents have items whose numbers do not run through: something may not have been read."""
    from pipeline.documents.matters.numbering import MISSING, TWICE
    from pipeline.retrieval.catalogue import Catalogue
    from pipeline.retrieval.doubts import count_doubts

    try:
        files = {entry.document_id: entry.file for entry in Catalogue(settings.home).entries()}
        found = [files[key] for key in count_doubts(settings.home, files, codes=(MISSING, TWICE))]
    except JiyaoError:
        return  # what is amiss with the catalogue is said already
    if found:
        named = "、".join(found[:_NAMED]) + ("等" if len(found) > _NAMED else "")
        yield Check("序号", True, f"{len(found)} 份文件的事项序号有缺号或重号：{named}", "jiyao show 编号，看“提示”")


def _model(settings: Settings) -> Check:
    """Check that the model's server accepts a connection, where a model is set."""
    if not settings.model:
        return Check("模型", True, "未设置，按原文摘录作答")
    if not settings.model_base_url:
        return Check("模型", True, f"{settings.model}，未设置 JIYAO_MODEL_BASE_URL，不检查连接")
    import socket
    from urllib.parse import urlsplit

    url = urlsplit(settings.model_base_url)
    try:
        port = url.port or (443 if url.scheme == "https" else 80)
        socket.create_connection((url.hostname or "", port), REACH_SECONDS).close()
    except (OSError, ValueError) as error:
        mend = "检查 JIYAO_MODEL_BASE_URL 与网络；或清空 JIYAO_MODEL，改用摘录模式"
        return Check("模型", False, f"{settings.model} 的服务器连接不上（{_unreached(error)}）", mend)
    return Check("模型", True, f"{settings.model}，服务器可以连接")


def _unreached(error: Exception) -> str:
    """Return why a server is not reached; what the system says of it is English."""
    import socket

    if isinstance(error, socket.gaierror):
        return "找不到这个主机名"
    said = {ConnectionRefusedError: "对方没有在这个端口上服务", TimeoutError: "等待超时", ValueError: "地址写得不对"}
    return next((words for kind, words in said.items() if isinstance(error, kind)), f"网络不通，{error}")


def _units(settings: Settings) -> Iterator[Check]:
    """Check the user's own kinds of units, where there is such a file."""
    from pipeline.documents.duties.roster import load_roster

    file = settings.units_file
    if not settings.units and not file.is_file():
        return
    try:
        kinds = load_roster(file)
    except JiyaoError as error:
        yield Check("单位名册", False, str(error), f"改正 {file} 的这一行；格式见 README 的“单位名册”一节")
    else:
        yield Check("单位名册", True, f"{file}，{len(kinds)} 类单位")


def _shown(settings: Settings) -> dict[str, str]:
    """Return the settings by the names of their variables; a secret shows only whether it is set."""
    shown = {}
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        secret = hasattr(value, "get_secret_value")
        plain = re.sub(r"(?<=://)[^/@]*@", "…@", str(value))  # a password may stand in an address
        shown[f"JIYAO_{name.upper()}"] = ("（已设置）" if value.get_secret_value() else "") if secret else plain
    return shown
