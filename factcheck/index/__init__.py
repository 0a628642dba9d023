"""Caches that answer quickly what the store knows: nearest vectors, and best words.

:mod:`~factcheck.index.vectors` (FAISS) and :mod:`~factcheck.index.words` (tantivy) each keep a folder with a
manifest, know rows by number, and can be thrown away at any time. Neither library is loaded before an index is used.
"""
