const moduleScript = /<template\b[\s\S]*?<\/template>|<script type="module" (?=src=)/g

/**
 * Lowers the priority of a page's scripts, so that text and fonts load first. Scripts inside a template are loaded only
 * on demand, when the reader waits for them, so they keep theirs.
 */
export const textFirst = (html: string): string =>
  html.replace(moduleScript, (found) =>
    found.startsWith('<template') ? found : `${found}fetchpriority="low" `,
  )
