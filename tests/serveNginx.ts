import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'

/** Whether nginx is installed. */
export const hasNginx = spawnSync('nginx', ['-v']).status === 0

const modules = '/etc/nginx/modules-enabled'

/** Whether its brotli module is installed; otherwise that line is left out, as the documentation says. */
export const hasBrotli = existsSync(join(modules, '50-mod-http-brotli-static.conf'))

/** The configuration in docs/publishing.md. */
function documentedConfiguration(): string {
  const guide = readFileSync(new URL('../docs/publishing.md', import.meta.url), 'utf8')
  const block = /```nginx\n([\s\S]*?)```/.exec(guide)?.[1]
  if (!block) throw new Error('docs/publishing.md 里没有 nginx 配置')
  return hasBrotli ? block : block.replace(/^ *brotli_static.*$/m, '')
}

/** A free port of this machine. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/**
 * Serves a folder with nginx as documented, below a path, and resolves when it answers; a policy is sent in the header.
 */
export async function serveNginx(folder: string, base: string, policy?: string) {
  const port = await freePort()
  const work = mkdtempSync(join(tmpdir(), 'nginx-'))
  const documented = documentedConfiguration()
  const site = (
    base === '/' ? documented.replace(/^#.*\nlocation = [\s\S]*?^}\n/m, '') : documented
  )
    .replaceAll('/srv/lvzhi/', `${folder}/`)
    .replaceAll('/lvzhi/', base)
    .replaceAll('/lvzhi', base.slice(0, -1))
    .replace(/add_header Content-Security-Policy "[^"]*"/g, (line) =>
      policy ? `add_header Content-Security-Policy "${policy}; frame-ancestors 'self'"` : line,
    )
  if (policy && !site.includes(policy)) throw new Error('nginx 配置里没有内容安全策略')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  writeFileSync(
    join(work, 'nginx.conf'),
    `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${work}/nginx.pid;
${existsSync(modules) ? `include ${modules}/*.conf;` : ''}
error_log ${work}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${work}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    ${site}
  }
}
`,
  )
  execFileSync('nginx', ['-t', '-q', '-c', join(work, 'nginx.conf'), '-e', join(work, 'error.log')])
  const nginx = spawn('nginx', ['-c', join(work, 'nginx.conf'), '-e', join(work, 'error.log')])
  const url = `http://127.0.0.1:${port}`
  await vi.waitFor(() => fetch(url), { timeout: 10_000 })
  const stop = () => {
    nginx.kill()
    rmSync(work, { recursive: true, force: true })
  }
  return { url, stop }
}
