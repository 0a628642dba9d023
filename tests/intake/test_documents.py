from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import IntakeError, UsageError
from factcheck.intake import MAXIMUM_BYTES, Metadata, date_option, read_bytes, read_file, read_text

SENTENCE = "The café’s owner said 40 guests — “all of them” — had left by 9 p.m.\r\n\r\nNobody was hurt."


def test_documents_keep_the_bytes_and_both_hashes(tmp_path: Path) -> None:
    path = tmp_path / "fire.txt"
    path.write_bytes(SENTENCE.encode())
    document = read_file(path)
    assert document.text == SENTENCE
    assert document.raw == SENTENCE.encode()
    assert document.raw_sha256 == hashlib.sha256(SENTENCE.encode()).hexdigest()
    assert document.sha256 == hashlib.sha256(SENTENCE.encode()).hexdigest()
    assert (document.id, document.media_type, document.title) == ("", "text/plain", None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_documents_read_every_unicode_encoding(encoding: str) -> None:
    assert read_bytes(SENTENCE.encode(encoding)).text == SENTENCE


def test_documents_guess_an_older_encoding() -> None:
    text = "Die Bürgermeisterin sagte, 40 Gäste hätten das Café schon vor der Räumung verlassen; später kämen weitere."
    assert read_bytes(text.encode("cp1252")).text == text


@pytest.mark.parametrize("damage", [b" \x81\x8d", b" \xff\xfe", " café “x”".encode()])
def test_documents_refuse_an_encoding_that_cannot_be_told(damage: bytes) -> None:
    damaged = "The café counted 58 guests on Monday, police said.".encode("cp1252") + damage
    with pytest.raises(IntakeError, match="encoding can't be told"):
        read_bytes(damaged, name="a.txt")


def test_documents_read_a_cyrillic_encoding_where_there_is_enough_of_it() -> None:
    text = "Река вышла из берегов в понедельник, сообщила полиция. Погибли не менее 31 человека. " * 3
    assert read_bytes(text.encode("cp1251"), name="a.txt").text == text


@pytest.mark.parametrize(("size", "words"), [(MAXIMUM_BYTES + 1, "more than the 20 MB"), (0, "no text")])
def test_documents_say_once_what_is_wrong_with_a_file(tmp_path: Path, size: int, words: str) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * size)
    with pytest.raises(IntakeError) as caught:
        read_file(path)
    assert words in str(caught.value)
    assert str(caught.value).count(str(path)) == 1


def test_documents_share_a_hash_of_text_across_encodings() -> None:
    one, other = read_bytes(SENTENCE.encode("utf-8")), read_bytes(SENTENCE.encode("utf-16"))
    assert one.sha256 == other.sha256
    assert one.raw_sha256 != other.raw_sha256


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "no text"),
        (b" \n\t\r\n ", "no text"),
        ("\u00a0\u2003\n".encode(), "no text"),
        (b"\x7fELF\x02\x01\x00\x00\x00", "binary"),
        (bytes(range(1, 32)) * 40, "binary"),
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"PK\x03\x04word/document.xml", "zip"),
        (b"\xff\xfeA", "byte order mark"),
    ],
)
def test_documents_refuse_what_is_no_text(raw: bytes, says: str) -> None:
    with pytest.raises(IntakeError, match=says) as refused:
        read_bytes(raw, name="input.txt")
    assert "\n" not in str(refused.value)
    assert refused.value.remedy


def test_documents_refuse_too_much_text(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAXIMUM_BYTES + 1)
    with pytest.raises(IntakeError, match=r"20 MB.*Split it"):
        read_file(path)
    with pytest.raises(IntakeError, match=r"20 MB"):
        read_text("a" * (MAXIMUM_BYTES + 1))


def test_documents_name_the_path_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="no such file"):
        read_file(tmp_path / "nowhere.txt")
    with pytest.raises(IntakeError, match="folder"):
        read_file(tmp_path)


@pytest.fixture
def closed_file(tmp_path: Path) -> Iterator[Path]:
    """A file that may not be read; as root, who reads every file, the test goes on as a user without rights."""
    path = tmp_path / "secret.txt"
    path.write_text("text")
    path.chmod(0)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield path
    os.seteuid(before)


def test_documents_say_that_a_file_is_closed_to_them(closed_file: Path) -> None:
    with pytest.raises(IntakeError, match="permission"):
        read_file(closed_file)


def test_documents_prefer_the_options_given() -> None:
    raw = b"---\ntitle: From the file\noutlet: The Bugle\ndate: 2021-05-04\n---\nThe bridge is 40 metres long.\n"
    document = read_bytes(raw, name="a.md", metadata=Metadata(title="Given", published_on=date(2021, 5, 6)))
    assert (document.title, document.outlet, document.published_on) == ("Given", "The Bugle", date(2021, 5, 6))


def test_documents_see_a_page_without_a_suffix() -> None:
    raw = (
        b"<!DOCTYPE html><html><body><article><p>"
        + b"The mill burned for 40 hours. " * 30
        + b"</p></article></body></html>"
    )
    assert read_bytes(raw).media_type == "text/html"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_documents_keep_pasted_text_in_length(text: str) -> None:
    if not text.strip():
        with pytest.raises(IntakeError):
            read_text(text)
        return
    document = read_text(text)
    assert len(document.text) == len(text)
    assert document.text.encode() == document.raw
    assert all(a == b or "\ud800" <= b <= "\udfff" for a, b in zip(document.text, text, strict=True))


@given(st.binary(max_size=400))
def test_documents_read_or_refuse_any_bytes(raw: bytes) -> None:
    try:
        text = read_bytes(raw).text
    except IntakeError as refused:
        text = refused.problem
    assert text.strip()


@pytest.mark.parametrize("text", ["2022-13-45", "yesterday", "03/08/2022", "2022-02-30", "11"])
def test_metadata_refuses_a_date_that_is_none(text: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        date_option(text)


@pytest.mark.parametrize(
    "text", ["2022-03-11", "11 March 2022", "March 11, 2022", "Fri, 11 Mar 2022 10:00:00 GMT", " 2022-03-11T09:00:00Z "]
)
def test_metadata_reads_a_date(text: str) -> None:
    assert date_option(text) == date(2022, 3, 11)


def test_metadata_has_no_date_for_none() -> None:
    assert date_option(None) is None
    assert date_option("  ") is None
