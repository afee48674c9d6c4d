/** An ISO date or month in words, parts not given left out: 2025-11-20 → 2025年11月20日. */
export function wordDate(iso: string): string {
  return iso
    .split('-')
    .map((part, index) => `${Number(part)}${'年月日'[index]}`)
    .join('')
}
