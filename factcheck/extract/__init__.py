"""Document to claims: who said what, which figures, when, in which clause, and how much it is worth checking.

The package's map: :mod:`.claims` puts all together, and :mod:`.many` for many short texts at once; :mod:`.reading`
decides what is parsed, after :mod:`.language`, :mod:`.furniture` and :mod:`.candidates`; :mod:`.numbers`,
:mod:`.quantities` and :mod:`.figures` read numbers, :mod:`.dates` dates, :mod:`.quotes`, :mod:`.attribution` and
:mod:`.speakers` who says what; :mod:`.clauses` and :mod:`.restate` give a claim its bounds and its readable form;
:mod:`.checkworthiness` scores it. What knows English is in modules whose names end in ``_en``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.extraction import Extraction
from factcheck.extract.numberless import numberless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Document

__all__ = ["Extraction", "extract", "extract_many", "numberless", "red_flags"]


def extract(document: Document) -> Extraction:
    """The claims of ``document``; see :func:`factcheck.extract.claims.extract`."""
    from factcheck.extract.claims import extract as run

    return run(document)


def extract_many(documents: Sequence[Document]) -> list[Extraction]:
    """The claims of each of many short documents, read together; see :func:`factcheck.extract.many.extract_many`."""
    from factcheck.extract.many import extract_many as run

    return run(documents)


def red_flags(claim: Claim) -> tuple[str, ...]:
    """What should make a reader look twice; see :func:`factcheck.extract.checkworthiness.red_flags`."""
    from factcheck.extract.checkworthiness import red_flags as look

    return look(claim)
