"""The documentation holds: commands parse, links lead somewhere, settings and defaults are the real ones."""

from __future__ import annotations

import re
import shlex

import pytest

from pipeline.__main__ import build_parser
from pipeline.config import ROOT, Settings

READMES = ("README.md", "README.en.md")


def _commands() -> list[str]:
    """Return every command line with `jiyao` in the code blocks of both READMEs."""
    found: dict[str, None] = {}
    for name in READMES:
        for block in re.findall(r"```(?:sh|bat)\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL):
            for line in block.splitlines():
                command = re.search(r"(?:^|[/\\])jiyao (.+)", line)
                if command:
                    found[command[1].replace("\\", "/")] = None
    return list(found)


@pytest.mark.parametrize("command", _commands())
def test_a_command_of_the_readme_is_understood(command: str) -> None:
    assert callable(build_parser().parse_args(shlex.split(command, comments=True)).run)


def test_the_readme_shows_every_command() -> None:
    shown = {command.split()[0] for command in _commands()}
    parser = build_parser()
    [rooms] = [action for action in parser._actions if hasattr(action, "choices") and isinstance(action.choices, dict)]
    assert shown == set(rooms.choices or ())


@pytest.mark.parametrize("name", READMES)
def test_the_readme_opens_with_the_two_commands(name: str) -> None:
    first = re.search(r"```sh\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    assert first is not None
    assert [line.split("#")[0].strip() for line in first[1].splitlines()] == ["make run", "make test"]


@pytest.mark.parametrize("name", READMES)
def test_the_table_of_settings_is_whole(name: str) -> None:
    rows = dict(re.findall(r"^\| `JIYAO_(\w+)` \| `?([^|`]+?)`? \|", (ROOT / name).read_text(encoding="utf-8"), re.M))
    assert {variable.lower() for variable in rows} == set(Settings.model_fields)
    for field, default in (("encoder", "builtin"), ("language", "zh")):
        assert rows[field.upper()] == default == Settings.model_fields[field].default
    for field in ("model_timeout", "max_question_characters", "max_file_bytes", "max_upload_files"):
        assert float(rows[field.upper()]) == Settings.model_fields[field].default


@pytest.mark.parametrize("name", [*READMES, "data/README.md", "CHANGELOG.md", "docs/glossary.md"])
def test_links_lead_somewhere(name: str) -> None:
    file = ROOT / name
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)#]+)\)", file.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (file.parent / target).exists(), f"{name} links to {target}"


def test_every_target_of_make_that_the_readme_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {name for readme in READMES for name in re.findall(r"make (\w+)", (ROOT / readme).read_text("utf-8"))}
    assert named <= targets | {"is"}


def test_the_samples_are_described() -> None:
    told = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert all(f"`{file.name}`" in told for file in (ROOT / "data" / "minutes").iterdir())


def test_constraints_pin_one_version_each() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", pin) for pin in pins)
    assert "torch==2.13.0" in pins
    names = [pin.split("==")[0].lower() for pin in pins]
    assert len(names) == len(set(names))
