"""Single pictures of drawn faces with exact labels (see __main__)."""
