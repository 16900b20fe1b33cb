"""Bytes to text: marks, UTF-8, older encodings, and bytes that are no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import BinaryDocument, LoadError, UnknownEncoding
from loaders.reading.decode import decode

SPANISH = "La reunión de México y Perú se celebró en San José; asistió la señora Núñez. ¿Quién más? «Todos»."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1"])
def test_each_encoding_gives_the_same_text(encoding: str) -> None:
    """UTF-16 needs its mark: without one its bytes are binary."""
    data = SPANISH.encode(encoding)
    if encoding == "utf-16-le":
        with pytest.raises(BinaryDocument):
            decode(data)
    else:
        assert decode(data) == SPANISH


def test_older_encodings_of_other_scripts() -> None:
    text = "اجتمعت الدول الأعضاء في جنيف لمناقشة الاتفاق العالمي من أجل الهجرة الآمنة والمنظمة والنظامية. " * 4
    assert decode(text.encode("cp1256")).strip() == text.strip()


def test_line_ends_become_newlines() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04word/document.xml", "DOCX"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"abc\x00def", "binary"),
        (bytes(range(1, 32)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    with pytest.raises(BinaryDocument, match=said) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


def test_a_mark_that_lies_is_told() -> None:
    with pytest.raises(UnknownEncoding, match="utf-8"):
        decode(b"\xef\xbb\xbf\xff\xfe\xfd")


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_plain_line(data: bytes) -> None:
    said = _text_or_reason(data)
    assert "\r" not in said
    assert "\x00" not in said


def _text_or_reason(data: bytes) -> str:
    try:
        return decode(data)
    except LoadError as error:
        return str(error)
