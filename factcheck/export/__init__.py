"""What was decided, as files for others: ClaimReview, CSV, JSON, a note in Markdown or HTML.

Pure: records in, text out. Each format is a function of the same list of :class:`Reviewed`; text from a source is
escaped for the format it goes into, and what comes from the demonstration corpus says so in every one.
"""

from factcheck.export.claimreview import claimreview
from factcheck.export.notes import html, markdown
from factcheck.export.records import Against, Beside, Evidence, Publisher, Reviewed, Verdict
from factcheck.export.rows import csv_table, json_records

__all__ = [
    "Against",
    "Beside",
    "Evidence",
    "Publisher",
    "Reviewed",
    "Verdict",
    "claimreview",
    "csv_table",
    "html",
    "json_records",
    "markdown",
]
