"""Papers bound into one PDF."""
