"""What the schemas promise a clerk: words for every field and every fault."""
