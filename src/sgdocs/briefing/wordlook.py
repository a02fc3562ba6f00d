"""How a Word briefing looks: its styles in the size that fits, and its one kind of list."""

from collections.abc import Mapping

__all__ = ["numbering", "styles"]

_PITCH = 1.22  # how far lines stand apart, as on the PDF, in sizes of the type
_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_INK, _ACCENT, _QUIET = "1B1F23", "1F4E5F", "4A5560"
_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
# Word knows its own styles by these names; ours are called as they are.
_NAMES = {
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "ListBullet": "List Bullet",
    "Footer": "footer",
}


def styles(size: float, family: str) -> str:
    """Give the styles, all sizes following from the size of the text."""
    font = "".join(f' w:{script}="{family}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    written = "".join(_style(name, *look) for name, look in _looks(size).items())
    return (
        f"<w:styles {_MAIN}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{font}/>"
        '<w:kern w:val="2"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault></w:docDefaults>{written}</w:styles>"
    )


def _looks(size: float) -> Mapping[str, tuple[str, str]]:
    """Give how each style sets its lines, and how its letters look."""
    first, second = '<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="1"/>'
    return {
        "Normal": (_lines(size), _letters(size)),
        "Heading1": (_lines(20, after=4) + first, _letters(20, _ACCENT, bold=True)),
        "Heading2": (
            _lines(size * 1.27, after=size * 0.45) + second,
            _letters(size * 1.14, _ACCENT, bold=True),
        ),
        "ListBullet": (_LIST + _lines(size, after=size * 0.18), ""),
        "Further": (_lines(size, before=size * 0.38), ""),
        "Status": (_lines(10.5), _letters(10.5, _QUIET)),
        "Marking": (f'{_lines(11.5)}<w:jc w:val="right"/>', _letters(11.5, _ACCENT, bold=True)),
        "Picture": ('<w:spacing w:line="240" w:lineRule="auto"/>', ""),
        "Gap": ('<w:spacing w:line="120" w:lineRule="exact"/>', _letters(2)),
        "Footer": (_lines(9), _letters(9, _QUIET)),
    }


def _style(name: str, paragraph: str, letters: str) -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    look = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}">'
        f'<w:name w:val="{_NAMES.get(name, name)}"/>{based}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>{look}</w:style>"
    )


def _lines(size: float, *, before: float = 0, after: float = 0) -> str:
    """Set lines at an exact distance, so that a page does not grow by a font's own idea of it."""
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'w:line="{round(size * _PITCH * 20)}" w:lineRule="exact"/>'
    )


def _letters(size: float, colour: str = _INK, *, bold: bool = False) -> str:
    half = round(size * 2)
    heavy = "<w:b/>" if bold else ""
    return f'{heavy}<w:color w:val="{colour}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def numbering(size: float) -> str:
    """Give the list with bullets."""
    step = round(size * 14)
    return (
        f'<w:numbering {_MAIN}><w:abstractNum w:abstractNumId="1">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{step}" w:hanging="{step}"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
