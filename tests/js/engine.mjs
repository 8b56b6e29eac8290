/* The search as the browser has it, for tests: the scripts of the theme, run in a world of their own. */
import { readFileSync } from "node:fs";
import vm from "node:vm";

const SCRIPTS = new URL("../../theme_overrides/assets/js/", import.meta.url);

/* Return `itaSearch` and `itaText`; `world` may take away what an old browser lacks. */
export function engine(world = {}) {
  const context = vm.createContext({ Intl, ...world });
  context.self = context;
  for (const name of ["search-text.js", "search-words.js", "search-lines.js", "search.js"]) {
    vm.runInContext(readFileSync(new URL(name, SCRIPTS), "utf8"), context, { filename: name });
  }
  return context;
}

/* The index of some pages: address → [title, text] or {anchor: [title, text]}, lines parted by line breaks. */
export function index(pages, words = []) {
  const lines = [];
  const number = (line) => (lines.includes(line) ? lines.indexOf(line) + 1 : lines.push(line) && 0);
  const rows = Object.entries(pages).map(([address, page]) => [
    address,
    ...Object.entries(Array.isArray(page) ? { "": page } : page).flatMap(([anchor, [title, text]]) => [
      anchor,
      [title, ...text.split("\n").filter(Boolean)].map(number),
    ]),
  ]);
  return { lines: lines.join("\n"), pages: rows, words };
}

/* Return what searches some pages: `find` gives the engine's answer, `after` what follows of it, `found` the addresses,
   best first. */
export function searching(pages, world, words) {
  const { itaSearch } = engine(world);
  itaSearch.load(index(pages, words));
  const find = (typed) => itaSearch.find(typed);
  return { find, after: (many) => itaSearch.after(many), found: (typed) => Array.from(find(typed).items, ([first]) => first.location.split("#")[0]) };
}
