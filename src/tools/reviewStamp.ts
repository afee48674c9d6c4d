/** The stamp of a site that is shown to be reviewed. */
export const reviewStamp = '送审稿'

const own = /<aside class="stamp"[^>]*>\s*/

/**
 * A page with the stamp of a site under review, beside its own if it has one. Its style is a file of the site, which the
 * policy of every page allows.
 */
export const stampForReview = (html: string, base: string): string =>
  own.test(html)
    ? html.replace(own, (open) => `${open}${reviewStamp}　`)
    : html
        .replace('</head>', `<link rel="stylesheet" href="${base}stamp.css"></head>`)
        .replace('</body>', `<aside class="stamp" aria-label="戳记">${reviewStamp}</aside></body>`)
