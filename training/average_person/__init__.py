"""The synthetic demo clips: people who do not exist (see __main__)."""
