// Reads names of files, one a line, and writes what is not valid HTML in them: file, line, rule, message, element.
const { readFileSync } = require("node:fs");
const { FileSystemConfigLoader, HtmlValidate } = require("html-validate");
const { rules, themes } = require("./rules.cjs");

const validator = new HtmlValidate(new FileSystemConfigLoader(rules));
const names = readFileSync(0, "utf-8").split("\n").filter(Boolean);
const found = names.flatMap((name) =>
  validator.validateStringSync(readFileSync(name, "utf-8"), name).results.flatMap((result) =>
    result.messages.filter((message) => !themes.some(({ rule, of }) => message.ruleId === rule && message.selector === of)).map(({ line, ruleId, message, selector }) => ({ name, line, rule: ruleId, message, selector })),
  ),
);
process.stdout.write(JSON.stringify({ checked: names.length, found }));
