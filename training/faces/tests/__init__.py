"""Tests of the detector's training: python3 -m unittest discover -s faces/tests -t ."""
