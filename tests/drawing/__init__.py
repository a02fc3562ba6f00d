"""Pictures, from the words on them up."""
