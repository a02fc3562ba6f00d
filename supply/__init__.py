"""What goes with a release: its packages, their licences, and what is known to be weak."""
