"""What the command line promises a clerk, seen in exit codes, what is printed, and files."""
