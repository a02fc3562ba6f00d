"""By which channel a value in a PDF object reaches a reader, or whoever looks inside."""

__all__ = ["BELOW", "KNOWN_NAMES", "OWN"]

BELOW = {
    "/Info": "document information",
    "/PieceInfo": "private data",
    "/Outlines": "outline",
    "/PageLabels": "page label",
    "/OCProperties": "layer",
    "/OCGs": "layer",
    "/AcroForm": "form field",
    "/StructTreeRoot": "structure",
    "/IDTree": "structure",
    "/EmbeddedFiles": "attachment",
    "/AF": "attachment",
    "/EF": "attachment",
    "/FS": "attachment",
    "/Dests": "named destination",
    "/JavaScript": "script",
    "/OpenAction": "script",
    "/AA": "script",
    "/Annots": "annotation",
    "/Metadata": "XMP",
    "/XFA": "form field",
    "/Collection": "attachment",
    "/Threads": "article",
    "/Properties": "layer",
    "/FontFile": "font",
    "/FontFile2": "font",
    "/FontFile3": "font",
    "/ToUnicode": "font",
    "/CIDSet": "font",
    "/CIDToGIDMap": "font",
    "/Font": "font",
    "/Encoding": "font",
    "/CharProcs": "glyph drawing",
    "/OutputIntents": "colour profile",
    "/ColorSpace": "colour profile",
    "/DestOutputProfile": "colour profile",
    "/SpiderInfo": "private data",
    "/PZ": "private data",
    "/ViewerPreferences": "viewer preferences",
    "/RoleMap": "structure",
    "/ClassMap": "structure",
    "/Shading": "drawing",
    "/Function": "drawing",
    "/ExtGState": "drawing",
}
"""What lies below an entry of this name belongs to that channel."""

OWN = {
    "/Alt": "alternative text",
    "/ActualText": "alternative text",
    "/E": "alternative text",
    "/TU": "form field tooltip",
    "/Opt": "form field option",
    "/V": "form field value",
    "/DV": "form field value",
    "/RV": "form field value",
    "/URI": "link",
    "/JS": "script",
    "/Lang": "language",
    "/BaseFont": "font name",
    "/FontName": "font name",
    "/FontFamily": "font name",
}
"""A value under this name is that, wherever it stands."""

KNOWN_NAMES = frozenset(
    """
    /A /A85 /AA /AF /AcroForm /ActualText /Alt /Annot /Annots /Art /ArtBox /Artifact /Ascent /Author
    /BBox /BS /Background /BaseFont /BaseEncoding /BitsPerComponent /BlackIs1 /BleedBox /Border
    /Bounds /BleedBox /C0 /C1 /CA /CIDFontType0 /CIDFontType2 /CIDInit /CIDSet /CIDSystemInfo
    /CIDToGIDMap /CMap /CMapName /CS /Caption /Catalog /CapHeight /CharProcs /CharSet /Cn /Cl
    /ColSpan /ColorSpace /Colorants /Colors /Columns /Contents /Coords /Count /CreationDate /Creator
    /CropBox /D /DA /DR /DV /DW /DW2 /Date /Decode /DecodeParms /DescendantFonts /Descent /Dest
    /DestOutputProfile /Dests /DeviceCMYK /DeviceGray /DeviceRGB /Differences /DisplayDocTitle
    /Div /Document /Domain /E /EF /Encode /Encoding /EmbeddedFile /EmbeddedFiles /Extend /ExtGState
    /F /FT /FS /Ff /Fields /Figure /Filespec /Filter /First /FirstChar /FitH /FitR /Fit /Fl /Flags
    /FlateDecode /Font /FontBBox /FontDescriptor /FontFile /FontFile2 /FontFile3 /FontMatrix
    /FontName /FontFamily /FontStretch /FontWeight /Form /Formula /Function /FunctionType /Functions
    /GTS_PDFA1 /Group /H /H1 /H2 /H3 /H4 /H5 /H6 /Height /Helv /ICCBased /ID /IDTree /Identity
    /Identity-H /Image /ImageB /ImageC /ImageI /ImageMask /Index /Indexed /Info /Intent /Interpolate
    /ItalicAngle /JS /JavaScript /K /Keywords /Kids /L /LBody /LI /Lang /Last /LastChar /Layout
    /Lbl /Leading /Length /Length1 /Length2 /Length3 /Limits /Link /List /ListNumbering /M /MCID
    /MCR /MK /Marked /MarkInfo /Mask /MaskFont /Matrix /MaxWidth /MediaBox /Metadata /MissingWidth
    /ModDate /Multiply /N /Name /Named /Names /NeedAppearances /Next /NonStruct /Normal /Note /Nums
    /O /OBJR /OC /OCG /OCGs /OCProperties /OFF /OP /OPM /ON /ObjStm /Obj /OpenAction /Opt /Order
    /Ordering /Ordered /Outlines /OutputCondition /OutputConditionIdentifier /OutputIntent
    /OutputIntents /P /PDF /Page /PageLabels /PageLayout /PageMode /Pages /Params /Parent
    /ParentTree /ParentTreeNextKey /Part /Pattern /PatternType /PaintType /Pg /Placement /Predictor
    /Prev /ProcSet /Producer /Properties /Q /Quote /QuadPoints /R /Range /Rect /Reference /Registry
    /RegistryName /Resources /RoleMap /Root /Rotate /Row /RowSpan /S /SMask /SMaskInData /SM /Scope
    /Sect /Separation /Shading /ShadingType /Sig /Size /SMask /Span /StandardEncoding /Start
    /StemH /StemV /StrikeOut /StructElem /StructParent /StructParents /StructTreeRoot /Style /Sub
    /Subject /Subtype /Supplement /Suspects /T /TBody /TD /TFoot /TH /THead /TI /TOC /TOCI /TP /TR
    /TU /Table /Tabs /Text /TilingType /Title /ToUnicode /Top /Trans /Transparency /Trapped /TrimBox
    /TrueType /Tx /Type /Type0 /Type1 /Type3 /UCR2 /UF /URI /Unordered /V /Vertices /ViewState
    /ViewerPreferences /W /W2 /WMode /Warichu /Watermark /White /Widget /Width /Widths
    /WinAnsiEncoding /XHeight /XML /XObject /XRef /XStep /XYZ /YStep /ZaDb /ca /op
    """.split()  # noqa: SIM905 - a list of four hundred lines would hide the words
)
"""Names every PDF file may hold; any other is read as words."""
