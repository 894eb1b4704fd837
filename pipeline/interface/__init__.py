"""The screens of the chat: the only rooms, beside `app.py`, where Gradio lives."""

import os

# Read when gradio and huggingface_hub are imported, so they stand before both: nothing is reported to anybody.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["GRADIO_RUN_HISTORY"] = "False"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
