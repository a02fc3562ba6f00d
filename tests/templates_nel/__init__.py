"""The forms, records and reports of North East Lincolnshire, of Tees, and those that are shared."""
