"""Tests of the procedures: complete, coherent, and right on what changes when."""
