"""Workbench for checking numeric and attributed claims: who said which number when, and can both be right.

The way through the package: text comes in (:mod:`factcheck.intake`), claims are read out of it
(:mod:`factcheck.extract`), embedded (:mod:`factcheck.embed`), kept (:mod:`factcheck.store`) and found again
(:mod:`factcheck.index`), compared (:mod:`factcheck.compare`) and shown (:mod:`factcheck.ui`). The stages never
import each other; :mod:`factcheck.pipeline` puts them together. Importing this package loads none of the heavy
libraries.
"""

__version__ = "0.1.0"
