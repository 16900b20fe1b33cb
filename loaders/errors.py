"""Why a file is not read. Each says it in one plain line; the path stands beside it where it is reported.

LoadError
├── NotFound           nothing there
├── NotPermitted       the system does not let us read it
├── NotADocument       not a regular file, or of a kind that is not read
├── EmptyDocument      no bytes, or nothing but white space
├── TooLarge           more bytes than the setting allows
├── BinaryDocument     bytes that are no text
├── BrokenDocument     a PDF, DOCX, XLSX, HTML or CSV file that is damaged, locked or without text
├── UnknownEncoding    text, but no encoding fits it
└── BadMapping         the mapping of its tables, in a file beside it, cannot be used
"""

from ontology.errors import GcmError


class LoadError(GcmError):
    """A file or folder that cannot be read as documents."""


class NotFound(LoadError):
    """There is no such file or folder."""


class NotPermitted(LoadError):
    """The system does not let us read it."""


class NotADocument(LoadError):
    """A device, a socket, or a file of a kind that is not read."""


class EmptyDocument(LoadError):
    """It holds nothing to read."""


class TooLarge(LoadError):
    """It is larger than `max_document_mb` allows; nothing of it was read."""


class BinaryDocument(LoadError):
    """Its bytes are no text."""


class UnknownEncoding(LoadError):
    """Its bytes look like text, but no encoding fits them."""


class BrokenDocument(LoadError):
    """A file of a format that is read, but damaged, locked with a password, or a picture of a text."""


class BadMapping(LoadError):
    """What is declared of its tables, in `NAME.mapping.yaml` beside it, cannot be used."""
