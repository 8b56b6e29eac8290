"""Files that begin something: a municipality's project, a year, a measure, a report.

They say what was given or was carried over from last year, and nothing else: what is not known is a key to be filled.
"""
