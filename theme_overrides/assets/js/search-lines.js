/* The lines of all pages in one text, as they are shown and as they are searched: one scan of it takes a fraction of
   thousands of scans. Used by `search.js`, after `search-text.js`; a line is known by its number. */
"use strict";

self.itaLines = (() => {
  const text = self.itaText;
  const MOST_SPANS = 12, ROOM = 2 * MOST_SPANS; // of a line that are looked for, and what they take
  const NOWHERE = 255;

  let shown = "", folded = "";
  let starts = new Int32Array(0); // of each line, and at last of what would follow

  function load(lines) {
    shown = lines;
    folded = text.fold(lines);
    const found = [0];
    for (let end = lines.indexOf("\n"); end >= 0; end = lines.indexOf("\n", end + 1)) found.push(end + 1);
    starts = Int32Array.from([...found, lines.length + 1]);
  }

  /* Add lines behind those that are there, and return the number of the first. */
  function add(more) {
    const first = count();
    load([shown, ...more].join("\n"));
    return first;
  }

  const count = () => starts.length - 1;
  const line = (number) => shown.slice(starts[number], starts[number + 1] - 1);
  const foldedLine = (number) => folded.slice(starts[number], starts[number + 1] - 1);
  const length = (number) => starts[number + 1] - 1 - starts[number];
  const occurs = (word) => new RegExp(text.exactly(word)).test(folded);

  /* What is found of a term: how loosely, in each line, and at which places of the text, a start and an end each. */
  function hits() {
    return {
      level: Infinity, // the best of all
      levels: new Uint8Array(count()).fill(NOWHERE),
      counts: new Uint8Array(count()),
      places: new Int32Array(count() * ROOM),
      words: new Int8Array(count()), // whether one stands as a word: 1 yes, -1 no, 0 not yet asked
      also: [], // the other words that were looked for and found
    };
  }

  const has = ({ levels }, number) => levels[number] !== NOWHERE;

  /* The spans of a line, counted from its start. */
  function spans({ counts, places }, number) {
    const found = [], start = starts[number];
    for (let at = number * ROOM; at < number * ROOM + 2 * counts[number]; at += 2) found.push([places[at] - start, places[at + 1] - start]);
    return found;
  }

  /* Tell whether one of the first spans of a line stands as a word. */
  function standsIn({ counts, places, words }, number, most) {
    for (let place = 0; !words[number]; place++) {
      const at = number * ROOM + 2 * place;
      if (place >= Math.min(counts[number], most)) words[number] = -1;
      else if (text.stands(folded, places[at], places[at + 1])) words[number] = 1;
    }
    return words[number] > 0;
  }

  /* Where a letter comes next; -1 where it does not. `indexOf` looks for a byte that all Thai letters have. */
  function next(letter, from) {
    const code = letter.charCodeAt(0), length = folded.length;
    while (from < length && folded.charCodeAt(from) !== code) from++;
    return from < length ? from : -1;
  }

  /* Add where a spelling stands in lines that had nothing before, and tell whether it does anywhere. */
  function look(found, level, { searched, alone }) {
    const { levels, counts, places } = found;
    const letter = typeof searched === "string" ? searched : "";
    let mine = -1; // the last line that this added to
    for (let from = 0, number = 0; ;) {
      if (!letter) searched.lastIndex = from;
      const match = letter ? null : searched.exec(folded), start = letter ? next(letter, from) : match ? match.index : -1;
      if (start < 0) break;
      from = start + (letter ? 1 : match[0].length);
      while (starts[number + 1] <= start) number++;
      if (counts[number] && (number !== mine || counts[number] === MOST_SPANS)) {
        from = starts[number + 1];
      } else if (!alone || !text.touched(folded, start, from, alone)) {
        const at = number * ROOM + 2 * counts[number]++;
        places[at] = start;
        places[at + 1] = from;
        levels[number] = level;
        mine = number;
      }
    }
    if (mine >= 0) found.level = Math.min(found.level, level);
    return mine >= 0;
  }

  /* ---- Words that are a few slips away. ---- */

  const MOST_NEAR = 6;

  /* The words of the site that are the fewest slips away from a term. */
  function nearest(term) {
    const letters = text.bare(term);
    if (letters.length < 4 || letters.length > 31 || /\d/.test(letters)) return [];
    let fewest = letters.length < 10 ? 1 : 2;
    const near = new Set(), wordsAt = wholeWords(letters);
    const some = new RegExp(pieces(letters, fewest).map((piece) => [...piece].map(text.literal).join(`${text.TONES}*`)).join("|"), "g");
    for (let number = 0, match = some.exec(folded); match; match = some.exec(folded)) {
      while (starts[number + 1] <= match.index) number++;
      text.slipping(foldedLine(number), letters, fewest, (end, slips) => {
        if (slips > fewest || (near.size >= MOST_NEAR && slips === fewest)) return;
        const words = wordsAt(starts[number] + end, slips);
        if (words && slips < fewest) near.clear();
        if (words) near.add(words);
        if (words) fewest = slips;
      });
      some.lastIndex = starts[number + 1];
    }
    return [...near];
  }

  /* Of a word cut into one piece more than there are slips one stays whole, but where letters are swapped at a cut. */
  function pieces(letters, slips) {
    const cuts = Array.from({ length: slips + 2 }, (_, cut) => Math.round((cut * letters.length) / (slips + 1)));
    let ways = [letters];
    for (const cut of cuts.slice(1, -1)) ways = ways.flatMap((way) => [way, way.slice(0, cut - 1) + way[cut] + way[cut - 1] + way.slice(cut + 1)]);
    return [...new Set(ways.flatMap((way) => cuts.slice(1).map((cut, piece) => way.slice(cuts[piece], cut))))];
  }

  /* Return what tells which words end at a place and are so many slips from the letters; null where that cuts a word. */
  function wholeWords(letters) {
    const known = new Map(); // texts repeat themselves
    const isNear = (found, slips) => text.slips(found, letters) <= slips && meant(found, letters);
    return (end, slips) => {
      for (let start = end - 1, length = 0; start >= 0 && folded[start] !== "\n"; start--) {
        if (!text.TONE.test(folded[start]) && ++length > letters.length + slips) break;
        if (length < letters.length - slips) continue;
        const found = folded.slice(start, end), key = slips + found;
        if (!known.has(key)) known.set(key, isNear(text.bare(found), slips));
        if (known.get(key) && text.stands(folded, start, end)) return found;
      }
      return null;
    };
  }

  /* Tell whether words may be others mistyped: คะนน is คะแนน, but กัญชา is no บัญชา, and a name that ends in
     another word is another name. */
  function meant(found, letters) {
    if (/^ | $/.test(found) || (letters.length - found.length === 2 && letters.includes(found))) return false;
    if (letters.length < 8 && text.head(found) !== text.head(letters)) return false;
    return letters.length > 4 || found.length > 4;
  }

  return { load, add, count, line, foldedLine, length, occurs, hits, has, spans, standsIn, look, nearest };
})();
