// Reads names of files, one a line, and writes what pdf.js (the reader of Firefox) finds on each page of each of them.
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const names = readFileSync(0, "utf-8").split("\n").filter(Boolean);
const found = [];
for (const name of names) {
  const { promise } = getDocument({ data: new Uint8Array(readFileSync(name)), verbosity: 0 });
  const document = await promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => item.str).join(""));
  }
  found.push(pages);
}
process.stdout.write(`\n${JSON.stringify(found)}`);
