"""What is told where papers cannot be written beside the pages."""

ABSENT = (
    'documents: ขอไฟล์ที่ต้องใช้ {library} ซึ่งยังไม่ได้ติดตั้ง ให้พิมพ์ python3 -m pip install "ita-site[{extra}]"'
    " (ในโฟลเดอร์ของโปรแกรมนี้: python3 -m uv sync --extra {extra}) หรือลบชนิดไฟล์นี้จาก documents:"
)
