"""The labels that Gradio draws itself."""

from __future__ import annotations

import gradio as gr

from pipeline.interface.labels import Labels
from pipeline.interface.language import speaking


def page_with_labels() -> tuple[gr.Blocks, gr.Dropdown, gr.Button]:
    """A page with our words and a document's."""
    with gr.Blocks() as page, gr.Tab("提问"):
        kinds = gr.Dropdown([("会议纪要", "minutes"), ("决议", "resolution")], label="类型")
        go = gr.Button("停止")
        gr.Dropdown([("市政府第1次常务会议纪要", "d1")], label="自定的名字")
    return page, kinds, go


def test_a_reader_gets_the_labels_in_their_language() -> None:
    page, _, _ = page_with_labels()
    labels = Labels()
    labels.gather(page)
    with speaking("en"):
        told = dict(zip((type(one).__name__ for one in labels.components), labels.updates(), strict=True))
    assert told["Tab"]["label"] == "Ask" and told["Button"]["value"] == "Stop"
    assert told["Dropdown"]["label"] == "Kind"
    assert told["Dropdown"]["choices"] == [("Minutes", "minutes"), ("Resolution", "resolution")]
    assert len(labels.components) == 3  # what is not ours is left alone


def test_the_setting_is_on_the_page_before_it_is_served() -> None:
    page, kinds, go = page_with_labels()
    with speaking("en"):
        Labels().gather(page)
    assert kinds.label == "Kind" and go.value == "Stop"


def test_back_to_chinese() -> None:
    page, _, _ = page_with_labels()
    labels = Labels()
    with speaking("en"):
        labels.gather(page)
    told = dict(zip((type(one).__name__ for one in labels.components), labels.updates(), strict=True))
    assert told["Tab"]["label"] == "提问"
