"""The letters of two procedures, composed from the examples."""
