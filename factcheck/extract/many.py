"""Many short texts read together: the claims of each are those it has alone, in a fraction of the time.

A parse has costs that don't depend on how much is parsed; a sentence alone pays them all. Stands apart from
:mod:`.claims`, which reads one document of any length and holds one window of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.claims import claims_of, planned
from factcheck.extract.extraction import Extraction
from factcheck.extract.reading import windows_of_many
from factcheck.model import Claim, Document


def extract_many(documents: Sequence[Document]) -> list[Extraction]:
    """:func:`factcheck.extract.claims.extract` of each document, in their order; for passages, not for books.

    Raises:
        ModelError: the English parser is not installed.
    """
    plans = [planned(document) for document in documents]
    read = [(number, plan.blocks) for number, plan in enumerate(plans) if not isinstance(plan, Extraction)]
    found: dict[int, list[Claim]] = {number: [] for number, _ in read}
    for place, window in windows_of_many([(documents[number].text, blocks) for number, blocks in read]):
        number = read[place][0]
        found[number].extend(claims_of(window, documents[number]))
    return [plan if isinstance(plan, Extraction) else plan.whole(found[number]) for number, plan in enumerate(plans)]
