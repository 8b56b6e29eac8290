"""Tables → Parquet, which DuckDB and others read; the extra `data` writes it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ita_site.publishing.open_data.columns import CellType

if TYPE_CHECKING:
    from ita_site.publishing.open_data.columns import FilledTable


def as_parquet(filled: FilledTable) -> bytes:
    """Return a table as Parquet: figures as decimals of two places, days as days.

    Raises:
        ImportError: the extra `data` is not installed.

    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415 - likewise
    except ImportError as error:  # absent, or installed by halves
        raise ImportError(str(error), name="pyarrow") from error

    types = {
        CellType.TEXT: pa.string(),
        CellType.INTEGER: pa.int64(),
        CellType.NUMBER: pa.decimal128(7, 2),
        CellType.DATE: pa.date32(),
        CellType.BOOLEAN: pa.bool_(),
    }
    table = filled.table
    schema = pa.schema(
        [
            pa.field(
                column.name,
                types[column.type],
                nullable=not column.required,
                metadata={"title": column.title, "description": column.description},
            )
            for column in table.columns
        ],
        metadata={"title": table.title, "description": table.description},
    )
    columns = [pa.array([row[place] for row in filled.rows], field.type) for place, field in enumerate(schema)]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(columns, schema=schema), out, compression="zstd")
    return out.getvalue()
