/** Linked data as the text of a `<script type="application/ld+json">`: nothing in it can end the element. */
export function formatJsonLd(graph: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll(
    '<',
    '\\u003c',
  )
}
