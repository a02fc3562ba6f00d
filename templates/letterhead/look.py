"""How letters look in Word: the styles and the two kinds of list."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'
FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
ACCENT, QUIET, HAIR = "1F4E5F", "4A5560", "9AA7B0"


def style(name: str, about: str, look: str = "", **also: str) -> str:
    """Define one paragraph style; its id is its name without the spaces."""
    based = also.get("based", "Normal")
    after = f'<w:next w:val="{also["next"]}"/>' if "next" in also else ""
    default = ' w:default="1"' if name == "Normal" else ""
    parent = "" if name == "Normal" else f'<w:basedOn w:val="{based}"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{also.get("id", name.replace(" ", ""))}">'
        f'<w:name w:val="{name}"/>{parent}{after}<w:qFormat/>'
        f"<w:pPr>{about}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def spacing(before: int, after: int, line: int = 0) -> str:
    """Set the room above and below, and between lines, in twentieths of a point."""
    between = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{between}/>'


def size(points: float) -> str:
    """Set the size of letters."""
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def colour(value: str) -> str:
    """Set the colour of letters."""
    return f'<w:color w:val="{value}"/>'


def heading(level: int, points: float, before: int) -> str:
    """Define a heading that stays with what follows it."""
    about = f'<w:keepNext/><w:keepLines/>{spacing(before, 100)}<w:outlineLvl w:val="{level - 1}"/>'
    look = f"<w:b/><w:bCs/>{colour(ACCENT)}{size(points)}"
    return style(f"heading {level}", about, look, next="Normal", id=f"Heading{level}")


def listed(name: str, number: int) -> str:
    """Define a list item."""
    about = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>{spacing(0, 80)}'
    return style(name, about)


def table_style(name: str, borders: str, first_row: str = "", *, left: int = 100) -> str:
    """Define how a table looks."""
    margins = "".join(
        f'<w:{side} w:w="{w}" w:type="dxa"/>'
        for side, w in (("top", 50), ("left", left), ("bottom", 50), ("right", 100))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{first_row}</w:style>"
    )


def styles() -> str:
    """Define every style a letter uses and no other."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>'
        for side in ("top", "bottom", "insideH")
    )
    shaded = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E4EDF0"/></w:tcPr></w:tblStylePr>'
    )
    continued = "".join(
        style(f"List Continue {n}", f'{spacing(0, 80)}<w:ind w:left="{360 * n}"/>')
        for n in (1, 2, 3)
    )
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="3" w:color="{ACCENT}"/></w:pBdr>'
    return (
        f"<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{FONT}{size(11)}"
        '<w:lang w:val="{{ language }}" w:eastAsia="{{ language }}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        + style("Normal", spacing(0, 140, 264))
        + heading(1, 14, 200)
        + heading(2, 12, 220)
        + heading(3, 11, 180)
        + style("Address", f"<w:keepLines/>{spacing(240, 280)}")
        + style("Closing", f"<w:keepLines/>{spacing(640, 200)}")
        + listed("List Bullet", 1)
        + listed("List Number", 2)
        + continued
        + style("caption", f"<w:keepNext/>{spacing(120, 80)}", "<w:b/><w:bCs/>", id="Caption")
        + style("Table Text", spacing(0, 0, 252), size(10))
        + style("Signature Role", f"<w:keepNext/>{spacing(160, 40)}", "<w:b/><w:bCs/>")
        + style("After Table", spacing(0, 60, 120), size(6))
        + style("header", spacing(0, 40), f"{colour(QUIET)}{size(9)}", id="Header")
        + style("footer", spacing(0, 0), f"{colour(QUIET)}{size(9)}", id="Footer")
        + style("Marking", f'{spacing(0, 160)}<w:jc w:val="center"/>', f"<w:b/><w:bCs/>{size(10)}")
        + style("Office", f"{rule}{spacing(0, 60)}", f"<w:b/><w:bCs/>{colour(ACCENT)}{size(15)}")
        + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr>{colour(ACCENT)}<w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        f"<w:rPr>{colour(QUIET)}</w:rPr></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        "</w:style>"
        + table_style("Paper Table", f"<w:tblBorders>{lines}</w:tblBorders>", shaded)
        + table_style("Field Table", "", left=0)
        + table_style("Signature Table", f"<w:tblBorders>{lines}</w:tblBorders>")
        + "</w:styles>"
    )


def numbering() -> str:
    """Define bullets (1) and numbers (2), three levels of each."""
    marks = {1: ("bullet", ("•", "–", "•")), 2: ("decimal", ("%1.", "%2.", "%3."))}
    patterns = "".join(_pattern(i, kind, texts) for i, (kind, texts) in marks.items())
    uses = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in marks)
    return f"<w:numbering {NAMES}>{patterns}{uses}</w:numbering>"


def _pattern(number: int, kind: str, texts: tuple[str, ...]) -> str:
    formats = (kind, "lowerLetter", "lowerRoman") if kind == "decimal" else (kind,) * 3
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{360 * (i + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for i, (shape, text) in enumerate(zip(formats, texts, strict=True))
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
