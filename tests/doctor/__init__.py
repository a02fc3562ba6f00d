"""What the doctor promises, seen in its advice."""
