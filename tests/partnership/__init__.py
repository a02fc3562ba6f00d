"""What is promised of a partnership's own file."""
