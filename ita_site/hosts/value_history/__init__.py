"""Who changed a value of a data file, when, and from what to what, as Git knows.

The names of authors stay on the office's own machine: nothing that is published is made from this.
"""

from ita_site.hosts.value_history.field_naming import UnknownField, field_named
from ita_site.hosts.value_history.value_steps import ValueHistory, ValueStep, value_history

__all__ = ["UnknownField", "ValueHistory", "ValueStep", "field_named", "value_history"]
