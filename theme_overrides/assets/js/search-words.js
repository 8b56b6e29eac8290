/* What readers type where pages write something else: another layout of the keyboard, two digits of a year, an
   abbreviation, words out of a PDF. Used by `search.js`, after `search-text.js`. */
"use strict";

self.itaWords = (() => {
  const { THAI, ...text } = self.itaText;

  /* ---- Words and their other words: a table that comes with the index. ---- */

  let groups = [];

  /* Groups of words of one meaning, as they are shown; one that ends with a dot is an abbreviation. */
  function load(table) {
    groups = (table || []).map((words) => words.map((shown) => {
      const folded = text.foldTyped(shown).trim();
      return { shown, short: folded.endsWith("."), bare: folded.replace(/\.$/, "") };
    }));
  }

  const isShort = (term) => groups.some((group) => group.some((word) => word.short && word.bare === term));

  /* The other ways to write a term: as spellings, each with what a reader is told of it. */
  function others(term) {
    const ways = new Map();
    for (const group of groups) {
      for (const word of [...group].sort((one, other) => other.bare.length - one.bare.length)) {
        const at = place(term, word);
        if (at < 0) continue;
        const end = at + word.bare.length, dot = word.short && term[end] === "." ? 1 : 0;
        for (const other of group) {
          if (other.bare === word.bare) continue;
          const before = term.slice(0, at), after = term.slice(end + dot).replace(/^ /, "");
          const whole = !before && !after;
          const written = before + other.bare + (other.short && after ? "." : "") + after;
          const alone = whole && (other.short || text.bare(other.bare).length <= 5 || !THAI.test(other.bare)) ? "word" : "";
          if (!ways.has(written)) ways.set(written, { shown: before + other.shown + after, spelling: text.spelling(text.loosely(written), alone) });
        }
        break; // of a group one word is replaced, the longest
      }
    }
    return [...ways.values()];
  }

  /* Where a word of the table begins in a term; -1 where it is no word of it. */
  function place(term, { bare, short }) {
    if (term === bare) return 0;
    const at = term.indexOf(bare), end = at + bare.length;
    if (at < 0 || /[a-z\d]/.test(bare[0] + bare[bare.length - 1]) && /[a-z\d]/.test((term[at - 1] || " ") + (term[end] || " "))) return -1;
    if (short && term[end] === "." && (at === 0 || text.bare(term.slice(0, at)).length > 2)) return at;
    return (at === 0 || end === term.length) && text.stands(term, at, end) ? at : -1;
  }

  /* ---- Words out of a PDF: glyphs of its fonts, marks parted from their letters, marks twice. ---- */

  const MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e", TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c";
  const GLYPHS = { 0xf700: `\u0e10\u0e34\u0e35\u0e36\u0e37${TONES}${TONES}\u0e0d\u0e31\u0e4d\u0e47${TONES}\u0e38\u0e39\u0e3a`,
    0xf884: `\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47${[...TONES].map((tone) => tone.repeat(3)).join("")}\u0e4d` };
  const PARTED = new RegExp(`([ก-ฮ${MARKS}]) +(?=[${MARKS}\u0e30\u0e33])`, "g");
  const TWICE = new RegExp(`([${MARKS}])\\1+`, "g");
  const LOST = /([ก-ฮ][\u0e48-\u0e4b]?) +\u0e32/; // ำ, of which the upper half became a blank, or only a blank before า
  const MOST_READINGS = 8;

  /* What may have been typed, the likeliest first. */
  function mended(typed) {
    let whole = typed.slice(0, 200);
    for (const [first, letters] of Object.entries(GLYPHS)) {
      whole = whole.replace(/[\uf700-\uf8ff]/g, (glyph) => letters[glyph.charCodeAt(0) - first] || glyph);
    }
    whole = whole.replace(/([^ฤฦ]|^)\u0e45/g, "$1\u0e32").replace(PARTED, "$1").replace(TWICE, "$1").replace(/([เ-ไ]) +(?=[ก-ฮ])/g, "$1");
    let readings = [text.normalised(whole)];
    while (LOST.test(readings[0]) && readings.length < MOST_READINGS) {
      readings = readings.flatMap((each) => ["$1\u0e33", "$1\u0e32"].map((letters) => each.replace(LOST, letters)));
    }
    return readings.map(joined);
  }

  /* A number that is parted as telephones' are, in one: 0 5512 3456, (055) 123-456, +66 55 123 456. */
  const joined = (typed) => typed.replace(/(^|[^\d.,-])\(?(?:\+66[ ()-]{0,2}|[0๐])(?:[ ().-]{0,2}[\d๐-๙]){8,9}(?![\d๐-๙])/g, (number, before) =>
    before + number.slice(before.length).replace(/^\+66/, "0").replace(/[^\d๐-๙]/g, ""));

  /* The words of which every ำ became า: ตาบล. */
  const withSaraAm = (typed) => {
    const places = [...typed.matchAll(/[ก-ฮ][\u0e48-\u0e4b]?\u0e32/g)].slice(0, 6).map((found) => found.index + found[0].length - 1);
    return places.map((each) => `${typed.slice(0, each)}\u0e33${typed.slice(each + 1)}`);
  };

  /* ---- Years of two digits. ---- */

  const YEARS = new RegExp("(ปี ?งบ ?ประมาณ|ปี ?งบฯ?|ปี|พ\\.? ?ศ\\.?|ita|oit|iit|eit|แผน|มาตรการ|รายงาน|ผลการประเมิน|ผลประเมิน|"
    + `(?:${text.MONTH.source})\\.?) ?([5-9]\\d)(?!\\d|[.,]\\d| ?(?:คะแนน|เรื่อง|ฉบับ|ข้อ|คน|บาท|ครั้ง|%|เปอร์เซ็นต์))`, "g");

  /* What was typed with years of four digits; null where there is none of two. `occurs` tells whether the site has a year. */
  function withYears(typed, occurs) {
    const folded = text.foldTyped(typed);
    let whole = folded.replace(YEARS, (all, before, year) => (occurs(`25${year}`) ? `${before.replace("ฯ", "")} 25${year}` : all));
    whole = whole.replace(/(25\d\d) ?[-/] ?([5-9]\d)(?!\d)/g, (all, before, year) => (occurs(`25${year}`) ? `${before} 25${year}` : all));
    return whole === folded ? null : whole;
  }

  /* ---- A keyboard left in the other layout: Kedmanee, as on every Thai computer, and American. ---- */

  const KEYS = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" + "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";
  const KEDMANEE = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ" + "%+๑๒๓๔ู฿๕๖๗๘๙๐\"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ";
  const THAI_OF = new Map([...KEYS].map((key, at) => [key, KEDMANEE[at]]));
  const LATIN_OF = new Map([...KEDMANEE].map((letter, at) => [letter, KEYS[at]]).reverse());

  /* What the same keys write in the other layout; null where that is no word. Numbers stay: they are typed apart. */
  function otherLayout(typed) {
    const thai = THAI.test(typed);
    const map = thai ? LATIN_OF : THAI_OF;
    const words = typed.trim().split(/\s+/).map((word) => (/^\d+$/.test(word) ? word : [...word].map((key) => map.get(key) || key).join("")));
    const whole = words.join(" ");
    const letters = whole.replace(/[\d\s]/g, "");
    const isWord = thai ? /^[a-z][a-z-]*[a-z]$/i.test(letters) : !/[a-z]/i.test(letters) && /[ก-ฮ]/.test(letters) && !/^[\u0e30-\u0e3a\u0e45-\u0e4e]/.test(letters);
    return isWord && letters.length > 2 ? text.normalised(whole) : null;
  }

  /* The same with Caps Lock on. */
  const otherCase = (typed) => [...typed].map((key) => (key === key.toUpperCase() ? key.toLowerCase() : key.toUpperCase())).join("");
  const otherLayouts = (typed) => [typed, otherCase(typed)].map(otherLayout);

  return { load, isShort, others, mended, withSaraAm, withYears, otherLayouts };
})();
