"""Data files from what the office already has: tables of Excel, Word, web pages and pasted cells.

`office_tables` reads a file into cells with their places, `headings` and what is beside it say what each cell means,
`candidates` makes data files of that; nothing is written here, and nothing is guessed in silence.
"""
