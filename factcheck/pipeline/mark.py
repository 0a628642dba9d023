"""A passage that a person marked in a document, read as one claim."""

from __future__ import annotations

from dataclasses import replace

from factcheck.errors import UsageError
from factcheck.extract import extract
from factcheck.model import Claim, ClaimKind, Document, Voice


def marked(document: Document, start: int, end: int) -> Claim:
    """The passage ``text[start:end]`` as one claim: of what is read in it, all figures, and the speaker named first.

    Raises:
        UsageError: the passage is empty or lies outside the text.
    """
    if not 0 <= start < end <= len(document.text) or not document.text[start:end].strip():
        raise UsageError("mark some words of the text first")
    while document.text[start].isspace():
        start += 1
    while document.text[end - 1].isspace():
        end -= 1
    claims = [one for one in extract(document).claims if one.start < end and start < one.end]
    inside = [figure for one in claims for figure in one.figures if start <= figure.start and figure.end <= end]
    figures = tuple({(figure.start, figure.end): replace(figure, restates=None) for figure in inside}.values())
    said = next((one for one in claims if one.speaker is not None), None)
    kinds = ((ClaimKind.NUMERIC,) if figures else ()) + ((ClaimKind.ATTRIBUTED,) if said else ())
    made = Claim(document.text[start:end], start, end, restated=None, kinds=kinds, voice=Voice.OWN, figures=figures)
    if said is None:
        return made
    return replace(made, voice=said.voice, speaker=said.speaker, cue=said.cue, stance=said.stance, said_on=said.said_on)
