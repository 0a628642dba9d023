"""All commands under one group, each a thin layer over one use case.

What they print as JSON is a contract with other programs and changes only by addition.
"""

from factcheck.cli import exporting, finding, reading, service, tables
from factcheck.cli.group import cli

__all__ = ["cli", "exporting", "finding", "reading", "service", "tables"]
