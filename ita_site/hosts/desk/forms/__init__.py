"""Thai forms made from the models: a kind of file and what it says into inputs, what was typed into changes.

`shapes` says what can be asked for in each place of a kind of file, `drafts` holds what stands there or was typed,
`form_building` makes the form of it, `posted_form` reads it back, `form_changes` tells what it changes in the file,
`fault_places` at which field a message stands, `actions` what buttons do, `conflicts` what becomes of what two have
changed.
"""
