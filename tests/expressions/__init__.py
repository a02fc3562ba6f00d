"""What the expression language promises, seen from outside."""
