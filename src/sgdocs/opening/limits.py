"""How large, deep and many anything in a file from outside may be; every limit stands here."""

__all__ = [
    "CALLERS_WAITING",
    "CALL_SECONDS",
    "CARRIED_DEPTH",
    "CELL_CHARACTERS",
    "DATA_BYTES",
    "DATA_BYTES_WITHOUT_C",
    "DATA_CHARACTERS",
    "DATA_DEPTH",
    "DATA_VALUES",
    "DIRECTORY_BYTES",
    "DRAWING_BYTES",
    "FIELDS",
    "FIELD_CHARACTERS",
    "FIELD_DEPTH",
    "FILES_CARRIED",
    "FILE_BYTES",
    "KEY_BYTES",
    "LEDGER_BYTES",
    "LETTER_BYTES",
    "MAIL_HEADER_BYTES",
    "MAIL_PARTS",
    "MARKED_BYTES",
    "MEMBERS",
    "MEMBER_BYTES",
    "PACK_LIST_BYTES",
    "PAGES",
    "PARCEL_BYTES",
    "PARCEL_FILES",
    "PDF_CONTAINER",
    "PDF_NESTING",
    "PDF_SIDE",
    "PDF_STREAM_BYTES",
    "POST_BYTES",
    "POST_FIELDS",
    "POST_FIELD_BYTES",
    "POST_FILES",
    "POST_SECONDS",
    "PROBLEMS",
    "PROBLEMS_SHOWN",
    "PSEUDONYMS_BYTES",
    "RATIO",
    "RATIO_FROM",
    "REVIEW_BYTES",
    "REVIEW_FILES",
    "RULES_DRAFT_BYTES",
    "SECONDS",
    "SECRET_BYTES",
    "SENT_BYTES",
    "SHEET_BYTES",
    "SHEET_COLUMNS",
    "SHEET_ROWS",
    "SIGNATURE_SECONDS",
    "TEMPLATE_BYTES",
    "TEMPLATE_DEPTH",
    "TEMPLATE_NUMBER",
    "TEMPLATE_PARTS",
    "TEMPLATE_TAGS",
    "TEMPLATE_TURNS",
    "TOTAL_BYTES",
    "VALUE_CHARACTERS",
    "WORD_LIST_BYTES",
    "WORKING_MEMORY",
    "XML_BYTES",
    "XML_ELEMENTS",
]

# A file as it came: more than most mail systems carry.
FILE_BYTES = 25_000_000

# A zip file, which every Word file is.
MEMBERS = 2_000
DIRECTORY_BYTES = 1_000_000  # what lists the members; each takes half a kilobyte once read
MEMBER_BYTES = 40_000_000
TOTAL_BYTES = 60_000_000
RATIO = 250  # times smaller than what it unpacks to; forms stay under 60
RATIO_FROM = 4_000_000  # below this a high ratio does no harm

# One part of a Word file, read as a tree that takes ten times as much memory.
XML_BYTES = 12_000_000
XML_ELEMENTS = 400_000

# A mail, or a zip file, that carries forms.
MAIL_PARTS = 200
MAIL_HEADER_BYTES = 100_000  # of one; a boundary becomes a pattern that is slow to make
FILES_CARRIED = 100
CARRIED_DEPTH = 3  # a form in a mail in a zip file

# A PDF.
PAGES = 400
PDF_NESTING = 60
PDF_SIDE = 14_400  # a seventy-second of an inch each: two hundred inches, as the standard has it
PDF_CONTAINER = 60_000
PDF_STREAM_BYTES = 4_000_000  # those that hold objects; pictures are never unpacked
FIELD_DEPTH = 12

# A form.
FIELDS = 6_000
FIELD_CHARACTERS = 60_000  # as the schemas allow
VALUE_CHARACTERS = 2_000_000  # all answers together

# A template of anybody's, checked against a schema; ours hold some 350 tags of 1,400 parts.
TEMPLATE_DEPTH = 100
TEMPLATE_TAGS = 5_000
TEMPLATE_NUMBER = 100_000  # given to what repeats, pads or counts
TEMPLATE_TURNS = 1_000_000
TEMPLATE_PARTS = 12_000  # names, values and what is done with them

# Reading one file, in a process of its own.
SECONDS = 6.0
WORKING_MEMORY = 360_000_000

# Looking at the signatures in one file, in a process of its own.
SIGNATURE_SECONDS = 40.0

# A file of data: a case, rules, contacts, a saved schedule; or the words of a letter.
DATA_BYTES = 5_000_000
# PyYAML's own parser is some thirty times slower than libyaml: ten seconds' patience reads this.
DATA_BYTES_WITHOUT_C = 500_000
DATA_DEPTH = 64
DATA_VALUES = 200_000
DATA_CHARACTERS = 200_000  # of one text
PROBLEMS = 100  # looked for in one file
PROBLEMS_SHOWN = 5

# A filled call sheet.
SHEET_BYTES = 5_000_000
SHEET_ROWS = 2_000
SHEET_COLUMNS = 60
CELL_CHARACTERS = 2_000

# The texts of a review, word lists, and files with a key or a password.
REVIEW_BYTES = 16_000_000
REVIEW_FILES = 200
WORD_LIST_BYTES = 4_000_000
KEY_BYTES = 200_000
SECRET_BYTES = 4_096

# What a browser sends.
POST_BYTES = 40_000_000
POST_FIELDS = 2_000
POST_FILES = 20
POST_FIELD_BYTES = 2_000_000
POST_SECONDS = 60.0  # for all of it
CALL_SECONDS = 10.0  # for what is said before it
CALLERS_WAITING = 100  # who have not said what they want

# What the office and this program keep, read back as if it came from outside.
PACK_LIST_BYTES = 20_000_000
PSEUDONYMS_BYTES = 16_000_000
PARCEL_FILES = 100_000
PARCEL_BYTES = 2_000_000_000
SENT_BYTES = 100_000_000
MARKED_BYTES = 5_000_000
DRAWING_BYTES = 40_000_000
RULES_DRAFT_BYTES = 2_000_000
LETTER_BYTES = 200_000
TEMPLATE_BYTES = 5_000_000
LEDGER_BYTES = 64_000_000
