/* On an old address: lead on to the new one, with what stands behind `?` and `#`, which links from outside name. */
"use strict";

{
  const { to } = document.currentScript.dataset;
  const target = location.protocol === "file:" ? to : to.replace(/index\.html$/, "");
  location.replace(new URL(`${target}${location.search}${location.hash}`, location));
}
