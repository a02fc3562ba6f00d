"""What the reading room promises about YAML and JSON files, seen from outside."""
