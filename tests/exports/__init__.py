"""What the exports promise, seen in the text and files they give."""
