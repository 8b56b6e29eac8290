/* What is the same text however it is written or typed. */
import assert from "node:assert/strict";
import test from "node:test";
import { searching } from "./engine.mjs";

const one = (text) => searching({ "a/": ["หน้า", text], "b/": ["อื่น", "ข้อความอื่น"] });
const all = (text, typed, found, near) => typed.forEach((each) => {
  assert.deepEqual(one(text).found(each), found, `${each} in ${text}`);
  assert.equal(one(text).find(each).near, near, `${each} in ${text}`);
});
const finds = (text, ...typed) => all(text, typed, ["a/"], false);
const forgives = (text, ...typed) => all(text, typed, ["a/"], true);
const misses = (text, ...typed) => all(text, typed, [], false);

test("a word inside a long text without blanks", () => {
  finds("การป้องกันและปราบปรามการทุจริตและประพฤติมิชอบ", "ทุจริต", "ปราบปราม", "ประพฤติมิชอบ", "ทุจริตและประพฤติ");
});

test("Thai and Arabic digits", () => {
  finds("คะแนน ๙๙.๓๗ ปี ๒๕๖๘", "99.37", "๙๙.๓๗", "2568", "๒๕๖๘");
  finds("คะแนน 99.37 ปี 2568", "99.37", "๙๙.๓๗", "2568", "๒๕๖๘");
});

test("sara am in two halves, also around a tone mark, and แ typed as two letters", () => {
  finds("อำนาจหน้าที่ น้ำประปา เผยแพร่", "อ\u0e4d\u0e32นาจ", "น\u0e49\u0e4d\u0e32ประปา", "น\u0e4d\u0e49\u0e32ประปา", "เผยเเพร่");
});

test("characters that take no place, blanks of other kinds, capitals", () => {
  finds("งบประมาณ E-Service", "งบ\u200bประมาณ", "\ufeffงบประมาณ", "งบประมาณ\u00a0e-service", "E-SERVICE", "eservice");
});

test("item codes in every spelling, and only whole codes", () => {
  for (const text of ["ข้อ O27 นโยบาย", "ข้อ ๐๒๗ นโยบาย", "ข้อ o๒๗ นโยบาย", "(O27), O28"]) {
    finds(text, "O27", "o27", "๐๒๗", "027", "โอ27", "โอ ๒๗", "o๒๗", "O 27");
  }
  misses("ข้อ O27 นโยบาย", "O2", "O7", "O275", "โอ2");
  misses("จำนวน 1,027 และ 0.27 และ 027.5", "O27");
  finds("โทร 027", "027");
});

test("part of a number is found below the whole number", () => {
  const { found } = searching({ "a/": ["ก", "รหัส 125689"], "b/": ["ข", "ปี 2568"], "c/": ["ค", "หมายเลข 256"] });
  assert.deepEqual(found("256"), ["c/", "a/", "b/"]);
});

test("commas in numbers do not matter", () => {
  finds("งบ 1,250,000 บาท", "1250000", "1,250,000", "๑๒๕๐๐๐๐");
});

test("years of both eras, the other era below", () => {
  finds("ปีงบประมาณ พ.ศ. 2568", "2025", "ค.ศ. 2025", "ค.ศ.2025", "คศ 2025", "พ.ศ.2568", "พ.ศ. 2568");
  finds("The year 2025", "2568");
  const both = searching({ "a/": ["ก", "ปี 2568"], "b/": ["ข", "Agenda 2025"] });
  assert.deepEqual(both.found("2025"), ["b/", "a/"]);
  assert.deepEqual(both.found("2568"), ["a/"]);
});

test("dates with long and short months, and only whole dates", () => {
  for (const text of ["ลงวันที่ 6 ตุลาคม 2568", "ลงวันที่ 6 ต.ค. 2568", "ลงวันที่ 6 ตุลาคม พ.ศ. 2568"]) {
    finds(text, "6 ตุลาคม 2568", "๖ ตุลาคม ๒๕๖๘", "6 ต.ค. 2568");
  }
  finds("ลงวันที่ 6 ต.ค. 2568", "6ต.ค.2568", "6 ตค 2568");
  misses("ลงวันที่ 6 ตุลาคม 2568", "6 ตุลาคม 2567", "16 ตุลาคม 2568", "6 พฤศจิกายน 2568", "4 พ.ย. 2568");
  misses("16 รายการ ทรัพย์สิน พ.ศ. 2568", "6 พฤศจิกายน 2568");
});

test("a small number belongs to its word", () => {
  const { found } = searching({
    "a/": ["ก", "ตัวชี้วัดที่ 9 และหน้า 10"],
    "b/": ["ข", "ตัวชี้วัดที่ 1 และหน้า 9 พิมพ์ครั้งที่ 1993"],
  });
  assert.deepEqual(found("ตัวชี้วัดที่ 9"), ["a/"]);
  assert.deepEqual(found("ตัวชี้วัดที่ ๙"), ["a/"]);
  assert.deepEqual(found("ตัวชี้วัดที่ 99"), []);
});

test("blanks left out and put in", () => {
  finds("องค์การบริหารส่วนตำบล สามเรือน", "องค์การบริหารส่วนตำบลสามเรือน", "ส่วนตำบลสามเรือน");
  finds("ปี 2568", "ปี2568");
  assert.equal(one("การทุจริต การเงิน").find("ทุจริตการเงิน").near, false);
  assert.equal(one("การทุจริต\nการเงิน").find("ทุจริตการเงิน").near, true, "two cells are not one text");
});

test("tone marks forgotten or wrong", () => {
  forgives("ความโปร่งใส", "โปรงใส", "โปร้งใส", "โปร่งไส");
  forgives("เว็บไซต์ของหน่วยงาน", "เวบไซต์", "เว็บไซท์", "เว็ปไซต์", "เวปไซ์ต");
  forgives("ทรัพย์สินของราชการ", "ทรัพยสิน");
});

test("a short word with another tone mark is another word", () => {
  misses("กองช่าง", "ช้าง");
  misses("ความร่วมมืออย่างต่อเนื่อง", "อ้อย");
});
