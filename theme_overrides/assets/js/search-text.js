/* How Thai is typed and how it is written: one spelling for both, looser spellings, slips, words.

   Used by `search.js`. Old phones cannot look behind in a regular expression, so none here does. */
"use strict";

self.itaText = (() => {
  const THAI = /[\u0e01-\u0e4e]/;
  const TONES = "[\u0e47-\u0e4c\u0e4e]"; // the mark of a short vowel, tones, thanthakhat, yamakkan
  const TONE = new RegExp(TONES), EVERY_TONE = new RegExp(TONES, "g");
  const HANGING = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/; // stands above or below the letter before it
  const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u2060\ufeff]/g;
  const CODE = /^o\d{1,2}$/, SMALL = /^\d{1,2}$/, YEAR = /^2[45]\d\d$/;
  const ERA = 543;
  const MOST_TYPED = 200, QUESTION = 13;
  /* Letters that sound or look alike, of which the wrong one is typed most. */
  const ALIKE = "ใไ สศษซ นณ ทธฑฒ ตฏ ดฎ พภผ คฅฆข ชฌฉ ยญ ลรฬ ปบ ิี ุู ึื".split(" ");
  const MONTHS = ("มกราคม=ม.ค กุมภาพันธ์=ก.พ มีนาคม=มี.ค เมษายน=เม.ย พฤษภาคม=พ.ค มิถุนายน=มิ.ย กรกฎาคม=ก.ค สิงหาคม=ส.ค "
    + "กันยายน=ก.ย ตุลาคม=ต.ค พฤศจิกายน=พ.ย ธันวาคม=ธ.ค").split(" ").map((month) => month.split("="));
  const MONTH = new RegExp(MONTHS.flat().join("|").replace(/\./g, "\\."));
  /* What a question is made of, and no text is about. */
  const ASKING = ("ที่ ได้ที่ ใด ใน ของ และ หรือ ไหม มั้ย อะไร อย่างไร ยังไง เท่าไร เท่าไหร่ กี่ ใคร เมื่อไร เมื่อไหร่ ไหน ที่ไหน ตรงไหน ครับ ค่ะ คะ คือ "
    + "ได้ มี เป็น อยู่ จะ ให้ กับ แก่ เรา ต่อ โดย ว่า นี้ นั้น บ้าง แล้ว ยัง ก็ ต้อง ทำไม เพราะ อยาก ช่วย จาก ถึง เรื่อง").split(" ");
  const ASKED = new RegExp(`(${ASKING.filter((word) => word.length > 2).join("|")})`);
  const segmenter = typeof Intl === "object" && Intl.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;

  /* ---- One spelling. `fold` keeps every letter at its place, so that what is found can be marked. ---- */

  function fold(text) {
    const lower = text.toLowerCase();
    return (lower.length === text.length ? lower : text.replace(/[^ก-๛]+/g, small))
      .replace(/[๐-๙\u2010-\u2015\u2212]/g, (letter) => (letter < "๐" || letter > "๙" ? "-" : String.fromCharCode(letter.charCodeAt(0) - 0x0e20)))
      // Scanned documents have ๐๒๗ for O27.
      .replace(/0(?=\d{1,2}(?!\d|[.,]\d))/g, (nought, at, all) => (/[\da-z.,/]/.test(all[at - 1] || "") ? nought : "o"));
  }

  /* The small letters of a text, but for capitals that are two small ones. */
  const small = (text) => Array.from(text, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)).join("");

  /* The order of marks on a consonant: phinthu, vowel, nikhahit, tone, the sign of silence. */
  const PLACES = { "\u0e3a": 0, "\u0e4d": 2, "\u0e48": 3, "\u0e49": 3, "\u0e4a": 3, "\u0e4b": 3, "\u0e4c": 4, "\u0e4e": 4 };
  const place = (mark) => (mark in PLACES ? PLACES[mark] : 1);
  const inOrder = (text) => text.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}/g, (marks) =>
    [...marks].sort((one, other) => place(one) - place(other)).join(""));

  const ordered = (text) => [0, 1, 2].reduce((before) => inOrder(before).normalize("NFC"), text);

  /* `ita_site.thai.normalise`, for what is typed. */
  function normalised(typed) {
    const text = ordered(typed.replace(INVISIBLE, "").replace(/\u00a0/g, " ").normalize("NFC"));
    return ordered(text.replace(/\u0e4d([\u0e48-\u0e4b]*)\u0e32/g, "$1\u0e33").replace(/เเ/g, "แ")
      .replace(/\u0e33[\u0e33\u0e48-\u0e4b]*[\u0e48-\u0e4b]/g, (marks) => `${marks.replace(/\u0e33/g, "")}${marks.replace(/[^\u0e33]/g, "")}`));
  }

  /* What was typed, folded; texts have the rest of their one spelling already, from `ita_site.thai.normalise`. */
  function foldTyped(typed) {
    const text = normalised(typed.slice(0, MOST_TYPED)).replace(/\s+/g, " ");
    return fold(text.replace(/โอ ?(?=[\d๐-๙]{1,2}(?![\d๐-๙]))/g, "O")).replace(/(^|[^\da-z])o (?=\d{1,2}(?!\d))/g, "$1o");
  }

  const WRITTEN = /[\p{L}\p{N}]/u; // a mark alone is nothing to look for
  const EDGES = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;

  /* The terms of what was typed. “ค.ศ.” before a year is not one: that year is written in the Buddhist era. */
  function terms(typed) {
    const all = foldTyped(typed).replace(/ค\.?ศ\.? ?(?=(19|20)\d\d)/g, " ").replace(/ ๆ/g, "ๆ"); // ทุก ๆ is no ทุก
    return all.split(/[\s"'“”‘’()[\]*]+/).map((term) => term.replace(EDGES, "")).filter((term) => WRITTEN.test(term));
  }

  /* A number of one or two digits says nothing alone; it belongs to its neighbour: “ตัวชี้วัดที่ 9”. So does a year
     to its month. */
  function glued(list) {
    const out = [];
    for (const term of list) {
      const before = out[out.length - 1] || "";
      const follows = before && (SMALL.test(term) || SMALL.test(before) || (YEAR.test(term) && MONTH.test(before)));
      if (follows) out[out.length - 1] = `${before} ${term}`;
      else out.push(term);
    }
    return out;
  }

  /* ---- Spellings that are let pass: what is searched, and what may not stand beside it. ---- */

  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  const spelling = (source, alone = "") => ({ searched: new RegExp(source, "g"), alone });
  /* A word as it is. Without the class browsers look for a byte that all Thai letters have, and stop at every letter. */
  const exactly = (word) => `[${literal(word[0])}]${literal(word.slice(1))}`;
  const asTyped = (term) => ({ searched: term.length > 1 ? new RegExp(exactly(term), "g") : term, alone: CODE.test(term) ? "code" : "number" });

  /* Blanks and dots that were not typed and commas between digits do not count; with `toneless` neither do tone
     marks, and with `alike` any letter of a group stands for the others. */
  const PHONE = /^o?\d[\d-]{7,}$/; // a number in parts, or what may stand as one: 055-123456
  const MARKS = { " ": "[ .-]{0,2}(?:พ\\.ศ\\. ?)?", ".": "\\. ?", "-": "[ -]?" };
  function loosely(term, { toneless = false, alike = false } = {}) {
    if (PHONE.test(term)) return inParts(term);
    const number = /^[\d.,]{4,}$/.test(term);
    let source = "", before = "";
    for (const letter of number ? term.replace(/,/g, "") : term) {
      if (toneless && TONE.test(letter)) continue;
      if (!number && MARKS[letter]) {
        source += MARKS[letter];
        before = "";
        continue;
      }
      if (toneless && THAI.test(before)) source += `${TONES}*`;
      if (before && number) source += ",?";
      else if (THAI.test(before) || (before && THAI.test(letter))) source += "[ .]?";
      else if (/[a-z]/.test(before) && /[a-z]/.test(letter)) source += "-?";
      const group = alike && ALIKE.find((each) => each.includes(letter));
      source += group ? `[${group}]` : literal(letter);
      before = letter;
    }
    return source;
  }

  /* A number wherever it is parted; the nought before it may stand as +66. A nought may have been folded into an o. */
  function inParts(term) {
    const digits = term.replace(/[^\do]/g, "").replace(/o/g, "0");
    const source = (some) => [...some].map((each) => (each === "0" ? "[0o]" : each)).join("[ ().,-]{0,2}");
    return digits[0] === "0" ? `(?:[0o]|\\+?66)[ ().-]{0,2}${source(digits.slice(1))}` : source(digits);
  }

  /* The spellings to try when what was typed is found nowhere, the nearest first. A short word with another
     tone mark is another word: ช้าง is no ช่าง. */
  function looser(term) {
    const length = bare(term).length;
    if (!THAI.test(term) || (length < 5 && length < term.length)) return [];
    return [
      ...(length > 2 ? [spelling(loosely(term, { toneless: true }))] : []),
      ...(length > 3 ? [spelling(loosely(term, { toneless: true, alike: true }))] : []),
    ];
  }

  /* The same year of the other era, the same month written the other way; null for what has no other way. */
  function meant(term) {
    const ways = [];
    if (isChristian(term)) ways.push(Number(term) + ERA);
    if (YEAR.test(term)) ways.push(Number(term) - ERA);
    for (const [long, short] of MONTHS) {
      if (term.includes(long)) ways.push(loosely(term.replace(long, `${short}.`)));
      else if (term.includes(short)) ways.push(loosely(term.replace(`${short}.`, short).replace(short, long)));
    }
    return ways.length ? spelling(ways.join("|"), "number") : null;
  }

  const isChristian = (term) => /^(19|20)\d\d$/.test(term);
  const isBuddhist = (term) => YEAR.test(term);

  const digit = (letter) => letter >= "0" && letter <= "9";

  /* Tell whether a number goes on before or after the span (the 56 of 2568, the 99 of 99.37, the O2 of O27), or a word. */
  function touched(text, start, end, alone) {
    if (alone === "word") return /[\da-z]/.test(text[start - 1] || "") || /[\da-z]/.test(text[end] || "") || !stands(text, start, end);
    const on = (mark, beyond) => digit(mark) || ((mark === "." || mark === ",") && digit(beyond));
    if (digit(text[end - 1]) && on(text[end] || "", text[end + 1] || "")) return true;
    if (alone === "code") return /[\da-z]/.test(text[start - 1] || "");
    return digit(text[start]) && on(text[start - 1] || "", text[start - 2] || "");
  }

  /* ---- Slips: letters left out, put in, changed or swapped. Tone marks are passed over. ---- */

  const bare = (text) => text.replace(EVERY_TONE, "");
  const bits = new Int32Array(0x10000);

  /* Wu and Manber's scan, with swapped neighbours: bit i of row e says that the first i + 1 letters of the
     term, of at most 31, end here with at most e slips. Calls `hit(end, slips)`. */
  function slipping(text, letters, most, hit) {
    for (let place = 0; place < letters.length; place++) bits[letters.charCodeAt(place)] |= 1 << place;
    const last = 1 << (letters.length - 1);
    let none = 0, one = 1, two = 3, noneBefore = 0, oneBefore = 0, previous = 0;
    for (let place = 0; place < text.length; place++) {
      const code = text.charCodeAt(place);
      if ((code >= 0x0e47 && code <= 0x0e4c) || code === 0x0e4e) continue;
      const same = bits[code], swapped = (same << 1) & bits[previous];
      const none_ = ((none << 1) | 1) & same;
      const one_ = (((one << 1) | 1) & same) | none | (none << 1) | (none_ << 1) | 1 | (((noneBefore << 2) | 2) & swapped);
      if (most > 1) {
        two = (((two << 1) | 1) & same) | one | (one << 1) | (one_ << 1) | 3 | (((oneBefore << 2) | 2) & swapped);
      }
      noneBefore = none;
      oneBefore = one;
      none = none_;
      one = one_;
      previous = code;
      if (!((one | (most > 1 ? two : 0)) & last)) continue;
      let end = place + 1;
      while (TONE.test(text[end] || "")) end++;
      hit(end, none & last ? 0 : one & last ? 1 : 2);
    }
    for (let place = 0; place < letters.length; place++) bits[letters.charCodeAt(place)] = 0;
  }

  /* How many slips part two words. */
  function slips(one, other) {
    let older = [], old = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i++) {
      const now = [i];
      for (let j = 1; j <= other.length; j++) {
        now[j] = Math.min(old[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1), old[j] + 1, now[j - 1] + 1);
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) now[j] = Math.min(now[j], older[j - 2] + 1);
      }
      [older, old] = [old, now];
    }
    return old[other.length];
  }

  /* ---- Words. ---- */

  const REACH = 30;

  /* Tell whether a span of a folded text stands as a word, or as words, of its own. */
  function stands(text, start, end) {
    const thai = (place) => THAI.test(text[place] || "");
    if (HANGING.test(text[end] || "")) return false;
    if (!(thai(start - 1) && thai(start)) && !(thai(end - 1) && thai(end))) return true;
    if (!segmenter || end - start < 2) return false; // one letter among others is no word
    let from = start, to = end;
    while (start - from < REACH && thai(from - 1)) from--;
    while (to - end < REACH && thai(to)) to++;
    const words = segmenter.segment(text.slice(from, to)), begins = (place) => words.containing(place - from).index === place - from;
    return begins(start) && (end === to || begins(end));
  }

  /* What a question is about: its words but those that ask, joined where the site has them joined. What is
     shorter than a question stays whole. */
  function cut(term, occurs) {
    if (!THAI.test(term) || /\d/.test(term)) return [term];
    const words = segmenter ? Array.from(segmenter.segment(term), (word) => word.segment) : term.split(ASKED);
    const about = [""];
    for (const word of words) {
      const last = about[about.length - 1];
      if (ASKING.includes(word)) about.push("");
      else if (!last || occurs(last + word)) about[about.length - 1] += word;
      else about.push(word);
    }
    const told = about.filter(Boolean);
    const whole = told.length && (bare(term).length < QUESTION || told.some((each) => bare(each).length < 2));
    return whole ? [term] : told;
  }

  /* The first consonant: the letter least often mistyped. */
  const head = (text) => (/[^เแโใไ]/.exec(text) || "")[0];

  return {
    THAI, TONE, TONES, HANGING, CODE, SMALL, MONTH,
    normalised, fold, foldTyped, terms, glued, asTyped, loosely, looser, meant, isBuddhist, spelling, literal, exactly, touched, bare, slipping, slips, stands, cut, head, YEAR,
  };
})();
