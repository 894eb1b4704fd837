"""Who takes a duty over from another."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.handing_over import handed_over


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("总协调人由张建国改为市水务局", ["市水务局"], id="one-for-another"),
        pytest.param("此前由绿化科承担的看护工作,自10月1日起移交市园林中心", ["市园林中心"], id="work-handed-over"),
    ],
)
def test_who_takes_over(text: str, names: list[str]) -> None:
    found = handed_over(text, 0, len(text))
    assert found is not None
    assert [text[slice(*place)] for place in found[0]] == names


def test_papers_that_are_handed_over_hand_over_no_duty() -> None:
    text = "由甲局将材料移交市档案馆"
    assert handed_over(text, 0, len(text)) is None
