"""Small faults put into the program's own code: a room's tests must notice each of them."""
