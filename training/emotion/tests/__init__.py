"""Run from training/: python3 -m unittest discover -s emotion/tests -t ."""
