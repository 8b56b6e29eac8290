"""The 77 provinces as tiles of equal size, roughly where they lie: no boundaries of anybody else are needed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Province:
    """A province: its name, its usual abbreviation, its id in addresses, and the column and row of its tile."""

    name: str
    short: str
    id: str
    column: int
    row: int


_TILES = """\
0 2 เชียงราย ชร chiang-rai
1 0 แม่ฮ่องสอน มส mae-hong-son
1 1 เชียงใหม่ ชม chiang-mai
1 2 พะเยา พย phayao
1 3 น่าน นน nan
2 1 ลำพูน ลพ lamphun
2 2 ลำปาง ลป lampang
2 3 แพร่ พร phrae
2 4 อุตรดิตถ์ อต uttaradit
2 6 เลย ลย loei
2 7 หนองคาย นค nong-khai
2 8 บึงกาฬ บก bueng-kan
3 1 ตาก ตก tak
3 2 สุโขทัย สท sukhothai
3 3 พิษณุโลก พล phitsanulok
3 6 หนองบัวลำภู นภ nong-bua-lam-phu
3 7 อุดรธานี อด udon-thani
3 8 สกลนคร สน sakon-nakhon
3 9 นครพนม นพ nakhon-phanom
4 2 กำแพงเพชร กพ kamphaeng-phet
4 3 พิจิตร พจ phichit
4 4 เพชรบูรณ์ พช phetchabun
4 6 ชัยภูมิ ชย chaiyaphum
4 7 ขอนแก่น ขก khon-kaen
4 8 กาฬสินธุ์ กส kalasin
4 9 มุกดาหาร มห mukdahan
5 1 อุทัยธานี อน uthai-thani
5 2 นครสวรรค์ นว nakhon-sawan
5 3 ชัยนาท ชน chai-nat
5 4 ลพบุรี ลบ lop-buri
5 6 นครราชสีมา นม nakhon-ratchasima
5 7 มหาสารคาม มค maha-sarakham
5 8 ร้อยเอ็ด รอ roi-et
5 9 ยโสธร ยส yasothon
5 10 อำนาจเจริญ อจ amnat-charoen
6 1 กาญจนบุรี กจ kanchanaburi
6 2 สุพรรณบุรี สพ suphan-buri
6 3 สิงห์บุรี สห sing-buri
6 4 อ่างทอง อท ang-thong
6 5 สระบุรี สบ saraburi
6 6 นครนายก นย nakhon-nayok
6 7 บุรีรัมย์ บร buri-ram
6 8 สุรินทร์ สร surin
6 9 ศรีสะเกษ ศก si-sa-ket
6 10 อุบลราชธานี อบ ubon-ratchathani
7 1 ราชบุรี รบ ratchaburi
7 2 นครปฐม นฐ nakhon-pathom
7 3 นนทบุรี นบ nonthaburi
7 4 พระนครศรีอยุธยา อย ayutthaya
7 5 ปทุมธานี ปท pathum-thani
7 6 ปราจีนบุรี ปจ prachin-buri
7 7 สระแก้ว สก sa-kaeo
8 1 เพชรบุรี พบ phetchaburi
8 2 สมุทรสงคราม สส samut-songkhram
8 3 สมุทรสาคร สค samut-sakhon
8 4 กรุงเทพมหานคร กท bangkok
8 5 สมุทรปราการ สป samut-prakan
8 6 ฉะเชิงเทรา ฉช chachoengsao
9 1 ประจวบคีรีขันธ์ ปข prachuap-khiri-khan
9 5 ชลบุรี ชบ chon-buri
9 6 ระยอง รย rayong
9 7 จันทบุรี จบ chanthaburi
9 8 ตราด ตร trat
10 1 ชุมพร ชพ chumphon
11 0 ระนอง รน ranong
11 1 สุราษฎร์ธานี สฎ surat-thani
12 0 พังงา พง phangnga
12 1 กระบี่ กบ krabi
12 2 นครศรีธรรมราช นศ nakhon-si-thammarat
13 0 ภูเก็ต ภก phuket
13 1 ตรัง ตง trang
13 2 พัทลุง พท phatthalung
14 1 สตูล สต satun
14 2 สงขลา สข songkhla
14 3 ปัตตานี ปน pattani
15 2 ยะลา ยล yala
15 3 นราธิวาส นธ narathiwat
"""
"""The row and the column of each tile, from the top left, and what is there."""


def _of_line(written: str) -> Province:
    row, column, name, short, identity = written.split()
    return Province(name, short, identity, int(column), int(row))


PROVINCES = tuple(map(_of_line, _TILES.splitlines()))
COLUMNS = max(each.column for each in PROVINCES) + 1
ROWS = max(each.row for each in PROVINCES) + 1
_BY_NAME = {each.name: each for each in PROVINCES}
OTHER = "other"
"""What stands in addresses for all provinces whose name is none of the 77."""


def province_of(name: str) -> Province | None:
    """Return the province of a name, None where there is none of that name."""
    return _BY_NAME.get(name.strip().removeprefix("จังหวัด").strip())


def province_id(name: str) -> str:
    """Return what stands in addresses for a province."""
    known = province_of(name)
    return known.id if known else OTHER
