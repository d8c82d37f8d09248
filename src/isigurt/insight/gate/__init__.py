"""The disclosure gate: what could be worked out from everything that is published, and what is done about it."""
