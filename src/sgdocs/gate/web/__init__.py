"""Web pages: everything a browser shows, and everything it does not."""

from sgdocs.gate.web.page import read_page

__all__ = ["read_page"]
