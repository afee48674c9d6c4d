/**
 * Makes this process and all that it starts take nothing from site.json: tests and measurements are of the site at the
 * root of a host, wherever it will be published.
 */
export function withoutSettings(): void {
  process.env.SITE_URL ??= ''
  process.env.BASE_PATH ??= '/'
  process.env.TIANDITU_KEY ??= ''
}
