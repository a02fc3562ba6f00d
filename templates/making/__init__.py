"""Makes Word templates of their readable sources."""
