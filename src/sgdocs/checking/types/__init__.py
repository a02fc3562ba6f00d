"""JSON Schema 2020-12 as sets of alternatives."""
