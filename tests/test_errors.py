"""The error tree: one root, and messages that say what, where and the next step."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from pipeline import errors
from pipeline.errors import JiyaoError


def _classes() -> list[type[JiyaoError]]:
    return [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, JiyaoError)]


def test_the_tree_drawn_at_the_top_names_every_class() -> None:
    drawn = set(re.findall(r"\b[A-Z][A-Za-z]+\b", (errors.__doc__ or "").split("\n\n")[1]))
    assert {entry.__name__ for entry in _classes()} == drawn


def _leaves() -> list[type[JiyaoError]]:
    return [entry for entry in _classes() if not entry.__subclasses__()]


@pytest.mark.parametrize("error", _leaves(), ids=lambda error: error.__name__)
def test_a_message_is_one_line_and_holds_what_it_was_given(error: type[JiyaoError]) -> None:
    given = {
        name: 987_000_000
        if "int" in str(parameter.annotation)
        else ["d1", "d2"]
        if "list" in str(parameter.annotation) or "Sequence" in str(parameter.annotation)
        else f"某{name}"
        for name, parameter in inspect.signature(error).parameters.items()
    }
    message = str(error(**given))
    assert "\n" not in message
    assert message[-1] in "。）”》…}" or message.endswith(("文件夹", '"')), message
    for name, value in given.items():
        told = "987" if isinstance(value, int) else value[0] if isinstance(value, list) else value
        assert told in message, f"{error.__name__} does not say its {name}"


def test_a_file_without_a_suffix_is_said_to_have_none() -> None:
    with pytest.raises(errors.UnsupportedFormat, match="暂不支持 无扩展名 格式：纪要"):
        raise errors.UnsupportedFormat("纪要", "", instead="可读格式：.txt")


def test_sizes_are_said_in_megabytes() -> None:
    with pytest.raises(errors.FileTooLarge, match=r"有 60\.0 MB，超过上限 50 MB"):
        raise errors.FileTooLarge("a.txt", 60_000_000, 50_000_000)


def test_a_refusal_of_the_system_is_told_in_the_words_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as refused:
        tmp_path.write_bytes(b"")
    assert errors.reason_of(refused.value) == "这是一个文件夹"
    assert errors.reason_of(OSError(99999, "odd")) == "odd"
