/** The page whose scripts, which add to what already works, give way to its text and fonts. */
export const textFirst = (html: string): string =>
  html.replace(/<script type="module" src=/g, '<script type="module" fetchpriority="low" src=')
