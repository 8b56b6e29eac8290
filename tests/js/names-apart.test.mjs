/* The names of many municipalities, which lie apart from the index and are brought where little is found. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, index } from "./engine.mjs";

const NAMES = {
  "search/names-1.js": { at: ["municipalities/", "/"], kinds: ["เทศบาลตำบล"], places: [["อำเภองาว", "จังหวัดลำปาง"], ["", "กรุงเทพมหานคร"]],
    names: [["ban-laem", 0, "บ้านแหลม", 0], ["laem", 0, "แหลมฟ้าผ่า", 1]] },
  "search/names-2.js": { at: ["municipalities/", "/"], kinds: [], places: [["อำเภอลี้", "จังหวัดลำพูน"]], names: [["ko", -1, "เมืองพิเศษก้อ", 0]] },
};

function searching(pages) {
  const world = engine();
  world.itaSearch.load({ ...index(pages), more: Object.keys(NAMES) });
  const asked = [];
  const bring = async (name) => {
    asked.push(name);
    (world.itaNames = world.itaNames || []).push(NAMES[name]);
  };
  const found = async (typed) => Array.from((await world.itaSearch.findAll(typed, bring)).items, ([first]) => first.location);
  return { found, asked, world };
}

test("a name that lies apart is found by any part of it, with its place, and by a slip", async () => {
  const { found } = searching({ "": ["หน้าแรก", "หน่วยงาน"] });
  assert.deepEqual((await found("แหลม")).sort(), ["municipalities/ban-laem/", "municipalities/laem/"]);
  assert.deepEqual(await found("เทศบาลตำบลบ้านแหลม ลำปาง"), ["municipalities/ban-laem/"]);
  assert.deepEqual(await found("บานแหลม"), ["municipalities/ban-laem/"]);
  assert.deepEqual(await found("ก้อ ลี้"), ["municipalities/ko/"]);
});

test("what lies apart is asked for once, and only where little is found without", async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, number) => [`${number}/`, [`แผน ${number}`, "แผน"]]));
  const { found, asked } = searching({ ...many, "one/": ["รายงาน", "รายงาน"] });
  assert.equal((await found("แผน")).length, 12);
  assert.deepEqual(asked, []);
  await found("รายงาน");
  await found("งาว");
  assert.deepEqual(asked, Object.keys(NAMES));
});

test("what could not be brought is asked for again", async () => {
  const { found, world } = searching({ "": ["หน้าแรก", "หน่วยงาน"] });
  await assert.rejects(world.itaSearch.findAll("แหลม", () => Promise.reject(new Error("gone"))));
  assert.deepEqual(await found("ฟ้าผ่า"), ["municipalities/laem/"]);
});
