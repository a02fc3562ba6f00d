"""What a paper becomes: Word, PDF and mail that say the same."""
