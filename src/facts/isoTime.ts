/** The publisher's date and time, 2026-01-05 09:00, as ISO 8601 in the time of China. */
export const isoTime = (publishedAt: string): string => `${publishedAt.replace(' ', 'T')}:00+08:00`
