"""What every test stands on: its own library folder, no settings from outside, the sample documents."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from _pytest.doctest import DoctestModule

from pipeline.config import ROOT
from tests.pace import Pace

# Set rather than deleted: a variable goes before a developer's own .env and jiyao.toml.
_PLAIN = {
    "MODEL": "",
    "MODEL_BASE_URL": "",
    "MODEL_API_KEY": "",
    "ENCODER": "builtin",
    "RERANKER": "",
    "CHROMA_URL": "",
}


@pytest.hookimpl(wrapper=True)
def pytest_collect_file() -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """Look for examples in the product alone: the files of the tests would each be gone through a second time."""
    found = yield
    return [collector for collector in found if not isinstance(collector, DoctestModule)]


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what the promised limits came to."""
    reports = (report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, []))
    lines = [value for report in reports for name, value in report.user_properties if name == "pace"]
    if lines:
        terminalreporter.section("what was promised and what it took")
        for line in lines:
            terminalreporter.line(str(line))


@pytest.fixture
def pace(request: pytest.FixtureRequest) -> Pace:
    """Limits on time, with the room that a busy machine is given; the report at the end shows what was measured."""
    return Pace(request.node.user_properties)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, _no_certificates: Path) -> Path:
    """An empty folder of its own for the library of each test; nobody's settings leak in."""
    folder = tmp_path / "home"
    for name, value in _PLAIN.items():
        monkeypatch.setenv(f"JIYAO_{name}", value)
    for name in ("TODAY", "LANGUAGE", "DEBUG"):
        monkeypatch.delenv(f"JIYAO_{name}", raising=False)
    monkeypatch.setenv("JIYAO_HOME", str(folder))
    monkeypatch.setenv("SSL_CERT_DIR", str(_no_certificates))  # each client of a model would read them all: 50 ms
    return folder


@pytest.fixture(scope="session")
def _no_certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder: no test speaks TLS with anybody."""
    return tmp_path_factory.mktemp("certificates")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the three sample documents."""
    return ROOT / "data" / "minutes"


@pytest.fixture(scope="session")
def _sample_library(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the samples, made once."""
    from pipeline.assistant import Assistant
    from pipeline.config import load_settings

    folder = tmp_path_factory.mktemp("samples") / "home"
    report = Assistant(load_settings(home=folder, encoder="builtin", model="", chroma_url="")).ingest([samples])
    assert not report.failed
    return folder


@pytest.fixture
def sample_home(_sample_library: Path, home: Path) -> Path:
    """A copy of the library of the samples, for one test to do with as it likes; `JIYAO_HOME` names it."""
    shutil.copytree(_sample_library, home)
    return home
