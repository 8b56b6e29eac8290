/* What readers type where pages write something else. */
import assert from "node:assert/strict";
import test from "node:test";
import { searching } from "./engine.mjs";

const TABLE = [
  ["Facebook", "เฟซบุ๊ก", "เฟสบุ๊ค", "FB"],
  ["LINE", "ไลน์"],
  ["Line ID", "ไลน์ไอดี"],
  ["เทศบาลตำบล", "ทต."],
  ["องค์การบริหารส่วนตำบล", "อบต."],
  ["โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์"],
];
const site = (...texts) => searching(Object.fromEntries(texts.map((text, place) => [`${place}/`, [`หน้า ${place}`, text]])), {}, TABLE);
const SITE = site(
  "เทศบาลตำบลเมืองปาน ปีงบประมาณ พ.ศ. 2568 งบประมาณ",
  "การดำเนินการตามที่กำหนด เพื่อการร้องเรียน ถึงตำบล ทุก ๆ ปี",
  "Facebook: เทศบาล Line ID: abc โทรศัพท์ 0 5512 3456",
  "ผู้บริหารขององค์การบริหารส่วนตำบล ทุกคน ผลการประเมิน 2567",
  "แนวทางที่ตอบตัวชี้วัดออนไลน์ online guideline No Gift Policy",
);
const found = (typed) => SITE.found(typed);
const told = (typed) => { const { near, also, instead } = SITE.find(typed); return [near, Array.from(also), instead]; };

test("a keyboard left in the other layout, either way, and it is said", () => {
  assert.deepEqual(found("'[xit,kI"), ["0/"]);
  assert.deepEqual(told("'[xit,kI"), [true, [], "งบประมาณ"]);
  assert.deepEqual(found("ihv'giupo"), ["1/"]);
  assert.deepEqual(found("'[xit,kI 2568"), ["0/"]);
  assert.deepEqual(found("'[XIT,Ki"), ["0/"], "with Caps Lock on");
  assert.deepEqual(found("ยนสรแั"), ["4/"]);
  assert.deepEqual(told("ยนสรแั"), [true, [], "policy"]);
});

test("what is typed in English and absent stays absent", () => {
  for (const typed of ["blockchain", "xyz", "bitcoin", "kit", "god", "98765", "O99", "the", "metaverse", "qwerty"]) assert.deepEqual(found(typed), [], typed);
});

test("a year of two digits, where a year is meant and the site has it", () => {
  for (const typed of ["ปี 68", "ปี68", "ปี ๖๘", "ปีงบ 68", "ปีงบประมาณ 68", "พ.ศ. 68", "ปีงบฯ 68", "งบประมาณ ปี 68"]) {
    assert.deepEqual(found(typed), ["0/"], typed);
    assert.equal(SITE.find(typed).near, false, typed);
    assert.match(SITE.find(typed).also[0], /2568/);
  }
  assert.deepEqual(found("ผลการประเมิน 67"), ["3/"]);
  const both = site("ปี 2567 และ 2568", "ปี 2568");
  for (const typed of ["ปี 67-68", "ปี 2567-68", "2567/68", "ปี ๖๗–๖๘"]) assert.deepEqual(both.found(typed), ["0/"], typed);
  for (const typed of ["ปี 59", "ตัวชี้วัดที่ 68", "ข้อ 68"]) assert.deepEqual(found(typed), [], typed);
});

test("a page that writes the year in two digits comes first", () => {
  const both = site("ปี 2568", "ปี 68");
  assert.deepEqual(both.found("ปี 68"), ["1/", "0/"]);
});

test("words of one meaning, each for the others, and it is said", () => {
  for (const typed of ["เฟซบุ๊ก", "เฟสบุ๊ค", "fb", "facebook", "ไลน์ไอดี", "เบอร์โทร", "เบอร์โทรศัพท์"]) assert.deepEqual(found(typed), ["2/"], typed);
  assert.deepEqual(told("เฟซบุ๊ก"), [false, ["Facebook"], null]);
  assert.deepEqual(told("facebook"), [false, [], null]);
  for (const typed of ["ทต.เมืองปาน", "ทต. เมืองปาน", "ทต เมืองปาน", "ทต.", "ทตเมืองปาน"]) assert.deepEqual(found(typed), ["0/"], typed);
  for (const typed of ["อบต", "อบต.", "ผู้บริหาร อบต"]) assert.deepEqual(found(typed), ["3/"], typed);
  assert.deepEqual(site("ติดต่อ อบต.สามเรือน", "นายกอบต. ตอบต่อ").found("องค์การบริหารส่วนตำบลสามเรือน"), ["0/"]);
});

test("a word of the table is no part of another", () => {
  assert.deepEqual(found("line"), ["4/", "2/"], "typed letters may stand in a word, its other words may not");
  assert.deepEqual(found("ไลน์"), ["4/", "2/"]);
  assert.deepEqual(site("ตอบตัวชี้วัด", "ชอบตน").found("อบต"), []);
  assert.deepEqual(site("กทม. ทีม").found("เทศบาลเมือง"), []);
});

test("numbers with and without what parts them", () => {
  const phones = site("โทร 055-123456", "โทร. 0 5512 3456", "(055) 123-456", "+66 55 123 456", "055123456", "โทร 055-123457");
  const all = ["0/", "1/", "2/", "3/", "4/"];
  for (const typed of ["055123456", "055-123456", "055 123456", "0 5512 3456", "๐๕๕๑๒๓๔๕๖", "(055) 123-456", "+66 55 123 456", "+6655123456"]) {
    assert.deepEqual(phones.found(typed).sort(), all, typed);
  }
  assert.deepEqual(site("งบ 12,500,000 บาท").found("12500000"), ["0/"]);
  assert.deepEqual(site("เลขที่ 1-2345-67890-12-3").found("1234567890123"), ["0/"]);
});

test("words as a PDF gives them", () => {
  for (const typed of ["ด าเนินการ", "ก าหนด", "ท่ี", "เพ่ือ", "กๅร", "ถ ึง", "ต าบล", "เ พื่อ", "ท\uf702\uf70a", "การร้้องเรียน", "ก ารร้องเรียน"]) {
    assert.ok(found(typed).includes("1/"), typed);
    assert.equal(SITE.find(typed).near, false, typed);
  }
  assert.deepEqual(site("ตำบล").found("ตาบล"), ["0/"]);
  assert.equal(site("ตำบล").find("ตาบล").near, true);
  const [[item]] = SITE.find("ถ ึง").items;
  assert.match(item.text, /<mark>ถึง<\/mark>/);
});

test("ทุก ๆ is not ทุก", () => {
  for (const typed of ["ทุก ๆ", "ทุกๆ"]) assert.deepEqual(found(typed), ["1/"], typed);
  assert.deepEqual(found("ทุก"), ["1/", "3/"]);
});
