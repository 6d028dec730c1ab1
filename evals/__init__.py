"""Accuracy, measured: one file a task, each beside its rival on the same texts, with floors that may not fall."""
