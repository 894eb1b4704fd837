"""Loads prompts from `prompts/`: each is a file with a header that says who reads it and with which variables."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import ROOT
from pipeline.errors import PromptError
from pipeline.patterns import compiled

PROMPTS = ROOT / "prompts"
_FILE = compiled(r"\A---\n(?P<header>.*?)\n---\n+# 系统\n(?P<system>.*?)\n+# 用户\n(?P<user>.*)\Z", re.DOTALL)
_VARIABLE = compiled(r"\{\{\s*(\w+)\s*\}\}")
_FIELDS = ("用途", "读者", "变量")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt: what the system says, what the user says, and the hash (12 hexadecimal digits) of the whole file."""

    name: str
    reader: str
    variables: frozenset[str]
    system: str
    user: str
    hash: str

    def fill(self, **values: str) -> list[tuple[str, str]]:
        """Return the messages, as pairs of role and text, with every variable filled once.

        A value that looks like a variable itself stays as it is.

        Raises:
            PromptError: a variable is missing, or one is unknown.
        """
        _agree(self.name, self.variables, frozenset(values), "读者给出的变量")
        texts = (("system", self.system), ("user", self.user))
        return [(role, _VARIABLE.sub(lambda match: values[match[1]], text)) for role, text in texts]


def load_prompt(name: str, *, variables: frozenset[str], folder: Path = PROMPTS) -> Prompt:
    """Load `prompts/NAME.md` and hold its variables against those that the reader fills.

    Args:
        name: the file's name without `.md`.
        variables: what the reader will fill.
        folder: where the prompts are.

    Raises:
        PromptError: the file is missing or has no header, or its variables differ from the header's or the reader's.
    """
    file = f"{name}.md"
    try:
        text = (folder / file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise PromptError(file, "文件不存在或无法读取") from None
    match = _FILE.match(text)
    if match is None:
        raise PromptError(file, "应有以 --- 围起的表头和“# 系统”“# 用户”两节")
    header = dict(line.partition(":")[::2] for line in match["header"].splitlines())
    missing = [field for field in _FIELDS if not header.get(field, "").strip()]
    if missing:
        raise PromptError(file, f"表头缺少“{'”“'.join(missing)}”")
    named = frozenset(entry.strip() for entry in header["变量"].split(",") if entry.strip())
    _agree(file, named, frozenset(_VARIABLE.findall(match["system"] + match["user"])), "正文里的变量")
    _agree(file, named, variables, "读者给出的变量")
    return Prompt(
        name=file,
        reader=header["读者"].strip(),
        variables=named,
        system=match["system"].strip(),
        user=match["user"].strip(),
        hash=hashlib.sha256(text.encode()).hexdigest()[:12],
    )


def _agree(file: str, named: frozenset[str], given: frozenset[str], whose: str) -> None:
    """Raise `PromptError` where two sets of variables differ."""
    if named != given:
        raise PromptError(
            file, f"表头的变量（{', '.join(sorted(named))}）与{whose}（{', '.join(sorted(given)) or '无'}）不一致"
        )
