"""A data folder of a municipality that does not exist, for measuring: the shape and size of real years, invented text.

The same seed gives the same bytes. A year is made from the seed and its number alone, so that of one, three
and ten years the last one is the same but for what its measures answer.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from importlib import resources
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, TypeAlias

import click
import yaml

from ita_site.data.load import packaged_framework
from ita_site.data.model import Result, Status, Urgency
from ita_site.judging.scores import compute, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ita_site.data.model import Framework
    from ita_site.judging.scores import Score

LAST_YEAR = 2568
FIRST_FRAMEWORK = 2562
"""The earliest year whose framework is packaged; a year before it is given a copy."""
MEASURES = (80, 90)
"""The fewest and the most measures of a year, so that ten years are about a thousand pages."""

Record: TypeAlias = "dict[str, Any]"

_TOWN = "เทศบาลตำบลตัวอย่าง"
_DIVISIONS = (
    "ทุกสำนัก/กอง",
    "สำนักปลัด",
    "กองคลัง",
    "กองช่าง",
    "กองการศึกษา",
    "กองสาธารณสุข",
    "งานการเจ้าหน้าที่",
    "หน่วยตรวจสอบภายใน",
)
_SUBJECTS = {
    "service-standards": "มาตรฐานการให้บริการประชาชน",
    "budget-transparency": "ความโปร่งใสในการใช้จ่ายงบประมาณ",
    "asset-lending": "การยืมทรัพย์สินของราชการ",
    "procurement": "การเปิดเผยข้อมูลการจัดซื้อจัดจ้าง",
    "complaints": "การจัดการเรื่องร้องเรียนการทุจริต",
    "no-gift-policy": "นโยบาย No Gift Policy",
    "conflict-of-interest": "การป้องกันผลประโยชน์ทับซ้อน",
    "personnel": "ความโปร่งใสในการบริหารงานบุคคล",
    "ethics-code": "การปฏิบัติตามประมวลจริยธรรม",
    "e-service": "การให้บริการผ่านช่องทางออนไลน์ (E-Service)",
    "public-disclosure": "การเปิดเผยข้อมูลต่อสาธารณะ",
    "contact-channels": "ช่องทางติดต่อสอบถามและรับฟังความคิดเห็น",
    "internal-audit": "การตรวจสอบและควบคุมภายใน",
    "participation": "การมีส่วนร่วมของประชาชน",
    "fraud-risk": "การประเมินและจัดการความเสี่ยงการทุจริต",
}
"""What measures are about, by the head of their ids."""
_AIMS = ("การยกระดับ", "การส่งเสริม", "การปรับปรุง", "การพัฒนาแนวทาง", "การสร้างความรู้ความเข้าใจเรื่อง", "การกำกับติดตาม")
_ACTIONS = (
    "จัดทำคู่มือและผังขั้นตอน",
    "ทบทวนและปรับปรุงแนวปฏิบัติ",
    "จัดประชุมชี้แจงบุคลากรทุกส่วนราชการ",
    "แต่งตั้งคณะทำงานขับเคลื่อน",
    "จัดทำประกาศของหน่วยงาน",
    "เผยแพร่ข้อมูลให้เป็นปัจจุบัน",
    "จัดอบรมเจ้าหน้าที่ผู้ปฏิบัติงาน",
    "สำรวจความพึงพอใจของผู้รับบริการ",
    "รวบรวมและวิเคราะห์ข้อเสนอแนะของประชาชน",
    "รายงานผลต่อผู้บริหารเพื่อพิจารณาสั่งการ",
    "แจ้งเวียนทุกส่วนราชการเพื่อทราบและถือปฏิบัติ",
    "กำหนดผู้รับผิดชอบและระยะเวลาในแต่ละขั้นตอน",
)
_WAYS = (
    "ตามหลักเกณฑ์และวิธีการที่กำหนดไว้",
    "โดยระบุขั้นตอน ระยะเวลา และผู้รับผิดชอบอย่างชัดเจน",
    "เพื่อให้เจ้าหน้าที่ปฏิบัติงานเป็นมาตรฐานเดียวกันและให้บริการอย่างเท่าเทียม",
    "ให้สอดคล้องกับระเบียบ กฎหมาย และหนังสือสั่งการที่เกี่ยวข้อง",
    "โดยเปิดโอกาสให้ผู้มีส่วนได้ส่วนเสียและประชาชนในพื้นที่เข้ามามีส่วนร่วม",
    "ให้สอดคล้องกับผลการวิเคราะห์จุดที่ต้องพัฒนาของปีที่ผ่านมา",
)
_PLACES = (
    "บนเว็บไซต์หลักของหน่วยงาน",
    "ทางเว็บไซต์ Facebook และ Line ของหน่วยงาน",
    "ณ จุดบริการและบอร์ดประชาสัมพันธ์ของเทศบาล",
    "ในการประชุมพนักงานประจำเดือน",
    "ผ่านจดหมายข่าว เสียงตามสาย และเครือข่ายผู้นำชุมชน",
    "",
)
_TIMES = ("อย่างสม่ำเสมอ", "เป็นประจำทุกเดือน", "เป็นรายไตรมาส", "อย่างน้อยปีละ 2 ครั้ง", "ภายในไตรมาสแรก", "ตลอดปีงบประมาณ", "")
_RESULTS = (
    "ประชาชนเข้าถึงข้อมูลได้ง่ายและได้รับบริการที่สะดวกรวดเร็วขึ้น",
    "เจ้าหน้าที่ปฏิบัติงานด้วยความซื่อสัตย์สุจริต และไม่พบเรื่องร้องเรียน",
    "ผู้มีส่วนได้ส่วนเสียไว้วางใจและพึงพอใจต่อการดำเนินงานของหน่วยงานมากขึ้น",
    "การดำเนินงานโปร่งใส ตรวจสอบได้ และใช้งบประมาณอย่างคุ้มค่า",
    "บุคลากรมีความรู้ความเข้าใจและถือปฏิบัติเป็นแนวทางเดียวกัน",
)


def write(data: Path, years: int, seed: int = 2568) -> None:
    """Write a data folder of that many fiscal years, the last of them 2568."""
    _dump(data / "agency.yml", _agency())
    before: Record = {"scores": {}, "weak": []}
    for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1):
        if year < FIRST_FRAMEWORK:
            copied = data / "frameworks" / f"{year}.yml"
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_text(_framework_text(year), encoding="utf-8")
        before = _Year(year, seed, before).write(data / str(year))


class _Year:
    """One fiscal year; what depends on the year before has a source of chance of its own."""

    def __init__(self, year: int, seed: int, before: Record) -> None:
        self.year = year
        self.chance = Random(f"{seed} {year}")  # noqa: S311 - not a secret
        self.answering = Random(f"{seed} {year} answers")  # noqa: S311
        self.scores_before: dict[str, Decimal] = before["scores"]
        self.weak_before: list[str] = before["weak"]
        found = packaged_framework(max(year, FIRST_FRAMEWORK))
        if found is None:
            message = f"no framework of {year}"
            raise LookupError(message)
        self.framework: Framework = found

    def write(self, folder: Path) -> Record:
        """Write the files of the year and return what the next one builds on."""
        result = self._result()
        scores = {each["id"]: each["score"] for each in result["indicators"]}
        weak = self._weak_points(result)
        measures = self._measures()
        _dump(folder / "result.yml", result)
        _dump(folder / "analysis.yml", self._analysis(result, scores, weak))
        for name, measure in measures.items():
            _dump(folder / "measures" / f"{name}.yml", measure)
        middle = f"1 ต.ค. {self.year - 1}", f"31 มี.ค. {self.year}", f"8 เม.ย. {self.year}"
        end = f"1 ต.ค. {self.year - 1}", f"30 ก.ย. {self.year}", f"6 ต.ค. {self.year}"
        _dump(folder / "reports" / "six-month.yml", self._report("รอบ 6 เดือน", middle, measures))
        annual = self._report("ประจำปี", end, measures)
        if self.scores_before:
            annual["changes"] = self._changes(result["total"], scores)
        annual["opinions"] = [
            {"position": "หัวหน้าสำนักปลัด", "text": "เห็นควรเสนอผู้บริหารเพื่อพิจารณา"},
            {"position": "นายกเทศมนตรีตำบลตัวอย่าง", "text": "ทราบ ให้เผยแพร่บนเว็บไซต์ของหน่วยงาน"},
        ]
        _dump(folder / "reports" / "annual.yml", annual)
        return {"scores": {**scores, "total": result["total"]}, "weak": [each["about"] for each in weak]}

    def _result(self) -> Record:
        """Return published scores in which every figure is what its parts give, where the year's rule is known."""
        references: dict[str, list[str]] = {
            "items": [item.id for item in self.framework.items],
            "subindicators": [sub.id for each in self.framework.indicators for sub in each.subindicators],
            "indicators": [each.id for each in self.framework.indicators],
            "instruments": [each.id for each in self.framework.instruments],
        }
        printed: Record = {"total": Decimal("91.25")}
        for group, ids in references.items():
            computed = {score.id: score.computed for score in self._tree(printed).walk()}
            printed[group] = [
                {"id": each, "score": self._points(each) if (known := computed.get(each)) is None else rounded(known)}
                for each in ids
            ]
        if (total := self._tree(printed).computed) is not None:
            printed["total"] = rounded(total)
        scale = self.framework.levels.scale if self.framework.levels else ()
        level = next((each.name for each in scale if each.minimum <= printed["total"]), None)
        return {
            "total": printed["total"],
            **({"level": level} if level else {}),
            "document": f"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {self.year}",
            **{group: printed[group] for group in reversed(references) if printed[group]},
        }

    def _tree(self, printed: Record) -> Score:
        return compute(self.framework, Result.model_validate_json(json.dumps(printed, default=str)))

    def _points(self, reference: str) -> Decimal:
        if reference.startswith("O") and reference != "OIT":
            return Decimal(self.chance.choices((0, 100), weights=(1, 11))[0])
        return Decimal(self.chance.randint(8200, 10000)).scaleb(-2)

    def _weak_points(self, result: Record) -> list[Record]:
        """Return the lowest indicators and items, as `analysis.yml` has them."""
        indicators = sorted(result["indicators"], key=lambda each: each["score"])[:4]
        items = sorted(result.get("items", ()), key=lambda each: each["score"])[:6]
        return [
            {
                "about": each["id"],
                "urgency": (Urgency.URGENT if each["score"] < 85 else Urgency.IMPROVE).value,
                "finding": f"ได้ {each['score']:.2f} คะแนน ยังต้อง{self._sentence()}",
                "remedy": self._sentence(),
            }
            for each in (*indicators, *items)
        ]

    def _analysis(self, result: Record, scores: dict[str, Decimal], weak: Sequence[Record]) -> Record:
        lowest = {each["about"] for each in weak}
        return {
            "document": f"รายงานการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {self.year}",
            "summary": f"คะแนนรวม {result['total']:.2f} จาก 100 คะแนน จุดที่ต้องพัฒนามี {len(weak)} เรื่อง {self._sentence()}",
            "strengths": [
                {"about": each, "finding": f"ได้ {score:.2f} คะแนน {self.chance.choice(_RESULTS)}"}
                for each, score in scores.items()
                if each not in lowest
            ],
            "weak_points": list(weak),
        }

    def _measures(self) -> dict[str, Record]:
        indicators = [each.id for each in self.framework.indicators]
        measures: dict[str, Record] = {}
        for number in range(1, self.chance.randint(*MEASURES) + 1):
            head = self.chance.choice(list(_SUBJECTS))
            answerable = self.weak_before or indicators
            answers = [
                self.answering.choice(answerable),
                *self.answering.sample(indicators, self.answering.choice((0, 0, 1))),
            ]
            measures[f"{head}-{number:02}"] = {
                "title": f"{self.chance.choice(_AIMS)}{_SUBJECTS[head]} {self.chance.choice(_TIMES)}".strip(),
                "number": number,
                "document": f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. {self.year}",
                "answers": list(dict.fromkeys(answers)),
                "steps": self._sentences(1, 3),
                "owners": self.chance.sample(_DIVISIONS, self.chance.choice((1, 1, 1, 2))),
                "period": {"start": f"1 ต.ค. {self.year - 1}", "end": f"30 ก.ย. {self.year}"},
                "monitoring": self._sentence(),
            }
        return measures

    def _report(self, kind: str, days: tuple[str, str, str], measures: Iterable[str]) -> Record:
        start, end, written = days
        title = f"รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {kind} ปีงบประมาณ พ.ศ. {self.year}"
        likely = (9, 3, 1, 1) if kind == "ประจำปี" else (3, 6, 2, 0)
        return {
            "title": title,
            "period": {"start": start, "end": end},
            "memo": {
                "division": f"หน่วยตรวจสอบภายใน {_TOWN}",
                "number": "ทต ๐๑๐๑/-",
                "date": written,
                "subject": title,
                "to": "นายกเทศมนตรีตำบลตัวอย่าง",
                "background": f"{_TOWN}เข้าร่วมการประเมิน ITA ปีงบประมาณ พ.ศ. {self.year} และ{self._sentence()}",
                "facts": " ".join(self._sentences(2, 3)),
                "proposal": f"ขอรายงานผลและ{self._sentence()}",
                "signed_by": "นักวิชาการตรวจสอบภายใน",
            },
            "summary": " ".join(self._sentences(2, 3)),
            "measures": [
                {
                    "measure": each,
                    "status": self.chance.choices(list(Status), weights=likely)[0].value,
                    "output": self._sentences(2, 5),
                    "outcome": f"{self.chance.choice(_RESULTS)} {self.chance.choice(_RESULTS)}",
                }
                for each in measures
            ],
        }

    def _changes(self, total: Decimal, scores: dict[str, Decimal]) -> Record:
        both = {each: score - self.scores_before[each] for each, score in scores.items() if each in self.scores_before}
        return {
            "total": total - self.scores_before["total"],
            "indicators": [{"id": each, "change": change} for each, change in both.items()],
        }

    def _sentence(self) -> str:
        parts = (
            f"{self.chance.choice(_ACTIONS)}เรื่อง{self.chance.choice(list(_SUBJECTS.values()))}",
            self.chance.choice(_WAYS),
            self.chance.choice(_PLACES),
            self.chance.choice(_TIMES),
        )
        return " ".join(part for part in parts if part)

    def _sentences(self, fewest: int, most: int) -> list[str]:
        return [self._sentence() for _ in range(self.chance.randint(fewest, most))]


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc] # C where PyYAML has it
    """Writes a score as the documents print it, with two decimals, and never an alias, which our reader refuses."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


_Dumper.add_representer(
    Decimal, lambda dumper, figure: dumper.represent_scalar("tag:yaml.org,2002:float", f"{figure:.2f}")
)


def _dump(path: Path, record: Record) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(text, encoding="utf-8")


def _agency() -> Record:
    return {
        "name": _TOWN,
        "kind": "เทศบาลตำบล",
        "district": "ตัวอย่าง",
        "province": "ตัวอย่าง",
        "website": "https://town.example/",
        "divisions": list(_DIVISIONS),
        "channels": [
            {"name": "เว็บไซต์", "use": "ติดตามข่าวสาร", "address": "https://town.example/"},
            {"name": "อีเมล", "use": "ติดต่อสอบถาม", "address": "mailto:contact@town.example"},
            {"name": "ศูนย์รับเรื่องร้องเรียน", "use": "ร้องเรียนร้องทุกข์", "detail": "ในวันและเวลาราชการ"},
        ],
    }


def _framework_text(year: int) -> str:
    """Return the first packaged framework as that of another year."""
    packaged = resources.files("ita_site.data") / "frameworks" / f"{FIRST_FRAMEWORK}.yml"
    return re.sub(r"^year: \d+$", f"year: {year}", packaged.read_text(encoding="utf-8"), flags=re.MULTILINE)


@click.command()
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@click.option("--years", type=click.IntRange(1, 50), default=10, show_default=True)
@click.option("--seed", type=int, default=2568, show_default=True)
def main(*, target: Path, years: int, seed: int) -> None:
    """Write the data folder TARGET, which must not exist yet."""
    if target.exists():
        message = f"{target} exists already"
        raise click.ClickException(message)
    write(target, years, seed)


if __name__ == "__main__":
    main()
