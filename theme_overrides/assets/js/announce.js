/* What the agency says above every page stays away where the reader has put it away; stands right behind it. */
"use strict";

{
  const banner = document.querySelector("[data-md-component=announce]");
  const words = banner?.querySelector(".md-typeset")?.innerHTML;
  if (words !== undefined && window.__md_hash(words) === window.__md_get("__announce")) banner.hidden = true;
}
