const moduleScript = /<template\b[\s\S]*?<\/template>|<script type="module" (?=src=)/g

/**
 * The page whose scripts, which add to what already works, give way to its text and fonts. One in a template is not
 * asked for until a reader does something, and then is what they wait for.
 */
export const textFirst = (html: string): string =>
  html.replace(moduleScript, (found) =>
    found.startsWith('<template') ? found : `${found}fetchpriority="low" `,
  )
