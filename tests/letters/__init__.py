"""What wording editors write, and what becomes of it."""
