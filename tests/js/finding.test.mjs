/* What is found, in which order, and how it is shown. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { engine, searching } from "./engine.mjs";

const TEXT = "การป้องกันการทุจริตและการจัดซื้อจัดจ้างด้วยความโปร่งใส ตามประมวลจริยธรรม ใช้งบประมาณอย่างคุ้มค่า";

test("all words must be on the page, in any section", () => {
  const { found } = searching({
    "a/": { "": ["หน้า", "ทุจริต"], more: ["อีกตอน", "งบประมาณ"] },
    "b/": ["หน้า", "ทุจริต"],
    "c/": ["หน้า", "งบประมาณ"],
  });
  assert.deepEqual(found("ทุจริต งบประมาณ"), ["a/"]);
  assert.deepEqual(found("งบประมาณ ทุจริต"), ["a/"]);
});

test("one slip in a word, two in a long one: left out, put in, changed, swapped", () => {
  const { find, found } = searching({ "a/": ["หน้า", TEXT], "b/": ["อื่น", "ข้อความอื่น"] });
  for (const typed of ["ทุจริจ", "ทุจิรต", "ทจริต", "ทุจรริต", "งบประมณ", "จัดชื้อจัดจาง", "จัดซือ้จัดจ้าง", "ประมวลจริธยรม", "ประมวนจริยะธรรม"]) {
    assert.deepEqual(found(typed), ["a/"], typed);
    assert.equal(find(typed).near, true, typed);
  }
  assert.equal(find("ทุจริต").near, false);
});

test("what is absent is not found, though letters are alike", () => {
  const { found } = searching({
    "a/": ["หน้า", `${TEXT} ผู้บังคับบัญชา กองช่าง แล้วนำมากำหนด เทศบาลตำบลเมืองปาน สามารถ พนักงาน ร้องเรียน ไฟฟ้า`],
  });
  for (const typed of ["ไดโนเสาร์", "กัญชา", "ช้าง", "แมวน้ำ", "เทศบาลตำบลก้อ", "รถไฟฟ้า", "นักร้อง", "blockchain", "98765", "O99", "xyz", "ๆ", "…"]) {
    assert.deepEqual(found(typed), [], typed);
  }
});

test("a question is answered by the page that has what it is about", () => {
  const { find, found } = searching({
    "a/": ["ติดต่อ", "ร้องเรียนการทุจริตได้ที่สำนักปลัด"],
    "b/": ["อื่น", "ร้องเรียนเรื่องน้ำประปา"],
    "c/": ["อื่นอีก", "เด็ก เรียน และ ร้อง เพลงต่อต้านการทุจริต ซึ่งสามารถยืมพัสดุได้"],
  });
  assert.deepEqual(found("จะร้องเรียนการทุจริตได้ที่ไหน"), ["a/"]);
  assert.equal(find("จะร้องเรียนการทุจริตได้ที่ไหน").near, true);
  assert.deepEqual(found("ตำบลเรามีสระว่ายน้ำไหม"), []);
  assert.deepEqual(found("อยากยืมพัสดุและรถได้ไหม"), [], "รถ is no part of สามารถ");
});

test("titles before headings before texts, and the whole title first", () => {
  const { found } = searching({
    "text/": ["ก", "งบประมาณ"],
    "heading/": { "": ["ข", "ข้อความ"], part: ["งบประมาณ", "ข้อความ"] },
    "title/": ["การใช้งบประมาณของหน่วยงาน", "ข้อความ"],
    "whole/": ["งบประมาณ", "ข้อความ"],
  });
  assert.deepEqual(found("งบประมาณ"), ["whole/", "title/", "heading/", "text/"]);
});

test("the words side by side before those in one line before those apart", () => {
  const { found } = searching({ "a/": ["ก", "gift\nno"], "b/": ["ข", "gift และ no"], "c/": ["ค", "นโยบาย No Gift Policy"] });
  assert.deepEqual(found("no gift"), ["c/", "b/", "a/"]);
});

const HIDDEN = { "a/": ["สามารถ", "สามารถ สามารถ"], "b/": ["ยานพาหนะ", "การใช้รถของราชการ"] };

test("a short word that stands alone before one hidden in another", () => {
  assert.deepEqual(searching(HIDDEN).found("รถ"), ["b/", "a/"]);
});

test("a browser that cannot tell words apart still finds, and forgives", () => {
  const old = searching({ ...HIDDEN, "c/": ["ค", "ยืม รถ ได้"], "d/": ["ง", TEXT] }, { Intl: {} });
  assert.deepEqual(old.found("รถ").sort(), ["a/", "b/", "c/"]);
  assert.equal(old.found("รถ")[0], "c/");
  assert.deepEqual(old.found("โปรงไส"), ["d/"]);
  assert.deepEqual(old.found("จัดซื้อจัดจ้างอย่างไร"), ["d/"]);
});

test("the best section leads, the others follow, and the page itself is always there", () => {
  const { find } = searching({
    "a/": { "": ["หน้าแรก", "ข้อความ"], one: ["ตอนหนึ่ง", "พัสดุ"], two: ["พัสดุ", "ข้อความ"] },
  });
  const [group] = find("พัสดุ").items;
  assert.deepEqual(Array.from(group, (item) => item.location), ["a/#two", "a/#one", "a/"]);
  assert.ok(group[0].score > group[1].score && group[1].score > group[2].score);
  assert.equal(group[2].text, "");
});

test("what was found is marked, whole letters with what hangs on them", () => {
  const [[item]] = searching({ "a/": ["จริยธรรม", "ประมวลจริยธรรม และ E-Service ปี ๒๕๖๘"] }).find("จริยธ").items;
  assert.equal(item.title, "<mark>จริยธ</mark>รรม");
  const [[vowel]] = searching({ "a/": ["ก", "ความทุจริต"] }).find("ทุจร").items;
  assert.equal(vowel.text, "ความ<mark>ทุจริ</mark>ต");
  const [[digits]] = searching({ "a/": ["ก", "ปี ๒๕๖๘"] }).find("2568").items;
  assert.equal(digits.text, "ปี <mark>๒๕๖๘</mark>");
});

test("a long text is cut around what was found, at a blank, and never inside a letter", () => {
  const long = `${"เริ่มต้น ข้อความ ".repeat(30)}คำสำคัญ${" ข้อความ ที่ยังไม่จบ".repeat(30)}`;
  const [[item]] = searching({ "a/": ["ก", long] }).find("คำสำคัญ").items;
  assert.match(item.text, /^… (เริ่มต้น|ข้อความ) .*<mark>คำสำคัญ<\/mark>.* …$/);
  assert.ok(item.text.length < 300);
  assert.match(item.text, /(เริ่มต้น|ข้อความ|ที่ยังไม่จบ) …$/);
  const run = `${"กี่".repeat(100)}คำสำคัญ${"กี่".repeat(200)}`;
  assert.doesNotMatch(searching({ "a/": ["ก", run] }).find("คำสำคัญ").items[0][0].text, /… [\u0e31-\u0e4e]|(?<!ี่) …$/);
});

test("texts are shown as they are: nothing in them, or typed, becomes HTML", () => {
  const attack = `<img src=x onerror=alert(1)> & "quotes" 'and' <mark>`;
  const { find } = searching({ "a/": [attack, `${attack}\nงบประมาณ </script>`] });
  for (const typed of ["onerror", "img src", "<img", "งบประมาณ", "&", "mark", "<mark>", "quotes", attack]) {
    for (const item of find(typed).items.flat()) {
      const html = `${item.title} ${item.text}`;
      assert.doesNotMatch(html.replace(/<\/?mark>/g, ""), /[<>"']|&(?!(amp|lt|gt|quot|#39);)/, typed);
      const marks = html.match(/<\/?mark>/g) || [];
      marks.forEach((mark, place) => assert.equal(mark, place % 2 ? "</mark>" : "<mark>"));
    }
  }
  assert.equal(find("onerror").items.length, 1);
});

test("nothing typed, blanks, marks and very long texts are answered with nothing", () => {
  const { found } = searching({ "a/": ["หน้า", TEXT] });
  for (const typed of ["", "   ", "\u200b", "-", "((([[[***", "\\", "$^.*+?", "<>", "ก".repeat(10_000), "่".repeat(50), "\ud800"]) {
    assert.deepEqual(found(typed), [], JSON.stringify(typed.slice(0, 20)));
  }
});

test("a letter whose small form is longer keeps marks at their places", () => {
  const [[item]] = searching({ "a/": ["ก", "İİİ Policy งบประมาณ"] }).find("policy").items;
  assert.equal(item.text, "İİİ <mark>Policy</mark> งบประมาณ");
});

test("folding keeps every letter at its place", () => {
  const { itaText } = engine();
  for (const text of ["ข้อ ๐๒๗ O27", "E–Service", "İ", "ปี ๒๕๖๘", "เเก้ไข น\u0e4d\u0e32"]) {
    assert.equal(itaText.fold(text).length, text.length, text);
  }
});

test("a hundred pages come at once, and the others in their order when they are asked for", () => {
  const pages = Object.fromEntries(Array.from({ length: 250 }, (_, page) => [`${page}/`, [`หน้า ${page}`, "รายงาน ".repeat(1 + (page % 7))]]));
  const { find, after } = searching(pages);
  const { items, count } = find("รายงาน");
  const all = [items, after(100), after(200), after(300)];
  assert.deepEqual(all.map((some) => some.length), [100, 100, 50, 0]);
  assert.equal(count, 250);
  const found = all.flatMap((some) => Array.from(some, ([first]) => first));
  assert.equal(new Set(found.map(({ location }) => location)).size, 250);
  assert.deepEqual(found.map(({ score }) => score), found.map(({ score }) => score).sort((one, other) => other - one));
  for (const { title, text } of found) {
    assert.match(title, /^หน้า \d+$/);
    assert.match(text, /<mark>รายงาน<\/mark>/);
  }
  assert.equal(after(0)[0][0].location, items[0][0].location);
  find("ไม่มี");
  assert.equal(after(0).length, 0);
});

test("one letter among others is no word, as the words of real texts say but for a misprint", () => {
  const { itaText } = engine();
  const folder = new URL("../agencies/", import.meta.url);
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".yml"));
  const segmenter = new Intl.Segmenter("th", { granularity: "word" });
  let seen = 0, words = 0;
  for (const line of files.flatMap((name) => itaText.fold(readFileSync(new URL(name, folder), "utf8")).split("\n"))) {
    const alone = new Set(Array.from(segmenter.segment(line)).filter(({ segment }) => segment.length === 1).map(({ index }) => index));
    for (let at = 0; at < line.length; at++) {
      if (!itaText.THAI.test(line[at])) continue;
      const among = [line[at - 1], line[at + 1]].some((letter) => itaText.THAI.test(letter || ""));
      assert.equal(itaText.stands(line, at, at + 1), !among, line);
      if (among) seen++;
      if (among && alone.has(at)) words++;
    }
  }
  assert.ok(seen > 50_000 && words <= seen / 50_000, `${words} of ${seen}`);
});

test("lines are told apart: nothing is found across two, nor near", () => {
  const { found } = searching({ "a/": ["ก", "ทุจ\nริต\nงบ\nประมาณ"], "b/": ["ข", "งบประมาณ"] });
  assert.deepEqual(found("ทุจริต"), []);
  assert.deepEqual(found("งบประมาณ"), ["b/"]);
  assert.deepEqual(found("งบประมาน"), ["b/"]);
});

test("many places in one line, and a line that is found in two ways, are each counted once", () => {
  const { find } = searching({ "a/": ["ก", `${"งบ ".repeat(40)}งบ ประมาณ`] });
  const [[item]] = find("งบ").items;
  assert.equal(item.text.match(/<mark>งบ<\/mark>/g).length, 12);
  assert.equal(find("งบประมาณ").items.length, 1);
});
