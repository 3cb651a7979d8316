"""Measurements of the book: run with ``make bench``; they print a table and never fail a test."""
