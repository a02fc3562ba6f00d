"""Word and Markdown templates flattened to lines that know where they stand."""
