"""What commands print: a result, or why there is none, as text for people and as JSON or CSV for machines."""
