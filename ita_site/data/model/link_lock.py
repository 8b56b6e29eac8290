"""What an outside address answered when it was last asked, in words that a lock file and a page may show."""

from __future__ import annotations

from enum import StrEnum


class LinkState(StrEnum):
    """What came of asking for an outside address."""

    OPENS = "เปิดได้"
    TOO_LARGE = "เปิดได้ ใหญ่เกินกว่าจะอ่านจนจบ"
    NOT_FOUND = "ไม่พบหน้านี้"
    SOFT_NOT_FOUND = "น่าจะไม่มีหน้านี้แล้ว"
    """The server answers a page that is there, and answers the same to an address that cannot be."""
    FRONT_PAGE = "พาไปหน้าแรกของเว็บไซต์"
    NOT_THE_FILE = "ได้หน้าเว็บแทนไฟล์"
    LOGIN = "ต้องเข้าสู่ระบบ"
    ACCESS = "ต้องขอสิทธิ์เข้าถึง"
    REFUSED = "เซิร์ฟเวอร์ไม่ให้เปิด"
    BUSY = "เซิร์ฟเวอร์ให้รอ"
    SERVER_ERROR = "เซิร์ฟเวอร์ขัดข้อง"
    BROKEN = "คำตอบของเซิร์ฟเวอร์เสียหาย"
    REDIRECTS = "ถูกพาไปที่อื่นต่อไม่รู้จบ"
    TIMEOUT = "ไม่ตอบภายในเวลา"
    NO_HOST = "ไม่พบเว็บไซต์นี้"
    NO_CONNECTION = "ต่อกับเซิร์ฟเวอร์ไม่ได้"
    CERTIFICATE_EXPIRED = "ใบรับรองความปลอดภัยหมดอายุ"
    CERTIFICATE_OF_ANOTHER = "ใบรับรองความปลอดภัยเป็นของเว็บไซต์อื่น"
    CERTIFICATE_UNTRUSTED = "ใบรับรองความปลอดภัยไม่มีผู้รับรอง"
    NOT_SECURE = "เชื่อมต่อแบบปลอดภัยไม่ได้"
    PRIVATE = "เป็นเครื่องในเครือข่ายภายใน"
    NOT_ASKED = "เป็นที่อยู่แบบที่ไม่ตรวจ"
    """Not http or https, another port than those of the web, or with a user name in it."""
