"""Train, export and evaluate the networks that read emotions from a face. Start: python3 -m emotion --help"""
