"""What each of our own papers may print, from the schemas and the procedures that use it."""
