/* Search that knows Thai: a scan of every text of the site for what was typed, however it was spelled.

   Thai has no blanks between words, so an index of words finds little; a thousand pages are a few million
   letters, which a browser scans in milliseconds. It runs in a worker, and as a script of the page where none may
   start; `search-box.js` starts it. */
"use strict";

self.itaSearch = (() => {
  const { THAI, HANGING, CODE, SMALL, MONTH, ...text } = self.itaText;
  const words = self.itaWords, lines = self.itaLines;
  const MOST_SECTIONS = 6;
  const ENOUGH = 10; // pages, with which those that lie apart are not asked for
  const AT_ONCE = 100; // pages that are handed over with what was found in them; who wants more asks for the next ones
  const TEASER = 180, LEAD = 40; // letters of a text that are shown, and of those before what was found
  const SHORT = 5; // a word this short stands inside many others: รถ in สามารถ
  /* How loosely a term was found, worst last. */
  const AS_TYPED = 0, LOOSELY = 1, MEANT = 2, NEAR = 3;

  let pages = []; // an address, and sections, which are numbers of lines
  let ranked = []; // all pages of the last answer, best first
  let apart = []; // files with more pages, by their names, that were not asked for yet

  /* Take over what `ita_site/publishing/search.py` wrote. */
  function load(index) {
    words.load(index.words);
    apart = index.more || [];
    lines.load(index.lines);
    let known = 0; // a nought is the next line that no page had before
    pages = index.pages.map(([address, ...cells]) => {
      const sections = [];
      for (let cell = 0; cell < cells.length; cell += 2) {
        const [title, ...texts] = cells[cell + 1].map((number) => (number ? number - 1 : known++));
        sections.push({ anchor: cells[cell], title, lines: texts });
      }
      return { address, sections };
    });
  }

  /* Add the pages of municipalities that `ita_site/publishing/aggregate/name_index.py` wrote. */
  function add({ at: [before, behind], kinds, places, names }) {
    const told = places.map((place) => place.filter(Boolean));
    const starts = told.map((_, place) => told.slice(0, place).reduce((sum, each) => sum + each.length, 0));
    const titles = names.map(([, kind, name]) => (kind < 0 ? "" : kinds[kind]) + name);
    const first = lines.add([...titles, ...told.flat()]);
    names.forEach(([id, , , place], number) => pages.push({
      address: before + id + behind,
      sections: [{ anchor: "", title: first + number, lines: told[place].map((_, at) => first + titles.length + starts[place] + at) }],
    }));
  }

  /* ---- Finding a term. ---- */

  /* What was found of a term: `exact` takes it as it is typed, `strict` for no other word. */
  function locate(term, { forgiving, exact, strict }) {
    const hits = lines.hits();
    const look = (level, spelling) => lines.look(hits, level, spelling);
    const nowhere = () => hits.level === Infinity;
    const short = words.isShort(term); // อบต is no part of ตอบตัวชี้วัด
    look(AS_TYPED, short ? text.spelling(text.loosely(term), "word") : text.asTyped(term));
    if (exact) return hits;
    // A number typed as ๐๒๗ may be that number and no code; part of a number is found below the whole.
    const loose = text.loosely(term);
    if (!short && (loose !== term || /\d/.test(term))) look(LOOSELY, CODE.test(term) ? text.spelling(`0${term.slice(1)}`, "number") : text.spelling(loose));
    const meant = text.meant(term);
    if (meant && (nowhere() || !text.isBuddhist(term))) look(MEANT, meant);
    for (const other of words.others(term)) if (look(MEANT, other.spelling)) hits.also.push(other.shown);
    if (short || strict) return hits;
    for (const spelling of text.looser(term)) if (nowhere()) look(NEAR, spelling);
    const near = nowhere() && forgiving ? lines.nearest(term) : [];
    if (near.length) look(NEAR, text.spelling(near.map(text.exactly).join("|")));
    return hits;
  }

  /* ---- Ranking pages. ---- */

  /* The pages that have all terms, best first: titles before headings before texts, and words before parts of words;
     with `whole`, short terms must stand as words. */
  function rank(terms, found, whole) {
    if (!found.length || found.some((hits) => hits.level === Infinity)) return [];
    const close = terms.length < 2 ? null : closeness(terms, found);
    const all = [];
    for (const page of pages) {
      const weights = page.sections.map(() => 0);
      let score = 0;
      const hasAll = terms.every((term, place) => {
        const points = worth(page, term, found[place], weights, whole);
        score += points;
        return points > -Infinity;
      });
      if (!hasAll) continue;
      if (close) score += Math.max(...page.sections.flatMap((section) => [section.title, ...section.lines]).map((line) => close[line]));
      all.push({ page, score, weights, found });
    }
    all.sort((one, other) => other.score - one.score);
    all.forEach((each, order) => Object.assign(each, { order }));
    return all;
  }

  /* Points of each line that has all terms, most where it has them as they were typed. */
  function closeness(terms, found) {
    const phrase = terms.join(" ");
    return Uint8Array.from({ length: lines.count() }, (_, line) =>
      found.some((hits) => !lines.has(hits, line)) ? 0 : lines.foldedLine(line).includes(phrase) ? 30 : 15);
  }

  /* What a page is worth for a term, and its sections, whose weights are added to; -Infinity where the term is not. */
  function worth(page, term, hits, weights, whole) {
    const short = THAI.test(term) && term.length <= SHORT;
    let level = Infinity, count = 0, headings = 0, looked = 0, alone = false;
    const weigh = (line) => {
      level = Math.min(level, hits.levels[line]);
      count += hits.counts[line];
      if (!short || alone || (!whole && looked++ > 3)) return;
      alone = lines.standsIn(hits, line, whole ? Infinity : 2);
    };
    page.sections.forEach((section, place) => {
      let inside = 0;
      if (lines.has(hits, section.title)) {
        weigh(section.title);
        headings++;
        inside = 10;
      }
      for (const line of section.lines) {
        if (!lines.has(hits, line)) continue;
        weigh(line);
        if (inside % 10 < 9) inside++;
      }
      weights[place] += inside;
    });
    if (level === Infinity || (whole && short && !alone)) return -Infinity;
    const { title } = page.sections[0], titled = lines.has(hits, title);
    let points = 2 * Math.min(headings, 3) + Math.log2(1 + count) / 2 - 1000 * level;
    if (titled) {
      const [[start, end]] = lines.spans(hits, title);
      points += 20 + (20 * (end - start)) / lines.length(title);
    }
    if (short) points += alone ? 40 : titled ? -20 : 0;
    return points;
  }

  /* ---- Showing what was found. The theme takes HTML: all is escaped here, and the only tags are our marks. ---- */

  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": " · " };
  const escaped = (plain) => plain.replace(/[&<>"'\n]/g, (mark) => ENTITIES[mark]);

  /* The spans of all terms in a line, sorted; those of texts before it are `at` letters long. */
  const spansIn = (line, found, at = 0) => found.flatMap((hits) => lines.spans(hits, line).map(([start, end]) => [at + start, at + end]))
    .sort((one, other) => one[0] - other[0]);

  /* Some lines in one text, no more of them than a teaser can show, and the spans of all terms. */
  function beginning(numbers, found) {
    const any = numbers.some((line) => found.some((hits) => lines.has(hits, line)));
    const spans = [];
    let plain = "";
    for (const line of numbers) {
      if (plain) plain += "\n";
      spans.push(...spansIn(line, found, plain.length));
      plain += lines.line(line);
      const [start, end] = spans[0] || [any ? Infinity : 0, 0];
      if (plain.length > Math.max(start + TEASER, end)) break;
    }
    return [plain, spans];
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
  function items({ page, weights, order, found }) {
    const item = (place, score) => {
      const { anchor, title, lines: texts } = page.sections[place];
      const heading = lines.line(title);
      return {
        location: anchor ? `${page.address}#${anchor}` : page.address,
        title: marked(heading, 0, heading.length, spansIn(title, found)),
        text: score ? teaser(...beginning(texts, found)) : "",
        terms: {},
        score,
      };
    };
    const places = weights.map((_, place) => place).filter((place) => weights[place]);
    const best = places.sort((one, other) => weights[other] - weights[one] || one - other).slice(0, MOST_SECTIONS);
    const made = best.map((place, later) => item(place, 1e4 / (order + 1) - later / 100));
    return best.includes(0) ? made : [...made, item(0, 0)]; // the theme needs the page itself, for the heading
  }

  /* ---- The answer to what was typed. ---- */

  /* The pages that have all terms, best first, and the words that were looked for besides. */
  function answer(terms, { apart = false, cut = false, strict = false } = {}) {
    const found = terms.map((term) => locate(term, { forgiving: !cut, exact: (apart || cut) && SMALL.test(term), strict }));
    const all = rank(terms, found, cut);
    return {
      all,
      near: all.length > 0 && (apart || cut || found.some((hits) => hits.level === NEAR)),
      also: all.length ? found.flatMap((hits) => hits.also) : [],
    };
  }

  /* The answer to one reading of what was typed: its words as they stand, then apart, then without those that ask. */
  function read(typed) {
    const plain = text.terms(typed), glued = text.glued(plain);
    const apart = glued.some((term) => MONTH.test(term)) ? glued : plain; // the parts of a date are no date
    let best = answer(glued);
    if (!best.all.length && apart.length > glued.length) best = answer(apart, { apart: true });
    if (best.all.length) return best;
    const about = [...new Set(apart.flatMap((term) => text.cut(term, lines.occurs)))];
    return about.join(" ") === glued.join(" ") ? best : answer(about, { cut: true });
  }

  const isExact = ({ all, near }) => all.length > 0 && !near;
  const exactly = (typed) => answer(text.glued(text.terms(typed)), { strict: true });

  /* One answer out of two: that to what was typed, and behind it the pages that only the other has. */
  function joined(best, other, said) {
    if (!isExact(other)) return best;
    const kept = isExact(best) ? best : { all: [], also: [] };
    const known = new Set(kept.all.map(({ page }) => page));
    const more = other.all.filter(({ page }) => !known.has(page));
    return { all: [...kept.all, ...more], near: false, also: [...kept.also, ...(more.length ? [said] : []), ...other.also] };
  }

  /* Return the theme's groups of items of the first pages, best page first, how many pages there are, whether they are
     only near to what was typed, the other words that were looked for too (`also`), and the words that were looked for
     instead (`instead`). */
  function find(typed) {
    const readings = words.mended(typed);
    const reading = readings.length > 1 ? readings.find((each) => isExact(exactly(each))) || readings[0] : readings[0];
    let best = read(reading);
    const years = words.withYears(reading, lines.occurs);
    if (years) best = joined(best, exactly(years), years);
    const { all, near, also, instead = null } = (best.all.length ? null : guessed(reading, typed)) || best;
    ranked = all;
    return { items: after(0), count: all.length, near, also: [...new Set(also)], instead };
  }

  /* The same, with the pages that lie apart, which are brought where little is found without. */
  async function findAll(typed, bring) {
    const found = find(typed);
    if (!apart.length || (found.count >= ENOUGH && !found.near)) return found;
    await Promise.all(apart.map(bring));
    apart = [];
    self.itaNames.splice(0).forEach(add);
    return find(typed);
  }

  /* The items of the next pages of the last answer, behind so many. */
  const after = (many) => ranked.slice(many, many + AT_ONCE).map(items);

  /* The answer to what else may have been meant by what is found nowhere; null where there is none. */
  function guessed(reading, typed) {
    for (const other of [...words.otherLayouts(typed), ...words.withSaraAm(reading)]) {
      const made = other && exactly(other);
      if (made && isExact(made)) return { all: made.all, near: true, also: [], instead: other };
    }
    return null;
  }

  return { load, find, findAll, after };
})();
