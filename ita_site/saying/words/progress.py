"""The headings of what a report says of a measure beside its results."""

from __future__ import annotations

ACTIONS = "มาตรการย่อยที่รายงานระบุ"
FINDINGS = "ข้อค้นพบที่รายงานอ้างถึง"
PROPOSALS = "แนวทางที่รายงานเสนอ"
FOLLOW_UP = "การติดตามผล"
SUGGESTIONS = "ข้อเสนอแนะ"
