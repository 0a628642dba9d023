"""The truth: documents, claims, figures, vectors and decisions in one DuckDB file.

:mod:`~factcheck.store.schema` lays the tables and migrates them, :mod:`~factcheck.store.queries` holds every query
by name, :mod:`~factcheck.store.records` says what goes in and comes out, and :mod:`~factcheck.store.store` is the one
class that others call. No other package knows that it is DuckDB. Indexes are caches of what is here.
"""

from factcheck.store.listing import Listed
from factcheck.store.records import (
    AddedDocument,
    AddedRows,
    ClaimRecord,
    Decision,
    Details,
    DocumentRecord,
    Filter,
    Model,
    ModelRecord,
    Reading,
    Reread,
    RowChanges,
    Unread,
    VectorKind,
    Voice,
)
from factcheck.store.store import Store

__all__ = [
    "AddedDocument",
    "AddedRows",
    "ClaimRecord",
    "Decision",
    "Details",
    "DocumentRecord",
    "Filter",
    "Listed",
    "Model",
    "ModelRecord",
    "Reading",
    "Reread",
    "RowChanges",
    "Store",
    "Unread",
    "VectorKind",
    "Voice",
]
