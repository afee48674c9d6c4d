/** The directives of every page's policy; the hashes of its own scripts and styles are added page by page. */
export const pageDirectives = [
  "default-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
] as const

/**
 * The policy that servers send. It says what a page's own policy cannot, who may frame it, and repeats what holds for
 * every file. Hashes stand only in the page: its styles change with its content, so a page and its hashes are always
 * published together, and no server has to be told.
 */
const sentPolicy = (frames: string) =>
  [
    ...pageDirectives.filter((directive) => !/^(default|img)-src /.test(directive)),
    `frame-ancestors ${frames}`,
  ].join('; ')

/** The headers of every answer, apart from those that depend on the path. */
const everywhere: readonly [name: string, value: string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  [
    'Permissions-Policy',
    'camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), usb=()',
  ],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
]

/** The folders of files that are named by their content. */
const immutable = { folders: ['_astro', 'type'], cache: 'public, max-age=31536000, immutable' }

/** A year; the host's other names and browsers' lists are its owner's business. */
const secureTransport = 'max-age=31536000'

const note = '由 src/publish/headers.ts 写出，改那里，再运行 npm test -- -u tests/publish/headers'

/** What nginx reads in `http`: the values of the headers that depend on the path, for a site at `/lvzhi/`. */
export const nginxMaps = (): string => `# ${note}
# 内容一改、文件名就变的存一年；其余的，浏览器每次先问有没有改过
map $uri $site_cache {
  default no-cache;
  ~^/lvzhi/(${immutable.folders.join('|')})/ "${immutable.cache}";
}
# 只有图版的嵌入页可以放进别的网站的框架
map $uri $site_frames {
  default "'self'";
  ~^/lvzhi/[^/]+/charts/[^/]+/embed/ *;
}
# 沙盒里的嵌入页没有来源，取字体要有跨源许可
map $uri $site_origin {
  default "";
  ~^/lvzhi/type/ *;
}
# 只在 https 上发；https 由网关承担的，由网关发
map $https $site_transport {
  default "";
  on "${secureTransport}";
}
`

/** What nginx reads in the site's `location`: the headers themselves. An empty value is not sent. */
export const nginxHeaders = (): string => {
  const lines = [
    ['Cache-Control', '$site_cache'],
    ['Content-Security-Policy', `"${sentPolicy('$site_frames')}"`],
    ...everywhere.map(([name, value]) => [name, `"${value}"`]),
    ['Strict-Transport-Security', '$site_transport'],
    ['Access-Control-Allow-Origin', '$site_origin'],
  ]
  return `# ${note}\n${lines.map(([name, value]) => `add_header ${name} ${value} always;\n`).join('')}`
}

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read, for a site below a percent-encoded path. Cloudflare
 * joins the values of all rules that apply unless a rule detaches the name first; Netlify takes the most specific.
 */
export function hostHeaders(base: string): string {
  const rule = (path: string, headers: readonly string[]) =>
    `${base}${path}\n${headers.map((header) => `  ${header}\n`).join('')}`
  const policy = (frames: string) => `Content-Security-Policy: ${sentPolicy(frames)}`
  const cache = ['! Cache-Control', `Cache-Control: ${immutable.cache}`]
  return [
    rule('*', [
      'Cache-Control: no-cache',
      policy("'self'"),
      ...everywhere.map(([name, value]) => `${name}: ${value}`),
      `Strict-Transport-Security: ${secureTransport}`,
    ]),
    rule(':edition/charts/:figure/embed/*', ['! Content-Security-Policy', policy('*')]),
    ...immutable.folders.map((folder) =>
      rule(`${folder}/*`, folder === 'type' ? [...cache, 'Access-Control-Allow-Origin: *'] : cache),
    ),
  ].join('')
}
