// What html-validate holds to be valid, and the few rules of its own that HTML does not have, each with its reason.
module.exports = {
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
