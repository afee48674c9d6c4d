/** The light scheme of `src/styles/tokens.css`, repeated because pictures cannot read a stylesheet. */
export const palette = {
  paper: '#f5efe2',
  tint: '#ece4d2',
  ink: '#1b1916',
  ink2: '#4b453a',
  ink3: '#665e4f',
  accent: '#a32a1c',
  lake: '#1c5a63',
  mark: '#857b67',
  rule: '#b8ad96',
} as const
