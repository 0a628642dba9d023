"""Bytes to :class:`~factcheck.model.Document`, and tables of other people's figures and checked claims to records.

One file a format: :mod:`~factcheck.intake.html`, :mod:`~factcheck.intake.markdown`, :mod:`~factcheck.intake.pdf`,
:mod:`~factcheck.intake.docx`, :mod:`~factcheck.intake.subtitles`, plain text as it is; tables in
:mod:`~factcheck.intake.earlier` and :mod:`~factcheck.intake.official`. What they share: bytes to text
(:mod:`~factcheck.intake.decode`), a date somebody wrote to a date (:mod:`~factcheck.intake.dates`), rows of a file
(:mod:`~factcheck.intake.rows`). Nothing here knows the store: ``Document.id`` is empty until the store gives one.
"""

from factcheck.intake.documents import MAXIMUM_BYTES, SUFFIXES, read_bytes, read_file, read_text
from factcheck.intake.earlier import SHARED_ID, UNREAD_DATE, earlier_claims
from factcheck.intake.earlier import columns as claim_columns
from factcheck.intake.metadata import Metadata, date_option
from factcheck.intake.official import official_figures
from factcheck.intake.rows import BadRow
from factcheck.intake.rows import count as row_count

__all__ = [
    "MAXIMUM_BYTES",
    "SHARED_ID",
    "SUFFIXES",
    "UNREAD_DATE",
    "BadRow",
    "Metadata",
    "claim_columns",
    "date_option",
    "earlier_claims",
    "official_figures",
    "read_bytes",
    "read_file",
    "read_text",
    "row_count",
]
