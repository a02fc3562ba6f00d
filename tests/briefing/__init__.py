"""Seven minutes on one page."""
