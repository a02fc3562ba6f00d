"""Every attack there is, by its name."""

from hostile.case_files import CASE_FILES
from hostile.content_files import CONTENT_FILES
from hostile.disguised_files import DISGUISED_FILES
from hostile.returned_files import RETURNED_FILES
from hostile.sheet_files import OTHER_FILES, SHEET_FILES

__all__ = ["CORPUS"]

CORPUS = {
    **CASE_FILES,
    **CONTENT_FILES,
    **RETURNED_FILES,
    **DISGUISED_FILES,
    **SHEET_FILES,
    **OTHER_FILES,
}
