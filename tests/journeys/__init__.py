"""Whole journeys, told in files as a business unit would live them."""
