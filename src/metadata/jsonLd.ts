/** Linked data as the text of a `<script type="application/ld+json">`, escaped so that it cannot end the element. */
export function formatJsonLd(graph: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll(
    '<',
    '\\u003c',
  )
}
