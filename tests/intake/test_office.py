"""PDF, Word and subtitles: the text a reader reads, and one line where there is none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import docx
import pytest
from docx.oxml import parse_xml
from pypdf import PdfReader, PdfWriter

from factcheck.errors import IntakeError
from factcheck.intake import read_bytes


def pdf(
    pages: Sequence[Sequence[str]], *, title: str | None = None, password: str | None = None, algorithm: str = "RC4-128"
) -> bytes:
    """A PDF with these lines on its pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for at, lines in enumerate(pages):
        shown = b" ".join(
            b"(" + line.replace("(", r"\(").replace(")", r"\)").encode("cp1252") + b") Tj T*" for line in lines
        )
        stream = b"BT /F1 11 Tf 14 TL 50 780 Td " + shown + b" ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    made, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    made += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    if title is None and password is None:
        return made
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made)))
    if title is not None:
        writer.add_metadata({"/Title": title, "/Author": "Ida Marsh"})
    if password is not None:
        writer.encrypt(password, "owner", algorithm=algorithm)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


FIRST = [
    "The council of Sallow said on Monday that 412 of its 1,900 street lamps",
    "had gone out since the storm, and that the repair would cost “a govern-",
    "ment’s ransom”.",
    "A second paragraph tells of the 14 engineers who have been sent for from",
    "the neighbouring district.",
]


def test_pdf_joins_lines_to_paragraphs_and_split_words() -> None:
    document = read_bytes(pdf([FIRST], title="Lamps out"), name="lamps.pdf")
    first, second = document.text.split("\n\n")
    assert first.startswith("The council of Sallow said on Monday that 412 of its 1,900 street lamps had gone out")
    assert "a government’s ransom" in first
    assert second.startswith("A second paragraph")
    assert (document.title, document.author) == ("Lamps out", "Ida Marsh")
    assert document.media_type == "application/pdf"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_pdf_that_may_be_read_but_not_changed_is_read(algorithm: str) -> None:
    assert "412" in read_bytes(pdf([FIRST], password="", algorithm=algorithm), name="lamps.pdf").text


THINGS = ["mayor", "school", "mill", "harbour"]


def test_pdf_leaves_out_running_heads_and_page_numbers() -> None:
    pages = [
        ["The Vale Report", *(f"In {place} the {thing} gave {at + 3} lamps." for thing in THINGS), str(at + 1)]
        for at, place in enumerate(["Sallow", "Corrie", "Harrow", "Elmsgate"])
    ]
    text = read_bytes(pdf(pages)).text
    assert "The Vale Report" not in text
    assert all(f"In {place} the {thing}" in text for place in ("Sallow", "Elmsgate") for thing in THINGS)
    assert text.endswith("lamps.")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (pdf([[]]), "no text"),
        (b"%PDF-1.4 broken", "can't be read"),
        (pdf([FIRST], password="x"), "locked"),
        (pdf([FIRST], password="x", algorithm="AES-256"), "locked"),
    ],
)
def test_pdf_without_text_is_one_line(raw: bytes, told: str) -> None:
    with pytest.raises(IntakeError, match=told):
        read_bytes(raw, name="lamps.pdf")


def word(*paragraphs: str) -> bytes:
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Lamps", "412"
    made.add_paragraph("After the table.")
    made.core_properties.title, made.core_properties.author = "Lamps out", "Ida Marsh"
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def test_docx_reads_paragraphs_and_tables_in_order() -> None:
    head = ("More lamps out", "14 October 2024")
    document = read_bytes(word(*head, " ".join(FIRST), "A second one."), name="lamps.docx")
    assert document.text.endswith("A second one.\n\nLamps\n\n412\n\nAfter the table.")
    assert (document.title, document.author) == ("More lamps out", "Ida Marsh")
    assert document.published_on == date(2024, 10, 14)


def test_docx_keeps_every_cell_of_a_table() -> None:
    made = docx.Document()
    table = made.add_table(rows=60, cols=3)
    cells = [f"cell {row} of column {column}" for row in range(60) for column in range(3)]
    for cell, words in zip((cell for row in table.rows for cell in row.cells), cells, strict=True):
        cell.text = words
    inner = table.cell(59, 2).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "inside"
    joined = made.add_table(rows=1, cols=3)
    joined.cell(0, 0).merge(joined.cell(0, 2)).text = "joined"
    written = io.BytesIO()
    made.save(written)
    assert read_bytes(written.getvalue()).text.split("\n\n") == [*cells, "inside", "joined"]


def test_docx_reads_tracked_insertions_and_content_controls_but_no_deletions() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    made = docx.Document()
    body = made.element.body
    for xml in (
        f"<w:p {space}><w:r><w:t xml:space='preserve'>The ministry said </w:t></w:r>"
        "<w:ins><w:r><w:t xml:space='preserve'>31 people </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText xml:space='preserve'>40 people </w:delText></w:r></w:del>"
        "<w:r><w:t>died.</w:t></w:r></w:p>",
        f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>55 were hurt.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    ):
        body.insert(len(body) - 1, parse_xml(xml))
    written = io.BytesIO()
    made.save(written)
    assert read_bytes(written.getvalue()).text == "The ministry said 31 people died.\n\n55 were hurt."


def test_docx_is_told_by_its_first_bytes() -> None:
    assert "wordprocessingml" in read_bytes(word("Four lamps.")).media_type


def archive(name: str, content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"PK\x03\x04 broken", "can't be read"),
        (archive("a.txt", b"x"), "can't be read"),
        (archive("big", bytes(210_000_000)), "unpacks to too much"),
        (archive("[Content_Types].xml", b"<broken"), "can't be read"),
    ],
)
def test_docx_that_is_none_is_one_line(raw: bytes, told: str) -> None:
    with pytest.raises(IntakeError, match=told):
        read_bytes(raw, name="lamps.docx")


VTT = """WEBVTT

NOTE made by hand

00:00:01.000 --> 00:00:03.000
<v Ada Marsh>We have repaired
412 lamps</v>

00:00:03.000 --> 00:00:05.000
<v Ada Marsh>since <i>Monday</i>.</v>

00:00:05.000 --> 00:00:07.000
<v Ola Brandt>It was 380 &amp; no more.</v>
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
- We have repaired 412 lamps.

2
00:00:03,000 --> 00:00:05,000
- We have repaired 412 lamps.

3
00:00:05,000 --> 00:00:07,000
- {\\an8}It was 380.
"""


@pytest.mark.parametrize(
    ("source", "name", "text"),
    [
        (VTT, "talk.vtt", "Ada Marsh: We have repaired 412 lamps since Monday.\n\nOla Brandt: It was 380 & no more."),
        (VTT, None, "Ada Marsh: We have repaired 412 lamps since Monday.\n\nOla Brandt: It was 380 & no more."),
        (SRT, "talk.srt", "We have repaired 412 lamps.\n\nIt was 380."),
    ],
)
def test_subtitles_become_a_transcript(source: str, name: str | None, text: str) -> None:
    assert read_bytes(source.encode(), name=name).text == text


@pytest.mark.parametrize("name", ["talk.vtt", "talk.srt"])
def test_subtitles_that_are_none_are_one_line(name: str) -> None:
    with pytest.raises(IntakeError, match=r"can't be read|no text"):
        read_bytes(b"Just a line of words.", name=name)
