"""What a municipality has published, as plain values that can be put beside those of others.

`records` has the values, `finding` takes them from the data of one municipality.
"""
