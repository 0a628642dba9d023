"""Measurements of quality and speed on public data: ``python -m benchmarks.NAME``."""
