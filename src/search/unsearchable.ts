/** What is not read as a page's content: definitions, drawings, navigation, code. */
export const unsearchable =
  '[popover], svg, [data-search-ignore], script, style, template, noscript'
