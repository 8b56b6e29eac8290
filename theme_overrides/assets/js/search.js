/* Search that knows Thai: a scan of every text of the site for what was typed, however it was spelled.

   Thai has no blanks between words, so an index of words finds little; a thousand pages are a few million
   letters, which a browser scans in milliseconds. It runs in a worker, and as a script of the page where none may
   start; `search-box.js` starts it. */
"use strict";

self.itaSearch = (() => {
  const { THAI, HANGING, CODE, SMALL, MONTH, ...text } = self.itaText;
  const words = self.itaWords;
  const MOST_SPANS = 12, MOST_NEAR = 6, MOST_SECTIONS = 6;
  const IN_FULL = 100; // pages shown with what was found in them; whoever scrolls that far is better served by another word
  const TEASER = 180, LEAD = 40; // letters of a text that are shown, and of those before what was found
  const SHORT = 5; // a word this short stands inside many others: รถ in สามารถ
  /* How loosely a term was found, worst last. */
  const AS_TYPED = 0, LOOSELY = 1, MEANT = 2, NEAR = 3;

  /* The lines of all pages, as they are shown and as they are searched, and the pages, which are numbers of lines. */
  let shown = [], folded = [], pages = [];

  function load(index) {
    words.load(index.words);
    shown = index.lines;
    folded = shown.map(text.fold);
    pages = index.pages.map(([address, ...cells]) => {
      const sections = [];
      for (let cell = 0; cell < cells.length; cell += 3) {
        sections.push({ anchor: cells[cell], title: cells[cell + 1], lines: cells[cell + 2] });
      }
      return { address, sections };
    });
  }

  /* ---- Finding a term. ---- */

  /* What was found in each line, by its number: how loosely, and where. `level` is the best of all; `also` are the other
     words that were looked for and found. */
  function locate(term, { forgiving, exact }) {
    const hits = { level: Infinity, lines: new Array(folded.length), also: [] };
    const look = (level, spelling) => folded.reduce((any, line, number) => {
      const spans = hits.lines[number] ? [] : text.spans(line, spelling, MOST_SPANS);
      if (!spans.length) return any;
      hits.lines[number] = { level, spans };
      hits.level = Math.min(hits.level, level);
      return true;
    }, false);
    const nowhere = () => hits.level === Infinity;
    const short = words.isShort(term); // อบต is no part of ตอบตัวชี้วัด
    look(AS_TYPED, short ? text.spelling(text.loosely(term), "word") : text.asTyped(term));
    if (exact) return hits;
    // A number typed as ๐๒๗ may be that number and no code; part of a number is found below the whole.
    if (!short) look(LOOSELY, CODE.test(term) ? text.spelling(`0${term.slice(1)}`, "number") : text.spelling(text.loosely(term)));
    const meant = text.meant(term);
    if (meant && (nowhere() || !text.isBuddhist(term))) look(MEANT, meant);
    for (const other of words.others(term)) if (look(MEANT, other.spelling)) hits.also.push(other.shown);
    if (short) return hits;
    for (const spelling of text.looser(term)) if (nowhere()) look(NEAR, spelling);
    const near = nowhere() && forgiving ? nearest(term) : [];
    if (near.length) look(NEAR, text.spelling(near.map(text.literal).join("|")));
    return hits;
  }

  /* The words of the site that are the fewest slips away from a term. */
  function nearest(term) {
    const letters = text.bare(term);
    if (letters.length < 4 || letters.length > 31 || /\d/.test(letters)) return [];
    let fewest = letters.length < 10 ? 1 : 2;
    const near = new Set();
    for (const line of folded) {
      text.slipping(line, letters, fewest, (end, count) => {
        if (near.size >= MOST_NEAR && count === fewest) return;
        const words = wholeWords(line, end, letters, count);
        if (words && count < fewest) near.clear();
        if (words) near.add(words);
        if (words) fewest = count;
      });
    }
    return [...near];
  }

  /* Tell whether words may be others mistyped: คะนน is คะแนน, but กัญชา is no บัญชา, and a name that ends in
     another word is another name. */
  function meant(found, letters) {
    if (/^ | $/.test(found) || (letters.length - found.length === 2 && letters.includes(found))) return false;
    if (letters.length < 8 && text.head(found) !== text.head(letters)) return false;
    return letters.length > 4 || found.length > 4;
  }

  /* The words that end at `end` and are so many slips from the letters; null where that cuts a word. */
  function wholeWords(line, end, letters, count) {
    for (let start = end - 1; start >= 0; start--) {
      const found = text.bare(line.slice(start, end));
      if (found.length > letters.length + count) break;
      if (text.slips(found, letters) <= count && text.stands(line, start, end) && meant(found, letters)) return line.slice(start, end);
    }
    return null;
  }

  /* ---- Ranking pages. ---- */

  /* The pages that have all terms, best first: titles before headings before texts, and words before parts of words;
     with `whole`, short terms must stand as words. */
  function rank(terms, found, whole) {
    if (!found.length || found.some((hits) => hits.level === Infinity)) return [];
    const phrase = terms.join(" ");
    /* Whether a line has all terms, and whether it has them as they were typed. */
    const close = terms.length < 2 ? [] : folded.map((line, number) =>
      found.some((hits) => !hits.lines[number]) ? 0 : line.includes(phrase) ? 30 : 15);
    const ranked = [];
    for (const page of pages) {
      const weights = page.sections.map(() => 0);
      let score = 0;
      const all = terms.every((term, place) => {
        const points = worth(page, term, found[place].lines, weights, whole);
        score += points;
        return points > -Infinity;
      });
      if (!all) continue;
      if (close.length) score += Math.max(...page.sections.flatMap(({ title, lines }) => [title, ...lines]).map((line) => close[line]));
      ranked.push({ page, score, weights });
    }
    return ranked.sort((one, other) => other.score - one.score);
  }

  /* What a page is worth for a term, and its sections, whose weights are added to; -Infinity where the term is not. */
  function worth(page, term, hits, weights, whole) {
    const short = THAI.test(term) && term.length <= SHORT;
    let level = Infinity, count = 0, headings = 0, looked = 0, alone = false;
    const weigh = (line) => {
      const hit = hits[line];
      level = Math.min(level, hit.level);
      count += hit.spans.length;
      if (!short || alone || (!whole && looked++ > 3)) return;
      alone = (whole ? hit.spans : hit.spans.slice(0, 2)).some((span) => text.stands(folded[line], ...span));
    };
    page.sections.forEach(({ title, lines }, place) => {
      let inside = 0;
      if (hits[title]) {
        weigh(title);
        headings++;
        inside = 10;
      }
      for (const line of lines) {
        if (!hits[line]) continue;
        weigh(line);
        if (inside % 10 < 9) inside++;
      }
      weights[place] += inside;
    });
    if (level === Infinity || (whole && short && !alone)) return -Infinity;
    const title = page.sections[0].title, titled = hits[title];
    let points = 2 * Math.min(headings, 3) + Math.log2(1 + count) / 2 - 1000 * level;
    if (titled) points += 20 + (20 * (titled.spans[0][1] - titled.spans[0][0])) / shown[title].length;
    if (short) points += alone ? 40 : titled ? -20 : 0;
    return points;
  }

  /* ---- Showing what was found. The theme takes HTML: all is escaped here, and the only tags are our marks. ---- */

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": " · " };
  const escaped = (plain) => plain.replace(/[&<>"'\n]/g, (mark) => ENTITIES[mark]);

  /* The spans of all terms in some lines joined by line breaks, sorted. */
  function spansIn(lines, found) {
    const spans = [];
    let at = 0;
    for (const line of lines) {
      for (const hits of found) {
        for (const [start, end] of hits.lines[line] ? hits.lines[line].spans : []) spans.push([at + start, at + end]);
      }
      at += shown[line].length + 1;
    }
    return spans.sort((one, other) => one[0] - other[0]);
  }

  function marked(plain, from, to, spans) {
    let html = "", at = from;
    for (const span of spans) {
      const start = Math.max(span[0], at);
      let end = Math.min(span[1], to);
      if (start >= end) continue;
      while (end < to && HANGING.test(plain[end])) end++; // the end of a mark tears a letter from its vowel
      html += `${escaped(plain.slice(at, start))}<mark>${escaped(plain.slice(start, end))}</mark>`;
      at = end;
    }
    return html + escaped(plain.slice(at, to));
  }

  /* Some of a text, around what was found in it. */
  function teaser(plain, spans) {
    const first = spans[0] || [0, 0];
    let from = plain.length > TEASER ? Math.max(0, first[0] - LEAD) : 0;
    const blank = from ? plain.slice(from, first[0]).search(/[ \n]/) : -1;
    if (blank >= 0) from += blank + 1;
    while (from && HANGING.test(plain[from])) from--;
    let end = Math.min(plain.length, Math.max(from + TEASER, first[1]));
    const gap = end < plain.length ? plain.slice(0, end).search(/[ \n][^ \n]{0,40}$/) : -1;
    if (gap > first[1]) end = gap;
    while (end < plain.length && HANGING.test(plain[end])) end++;
    return `${from ? "… " : ""}${marked(plain, from, end, spans)}${end < plain.length ? " …" : ""}`;
  }

  /* What the theme shows of a page: its best section first, the others behind “more on this page”. */
  function items({ page, weights }, order, found) {
    const item = (place, score) => {
      const { anchor, title, lines } = page.sections[place];
      const plain = score ? lines.map((line) => shown[line]).join("\n") : "";
      return {
        location: anchor ? `${page.address}#${anchor}` : page.address,
        title: marked(shown[title], 0, shown[title].length, spansIn([title], found)),
        text: score ? teaser(plain, spansIn(lines, found)) : "",
        terms: {},
        score,
      };
    };
    const places = order < IN_FULL ? weights.map((_, place) => place).filter((place) => weights[place]) : [];
    const best = places.sort((one, other) => weights[other] - weights[one] || one - other).slice(0, MOST_SECTIONS);
    const made = best.map((place, later) => item(place, 1e4 / (order + 1) - later / 100));
    return best.includes(0) ? made : [...made, item(0, 0)]; // the theme needs the page itself, for the heading
  }

  /* ---- The answer to what was typed. ---- */

  const occurs = (word) => folded.some((line) => line.includes(word));

  /* The pages that have all terms, best first, and the words that were looked for besides. */
  function answer(terms, { apart = false, cut = false } = {}) {
    const found = terms.map((term) => locate(term, { forgiving: !cut, exact: (apart || cut) && SMALL.test(term) }));
    const ranked = rank(terms, found, cut);
    return {
      items: ranked.map((each, order) => items(each, order, found)),
      near: ranked.length > 0 && (apart || cut || found.some((hits) => hits.level === NEAR)),
      also: ranked.length ? found.flatMap((hits) => hits.also) : [],
    };
  }

  /* The answer to one reading of what was typed: its words as they stand, then apart, then without those that ask. */
  function read(typed) {
    const plain = text.terms(typed), glued = text.glued(plain);
    const apart = glued.some((term) => MONTH.test(term)) ? glued : plain; // the parts of a date are no date
    let best = answer(glued);
    if (!best.items.length && apart.length > glued.length) best = answer(apart, { apart: true });
    if (!best.items.length) best = answer([...new Set(apart.flatMap((term) => text.cut(term, occurs)))], { cut: true });
    return best;
  }

  const isExact = ({ items, near }) => items.length > 0 && !near;
  const exactly = (typed) => answer(text.glued(text.terms(typed)));

  /* One answer out of two: that to what was typed, and behind it the pages that only the other has. */
  function joined(best, other, said) {
    if (!isExact(other)) return best;
    const known = new Set(isExact(best) ? best.items.map(pageOf) : []);
    const more = other.items.filter((group) => !known.has(pageOf(group)));
    return { items: [...(known.size ? best.items : []), ...more], near: false, also: [...(known.size ? best.also : []), ...(more.length ? [said] : []), ...other.also] };
  }

  const pageOf = (group) => group[0].location.split("#")[0];

  /* Return the theme's groups of items, best page first, whether they are only near to what was typed, the other words
     that were looked for too (`also`), and the words that were looked for instead (`instead`). */
  function find(typed) {
    const readings = words.mended(typed);
    const reading = readings.length > 1 ? readings.find((each) => isExact(exactly(each))) || readings[0] : readings[0];
    let best = read(reading);
    const years = words.withYears(reading, occurs);
    if (years) best = joined(best, exactly(years), years);
    const guess = best.items.length ? null : guessed(reading, typed);
    return guess || { ...best, also: [...new Set(best.also)], instead: null };
  }

  /* The answer to what else may have been meant by what is found nowhere; null where there is none. */
  function guessed(reading, typed) {
    for (const other of [...words.otherLayouts(typed), ...words.withSaraAm(reading)]) {
      const made = other && exactly(other);
      if (made && isExact(made)) return { items: made.items, near: true, also: [], instead: other };
    }
    return null;
  }

  return { load, find };
})();
