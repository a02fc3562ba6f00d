"""What is promised of a case file begun, checked and upgraded."""
