/* The lines of all pages in one text, as they are shown and as they are searched: one scan of it takes a fraction of
   thousands of scans. Used by `search.js`, after `search-text.js`; a line is known by its number. */
"use strict";

self.itaLines = (() => {
  const text = self.itaText;
  const MOST_SPANS = 12; // that are looked for in a line
  const SHORT = 3; // a word this short stands nearly everywhere, and `indexOf` costs more for each place than a loop
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

  const count = () => starts.length - 1;
  const line = (number) => shown.slice(starts[number], starts[number + 1] - 1);
  const foldedLine = (number) => folded.slice(starts[number], starts[number + 1] - 1);
  const length = (number) => starts[number + 1] - 1 - starts[number];
  const occurs = (word) => folded.includes(word);

  /* What is found of a term: how loosely, in each line, and the places in the text, of a line side by side. */
  function hits() {
    return {
      level: Infinity, // the best of all
      levels: new Uint8Array(count()).fill(NOWHERE),
      counts: new Uint8Array(count()),
      firsts: new Int32Array(count()),
      places: [],
      words: new Int8Array(count()), // whether one stands as a word: 1 yes, -1 no, 0 not yet asked
      also: [], // the other words that were looked for and found
    };
  }

  const has = ({ levels }, number) => levels[number] !== NOWHERE;

  /* The spans of a line, counted from its start. */
  function spans({ counts, firsts, places }, number) {
    return Array.from({ length: counts[number] }, (_, place) => {
      const at = firsts[number] + 2 * place;
      return [places[at] - starts[number], places[at + 1] - starts[number]];
    });
  }

  /* Tell whether one of the first spans of a line stands as a word. */
  function standsIn({ counts, firsts, places, words }, number, most) {
    for (let place = 0; !words[number]; place++) {
      const at = firsts[number] + 2 * place;
      if (place >= Math.min(counts[number], most)) words[number] = -1;
      else if (text.stands(folded, places[at], places[at + 1])) words[number] = 1;
    }
    return words[number] > 0;
  }

  /* Where a word comes next; -1 where it does not. */
  function next(word, from) {
    if (word.length > SHORT) return folded.indexOf(word, from);
    const first = word.charCodeAt(0), last = folded.length - word.length;
    search: for (let at = from; at <= last; at++) {
      if (folded.charCodeAt(at) !== first) continue;
      for (let letter = 1; letter < word.length; letter++) if (folded.charCodeAt(at + letter) !== word.charCodeAt(letter)) continue search;
      return at;
    }
    return -1;
  }

  /* Add where a spelling stands in lines that had nothing before, and tell whether it does anywhere. */
  function look(found, level, { searched, alone }) {
    const { levels, counts, firsts, places } = found;
    const before = places.length, plain = typeof searched === "string";
    for (let from = 0, number = 0; ;) {
      if (!plain) searched.lastIndex = from;
      const match = plain ? null : searched.exec(folded), start = plain ? next(searched, from) : match ? match.index : -1;
      if (start < 0) break;
      from = start + (plain ? searched.length : match[0].length);
      while (starts[number + 1] <= start) number++;
      if (levels[number] !== NOWHERE && (firsts[number] < before || counts[number] >= MOST_SPANS)) {
        from = starts[number + 1];
      } else if (!alone || !text.touched(folded, start, from, alone)) {
        if (!counts[number]++) firsts[number] = places.length;
        levels[number] = level;
        places.push(start, from);
      }
    }
    if (places.length > before) found.level = Math.min(found.level, level);
    return places.length > before;
  }

  /* ---- Words that are a few slips away. ---- */

  const MOST_NEAR = 6;

  /* The words of the site that are the fewest slips away from a term. */
  function nearest(term) {
    const letters = text.bare(term);
    if (letters.length < 4 || letters.length > 31 || /\d/.test(letters)) return [];
    let fewest = letters.length < 10 ? 1 : 2;
    const near = new Set(), wordsAt = wholeWords(letters);
    text.slipping(folded, letters, fewest, (end, slips) => {
      if (slips > fewest || (near.size >= MOST_NEAR && slips === fewest)) return;
      const words = wordsAt(end, slips);
      if (words && slips < fewest) near.clear();
      if (words) near.add(words);
      if (words) fewest = slips;
    });
    return [...near];
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

  return { load, count, line, foldedLine, length, occurs, hits, has, spans, standsIn, look, nearest };
})();
