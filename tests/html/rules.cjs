// What html-validate holds to be valid, and the few rules of its own that HTML does not have, each with its reason.
const rules = {
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // HTML lets an id begin with any character; the theme's own begin with `__`.
    "valid-id": ["error", { relaxed: true }],
    // Only what comes from another host needs a checksum, and nothing does.
    "require-sri": ["error", { target: "crossorigin" }],
    // ARIA lets an element with a role, which a list has, be named.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A box that scrolls sideways is a region with a name so that a keyboard reaches it; it is no section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
};

// What the theme writes in its base template, which is not ours to change, and what is no fault of it.
const switches = ["#__drawer", "#__search"];
const themes = [
  // The theme remembers nothing of its two switches; no browser offers to fill in a box to tick.
  ...switches.map((of) => ({ rule: "valid-autocomplete", of })),
  // The switches are not shown and take no focus: a button beside them does what they do, and has a name.
  ...switches.map((of) => ({ rule: "input-missing-label", of })),
  // The search answers while one types; there is nothing to send.
  { rule: "wcag/h32", of: "#ita-search > form" },
];

module.exports = { rules, themes };
