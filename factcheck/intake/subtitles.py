"""Subtitles (.vtt, .srt) to the transcript in them, by webvtt-py: cues joined, a line for each change of voice.

A voice that the file names ("<v Ada>…") stands before its words as in any transcript ("Ada: …"), which is where the
speaker of a claim is read.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import IntakeError

if TYPE_CHECKING:
    from webvtt import Caption

_DASH = re.compile(r"^\s*(?:[-–—]|>>+)\s+")
_TAGS = re.compile(r"</?[a-z][^<>]{0,80}>|\{\\[^{}]{0,80}\}", re.IGNORECASE)
_ENDS = ".!?…”\"'’)"
_LONGEST = 600
"""Code points after which a paragraph ends with the next end of a sentence."""


def read_subtitles(text: str, *, style: str, path: Path | None = None) -> str:
    """The words of all cues as paragraphs, without times, marks and repetitions.

    Args:
        text: the whole file. style: ``vtt`` or ``srt``.

    Raises:
        IntakeError: it can't be read as subtitles.
    """
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    try:
        captions = webvtt.from_buffer(io.BytesIO(text.encode()), format=style).captions
    except (MalformedFileError, MalformedCaptionError, ValueError, IndexError) as error:
        raise IntakeError(
            f"these subtitles can't be read: {str(error)[:120]}",
            path=path,
            remedy="Check that it is a .vtt or .srt file",
        ) from error
    return "\n\n".join(_paragraphs(captions))


def _paragraphs(captions: list[Caption]) -> Iterator[str]:
    words: list[str] = []
    voice = before = ""
    for caption in captions:
        for raw in caption.lines:
            spoken = caption.voice or ""
            line = " ".join(html.unescape(_TAGS.sub("", raw)).split())
            if not line or line == before:  # live subtitles repeat a line as it scrolls up
                continue
            before, turn = line, _DASH.match(line) is not None
            line = _DASH.sub("", line)
            ended = bool(words) and words[-1][-1] in _ENDS
            long = sum(map(len, words)) > _LONGEST and ended
            if words and (spoken != voice or (turn and ended) or long):
                yield _joined(voice, words)
                words = []
            voice = spoken
            words.append(line)
    if words:
        yield _joined(voice, words)


def _joined(voice: str, words: list[str]) -> str:
    return f"{voice.strip()}: {' '.join(words)}" if voice.strip() else " ".join(words)
