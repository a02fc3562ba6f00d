"""The one door to typst: a template and data in, an accessible PDF out."""

from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from sgdocs.errors import InputRefused
from sgdocs.timeline.lettering import font_files

__all__ = ["typeset"]


def typeset(template: Path, data: str) -> bytes:
    """Typeset a template that finds its data under `sys.inputs.data`, as PDF/UA-1 and PDF/A-2a."""
    import typst  # noqa: PLC0415 - 65 ms

    # The font package holds each face twice, as .otf and .ttf, and typst takes the one that the
    # disk lists first: only a folder with one of each gives the same bytes on every computer.
    with TemporaryDirectory(prefix="sgdocs-", ignore_cleanup_errors=True) as fonts:
        for file in font_files().values():
            copyfile(file, Path(fonts) / file.name)
        try:
            made = typst.compile(
                str(template),
                root=str(template.parent),
                font_paths=[fonts],
                ignore_system_fonts=True,
                sys_inputs={"data": data},
                format="pdf",
                pdf_standards=["ua-1", "a-2a"],
            )
        except typst.TypstError as error:
            # What typst says may quote the data, so it is chained and not repeated.
            raise InputRefused(
                "this template could not be turned into a PDF.",
                where=str(template),
                remedy="Compare it with the template that the program came with.",
            ) from error
    return made
