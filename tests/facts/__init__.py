"""Tests of the facts: who is asked, and what is done, from a case as recorded."""
