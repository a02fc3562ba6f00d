"""What the board promises: the same answer from the index as without it."""
