"""What the desk shows: each module has the `ROUTES` of one screen."""
