"""The use cases, one file each, read from top to bottom; the only place where the stages meet.

``ingest``: a text into the workspace. ``search``: earlier claims. ``ledger``: what stands beside a figure.
``review``: the queue and one claim's detail. ``decide``: what a person decides. ``demo``: the demonstration
workspace. ``doctor``: is everything sound. They take an open :class:`factcheck.workspace.Workspace` and give back the
records of :mod:`factcheck.pipeline.views`.
"""
