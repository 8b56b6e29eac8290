"""The smallest change of a data file's text that changes a value, as an editor would have typed it.

What an edit keeps: every byte outside the changed value, so comments, the order of keys, quotation marks, line ends of
Unix or Windows, a byte order mark, indentation, lists in `[ ]`, a missing line end at the end of the file.

- A new text is written as the old one was: without quotes, in its quotes, or as its text block. A text of several
  lines is broken anew only from the first word that changed to the last; a text too long for its line becomes `>-`.
- What other tools would take for a number, a date or yes and no stands without quotes only where its like do.
- A comment directly above an entry, no further in than it, goes with it; those at the top of the file stay there.
- A new entry is laid out as its neighbours are. The last entry taken out leaves `[]` or `{}`.
- Files with anchors, aliases, tags, a key twice or faults that the reader mends are not edited.
- Paths are those of the file: a blank item counts, too.

After each change the text is read again and must give exactly the values meant; if not, other quotation marks are
tried, and at last the change is refused: a file is never made wrong.
"""

from ita_site.data.edit.changes import AddKey, FileChange, InsertItem, MoveItem, Quoted, RemoveItem, RemoveKey, SetValue
from ita_site.data.edit.differences import differences
from ita_site.data.edit.editing import edit, values
from ita_site.data.edit.new_file import as_typed_by, new_file
from ita_site.data.edit.refusals import CannotEditError, ConflictError
from ita_site.data.edit.saving import Saved, digest, save, save_whole, undo

__all__ = [
    "AddKey",
    "CannotEditError",
    "ConflictError",
    "FileChange",
    "InsertItem",
    "MoveItem",
    "Quoted",
    "RemoveItem",
    "RemoveKey",
    "Saved",
    "SetValue",
    "as_typed_by",
    "differences",
    "digest",
    "edit",
    "new_file",
    "save",
    "save_whole",
    "undo",
    "values",
]
