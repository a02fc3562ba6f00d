"""Call sheets: written out, filled in, read back."""
