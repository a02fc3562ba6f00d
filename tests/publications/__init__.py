"""Papers that are published."""
