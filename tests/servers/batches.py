"""A batch of summaries over generated minutes, with a server that fails and a process that is killed."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.config import ROOT
from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.retrieval.register import Register
from tests.servers.scripted import ScriptedServer, Turn, fails, states

JOBS = 8
STYLE = "brief"
_UNITS = ("市财政局", "市教育局", "市水务局", "市商务局", "市民政局", "市交通运输局")
_MATTERS = ("停车泊位建设", "河道保洁", "校车管理", "农贸市场改造", "养老服务", "公交线网优化", "图书馆新馆")
_VERDICTS = ("会议原则通过上述文件，要求修改完善后印发实施。", "会议同意上述文件。", "会议不同意上述文件。", "")


def write_library(home: Path, *, count: int, seed: int = 1) -> None:
    """Enter generated minutes of an invented town; the number of the meeting is the number of the document."""
    random_ = random.Random(seed)
    folder = home / "files"
    folder.mkdir(parents=True)
    register = Register(home)
    for number in range(1, count + 1):
        file = folder / f"{number:05d}.txt"
        file.write_text(_minutes(number, random_), encoding="utf-8")
        document = parse(read_file(file, max_bytes=100_000))
        register.enter(document, source=file, sha256=f"{number}-{seed}")


def _minutes(number: int, random_: random.Random) -> str:
    """Return minutes with two or three items."""
    year, month, day = random_.randint(2012, 2024), random_.randint(1, 12), random_.randint(1, 28)
    lines = [f"临川市人民政府常务会议纪要\n\n临政纪〔{year}〕{number}号\n"]
    lines.append(f"{year}年{month}月{day}日，市长郑远航主持召开市政府第{number}次常务会议，现纪要如下：")
    for label, matter in zip("一二三", random_.sample(_MATTERS, random_.randint(2, 3)), strict=False):
        lead, other = random_.sample(_UNITS, 2)
        lines.append(f"{label}、讨论《关于{matter}的实施意见》")
        lines.append(f"1. 由{lead}牵头，{other}配合，{random_.randint(1, 12)}月底前完成{random_.randint(20, 900)}处。")
        lines.append(random_.choice(_VERDICTS))
    return "\n".join(line for line in lines if line) + "\n"


@dataclass
class FailingServer:
    """Fails a tenth of the calls, each in one of several ways, and keeps account of what it was paid for.

    `paid` counts by document (the number of its meeting) the calls that it answered; `failed` counts the others.
    """

    seed: int = 7
    paid: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    most: int | None = None  # documents that are paid for; the calls for others hang, until the batch is killed
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def turn(self, request: dict[str, Any]) -> Turn:
        """Return what becomes of a call."""
        asked = request["messages"][-1]["content"]
        [number] = set(re.findall(r"市政府第(\d+)次常务会议", asked))
        while self.most is not None and number not in self.paid and len(self.paid) >= self.most:
            time.sleep(0.05)
        with self._lock:
            if self._random.random() < 0.1:
                self.failed += 1
                return self._random.choice(
                    [
                        fails(500),
                        fails(503, retry_after="0"),
                        fails(429, retry_after="0"),
                        Turn(text="断", drop_after=5),
                    ]
                )
            self.paid[number] += 1
        drafted = re.findall(r"〖草稿(\d+)〗.*\n(.*)\n", asked)
        words = [(text.replace("会议还", "会议另"), [int(place)]) for place, text in drafted]
        return states(*words, delay=0.03)


@dataclass(frozen=True)
class Outcome:
    """How a batch ended: exit codes of its runs, drafts, and what the server was paid for more than once."""

    codes: tuple[int, ...]
    drafts: tuple[dict[str, Any], ...]
    paid_again: Counter[str]
    finished_and_paid_again: frozenset[str]
    failed_calls: int
    said: str


def run_batch(
    home: Path, out: Path, server: ScriptedServer, account: FailingServer, *, count: int, kills: int
) -> Outcome:
    """Run `jiyao summarize --all`, kill it several times on its way, and let it end."""
    codes: list[int] = []
    finished: dict[str, int] = {}  # document → how often it had been paid for when its draft was there
    for kill in range(1, kills + 1):
        enough = count * kill // (kills + 1)
        account.most = enough + 2 * JOBS  # so that it cannot end before it is killed, however late that is
        process = _started(home, out, server)
        while process.poll() is None and len(_drafts(out)) < enough:
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
        codes.append(process.wait())
        for draft in _drafts(out):
            finished.setdefault(draft, account.paid[draft])
    account.most = None
    said = ""
    for _ in range(3):  # a document may still fail when its call fails as often as it is tried
        process = _started(home, out, server)
        said = process.communicate()[0].decode()
        codes.append(process.returncode)
        if process.returncode == 0:
            break
    drafts = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(out.glob(f"*.{STYLE}.json"))]
    return Outcome(
        codes=tuple(codes),
        drafts=tuple(drafts),
        paid_again=Counter({number: paid - 1 for number, paid in account.paid.items() if paid > 1}),
        finished_and_paid_again=frozenset(number for number, paid in finished.items() if account.paid[number] > paid),
        failed_calls=account.failed,
        said=said,
    )


def _drafts(out: Path) -> list[str]:
    """Return the numbers of the documents whose drafts are there."""
    return [str(int(file.name.split(".")[0])) for file in out.glob(f"*.{STYLE}.json")]


def _started(home: Path, out: Path, server: ScriptedServer) -> subprocess.Popen[bytes]:
    """Start the command with the server as its model."""
    model = {"JIYAO_MODEL": "openai:scripted", "JIYAO_MODEL_BASE_URL": server.url, "JIYAO_MODEL_TIMEOUT": "300"}
    command = [sys.executable, "-m", "pipeline", "summarize", "--all", "--style", STYLE, "--format", "json"]
    command += ["--out", str(out), "--home", str(home), "--jobs", str(JOBS)]
    with (out.parent / "errors.txt").open("ab") as errors:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **model, "PYTHONFAULTHANDLER": "1"},
            stdout=subprocess.PIPE,
            stderr=errors,
        )
