"""The guide to the data in Thai, for editors: every file, every key, what it means and what may stand there.

It is read out of the schemas, which are made from the models: it cannot say what the loader does not do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Node: TypeAlias = "Mapping[str, Any]"

_HEAD = """# คู่มือข้อมูล: ทุกไฟล์ ทุกช่อง

หน้านี้และไฟล์ `.json` ข้าง ๆ สร้างด้วยคำสั่ง `ita-site schema` ไม่ต้องแก้ด้วยมือ

ไฟล์ข้อมูลทุกไฟล์เป็น YAML: ชื่อช่องเป็นภาษาอังกฤษ ค่าเป็นภาษาไทย ช่องที่ไม่มีข้อมูลให้เว้นไว้ทั้งช่อง ไม่ใช่พิมพ์ 0
ข้อความเป็นข้อความธรรมดา (ไม่ใช่ Markdown หรือ HTML) เว้นบรรทัดว่างหนึ่งบรรทัดเพื่อขึ้นย่อหน้าใหม่

ใน VS Code ที่ลงส่วนขยาย YAML (Red Hat) บรรทัดแรกของไฟล์แบบนี้ทำให้มีคำอธิบาย รายการให้เลือก และเส้นใต้ตรงที่พิมพ์ผิดทันที

```yaml
# yaml-language-server: $schema=../../.schemas/result.json
```

ที่อยู่หลัง `$schema=` นับจากโฟลเดอร์ของไฟล์นั้น ตัวอย่างนี้คือ `data/2568/result.yml` เมื่อไฟล์ `.json` อยู่ใน `.schemas/` ข้าง `data/`
(ไฟล์ใน `measures/` และ `reports/` ลึกกว่าหนึ่งชั้น จึงเป็น `../../../.schemas/`)

โปรแกรมแก้ไขไฟล์เห็น `96.79` เป็นจำนวนแล้ว จึงไม่รู้ว่าพิมพ์ `96.790` และไม่เห็นไฟล์อื่น: `ita-site check` เท่านั้นที่ตรวจครบ
"""
_COLUMNS = ("ช่อง", "ความหมาย", "ต้องมี", "ค่าที่ใช้ได้", "ตัวอย่าง")


def write(schemas: Mapping[str, Node]) -> str:
    """Return the guide as Markdown; the schemas are by the path of their files, such as `agency.yml`."""
    return "\n".join([_HEAD, *(line for path, schema in schemas.items() for line in _file(path, schema))])


def _file(path: str, schema: Node) -> Iterator[str]:
    inner = schema.get("definitions", {})
    titles = {key: str(record["title"]) for key, record in inner.items()}
    yield f"## `data/{path}`: {schema['title']}\n"
    yield from _table(schema, titles)
    for record in inner.values():
        yield f"### {record['title']}\n"
        yield from _table(record, titles)


def _table(record: Node, titles: Mapping[str, str]) -> Iterator[str]:
    if "oneOf" in record:
        yield f"{record['oneOf'][0]['errorMessage']}\n"
    yield _row(_COLUMNS)
    yield _row(["---"] * len(_COLUMNS))
    for key, node in record["properties"].items():
        must = "ต้องมี" if key in record.get("required", []) else ""
        examples = " ".join(f"`{each}`" for each in _examples(node))
        title = node.get("title") or titles[_key(node)]  # pydantic leaves out a title that the group has too
        yield _row([f"`{key}:`", title, must, _allowed(node, titles), examples])
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _allowed(node: Node, titles: Mapping[str, str]) -> str:
    """Return in words what may stand in a place."""
    if "$ref" in node:
        return f"กลุ่ม “{titles[_key(node)]}”"
    if "allOf" in node:
        return _allowed(node["allOf"][0], titles)
    if "anyOf" in node:
        return " หรือ ".join(_allowed(each, titles) for each in node["anyOf"] if each != {"type": "null"})
    if node["type"] == "array":
        return f"รายการของ {_allowed(node['items'], titles)}"
    if "enum" in node:
        choices = " · ".join(f"`{each}`" for each in node["enum"] if each is not None)
        return f"{choices} (ถ้าเว้นไว้ คือ `{node['default']}`)" if "default" in node else choices
    return str(node["description"])


def _key(node: Node) -> str:
    """Return the name of the group of fields that a node refers to."""
    return str(node["$ref"]).rpartition("/")[2]


def _examples(node: Node) -> Iterator[str]:
    if "examples" in node:
        yield from (f"- {each[0]}" if isinstance(each, list) else str(each) for each in node["examples"])
    elif "items" in node:
        yield from (f"- {each}" for each in _examples(node["items"]))
    elif "enum" in node:
        yield str(node["enum"][0])
