/** What is not read as a page's content: definitions, drawings, navigation, code, and what only a script may show. */
export const unsearchable =
  '[popover], [hidden], svg, [data-search-ignore], script, style, template, noscript'
