"""How agencies' accounts are merged."""
