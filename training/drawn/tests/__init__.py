"""Tests of the drawn pictures: python3 -m unittest discover -s drawn/tests -t ."""
