"""The words of the theme and of the files that come with the program: what `mkdocs.yml` need not say."""

DESCRIPTION = "ผลการประเมินคุณธรรมและความโปร่งใส (ITA) มาตรการ และรายงานผล"
"""What the site is, to who finds it elsewhere."""

ABOUT = "เกี่ยวกับ"
"""The section of the pages written by hand."""

TO_DARK, TO_CONTRAST, TO_LIGHT = "เปลี่ยนเป็นโหมดมืด", "เปลี่ยนเป็นสีตัดกันสูง", "เปลี่ยนเป็นโหมดสว่าง"
INCOMPLETE = "โปรแกรมติดตั้งไม่ครบ ให้ติดตั้งใหม่"
ADDRESS_LIST_HEAD = "# ที่อยู่ของทุกหน้าที่เคยเผยแพร่ เพิ่มด้วยคำสั่ง ita-site urls ห้ามลบบรรทัดใด"
"""The first line of the list of addresses."""


def day(written: str, *, stated: bool) -> str:
    """Say when a page was last changed; where only its document says a day, that this is the day of the document."""
    return f"{'ลงวันที่' if stated else 'แก้ไขล่าสุด'} {written}"
