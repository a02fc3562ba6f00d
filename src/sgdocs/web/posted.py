"""What a form sends, read within limits and kept in memory alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from sgdocs.opening.limits import POST_BYTES, POST_FIELD_BYTES, POST_FIELDS, POST_FILES

__all__ = ["Posted", "Upload", "read_posted"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Posted:
    """The fields of a form, in order, and its files."""

    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[Upload, ...] = field(default=(), repr=False)

    def get(self, name: str) -> str:
        """Give one field's text; nothing where it is missing."""
        return next((value for key, value in self.fields if key == name), "")

    def every(self, name: str) -> tuple[str, ...]:
        """Give the texts of all fields of a name."""
        return tuple(value for key, value in self.fields if key == name)

    @property
    def button(self) -> str:
        """Name the button that was pressed."""
        return self.get("do")

    def without(self, *names: str) -> tuple[tuple[str, str], ...]:
        """Give the fields but for some."""
        return tuple((key, value) for key, value in self.fields if key not in names)


class _InMemory(MultiPartParser):
    spool_max_size = POST_BYTES + 1  # nothing of a case in the system's temporary folder


async def read_posted(request: Request) -> Posted:
    """Read a form, of either kind that browsers send."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _many_parts(request)
    if kind not in ("", "application/x-www-form-urlencoded"):
        raise HTTPException(415)
    try:
        text = (await request.body()).decode()
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=POST_FIELDS)
    except (ValueError, ClientDisconnect):  # not text, too many fields, or broken off
        raise HTTPException(400) from None
    return Posted(tuple(_clean(pairs)))


async def _many_parts(request: Request) -> Posted:
    parser = _InMemory(
        request.headers,
        request.stream(),
        max_files=POST_FILES,
        max_fields=POST_FIELDS,
        max_part_size=POST_FIELD_BYTES,
    )
    try:
        form = await parser.parse()
    except (MultiPartException, ClientDisconnect, ValueError, KeyError):
        raise HTTPException(400) from None
    every = form.multi_items()
    pairs = [(key, value) for key, value in every if isinstance(value, str)]
    sent = [value for _, value in every if isinstance(value, UploadFile)]
    files = [Upload(f.filename or "", await f.read()) for f in sent if f.filename]
    await form.close()
    return Posted(tuple(_clean(pairs)), tuple(files))


def _clean(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for key, value in pairs:
        yield key, value.replace("\r\n", "\n").replace("\r", "\n")
