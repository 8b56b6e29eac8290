"""Files of the office into tables of cells with their places, each refused where it could do harm."""
