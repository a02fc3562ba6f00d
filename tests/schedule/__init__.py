"""Tests of the schedule: tables of dates that a coordinator can check by eye."""
