"""A family drawn."""
