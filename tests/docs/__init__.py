"""What the documentation says is true: every command, output, link, option and code."""
