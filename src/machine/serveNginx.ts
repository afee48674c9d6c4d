import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { projectRoot } from '../roots.ts'

const answers = (program: string, option: string) => spawnSync(program, [option]).status === 0

/** Whether nginx is installed. */
export const hasNginx = answers('nginx', '-v')

/** Whether a certificate can be made here. */
export const hasOpenssl = answers('openssl', 'version')

/** Whether this machine has IPv6. */
export const hasIPv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
)

const modules = '/etc/nginx/modules-enabled'

/** Whether its brotli module is installed; otherwise that line is left out, as deploy/nginx/site.conf says. */
export const hasBrotli = existsSync(join(modules, '50-mod-http-brotli-static.conf'))

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/** A port of this machine that is free. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

const deploy = join(projectRoot, 'deploy')

/** Copies the files of deploy/nginx/, with the path, the folder and the ports of this site in place of the example's. */
function install(work: string, folder: string, base: string, ports: Record<string, number>): void {
  const sources = readdirSync(join(deploy, 'nginx')).map((name) => join(deploy, 'nginx', name))
  for (const source of [...sources, join(deploy, 'mime.types')]) {
    let text = readFileSync(source, 'utf8')
    if (base === '/') text = text.replace(/^# 少写.*\nlocation = [\s\S]*?^}\n/m, '')
    if (!hasBrotli) text = text.replace(/^ *brotli_static.*$/m, '')
    if (!hasIPv6) text = text.replace(/^ *listen \[::\].*$/gm, '')
    text = text
      .replaceAll('/etc/nginx/site/', `${work}/`)
      .replaceAll('/var/log/nginx/', `${work}/`)
      .replaceAll('/srv/site/current/', `${folder}/`)
      .replaceAll('/lvzhi', base.slice(0, -1))
      .replace(
        /listen (\[::\]:)?(\d+)/g,
        (_, sixth, port) => `listen ${sixth ? '[::1]' : '127.0.0.1'}:${ports[port]}`,
      )
    writeFileSync(join(work, basename(source)), text)
  }
}

function makeCertificate(work: string): void {
  const files = ['-keyout', join(work, 'privkey.pem'), '-out', join(work, 'fullchain.pem')]
  const subject = ['-subj', '/CN=www.example.gov.cn', '-days', '2']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, ...subject], {
    stdio: 'ignore',
  })
}

/** A running nginx: its address without a path, and that of https if it was wanted. */
interface ServedByNginx {
  url: string
  port: number
  securePort: number
  stop(): void
}

/**
 * Serves a folder below a path, as written, with the files of deploy/nginx/, and resolves when it answers: with
 * `secure` as the whole of https.conf, otherwise as a server that only includes site.conf.
 */
export async function serveNginx(
  folder: string,
  base: string,
  { secure = false } = {},
): Promise<ServedByNginx> {
  const [port, securePort] = [await freePort(), await freePort()]
  const work = mkdtempSync(join(tmpdir(), 'nginx-'))
  mkdirSync(join(work, 'state'))
  install(work, folder, base, { 80: port, 443: securePort })
  if (secure) makeCertificate(work)
  const sixth = hasIPv6 ? `listen [::1]:${port};` : ''
  const plain = `include ${work}/maps.conf;
  server {
    listen 127.0.0.1:${port};
    ${sixth}
    include ${work}/site.conf;
  }`
  const configuration = join(work, 'nginx.conf')
  writeFileSync(
    configuration,
    `daemon off;
worker_processes auto;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${work}/nginx.pid;
${existsSync(modules) ? `include ${modules}/*.conf;` : ''}
error_log ${work}/error.log;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${work}/state/${name};`).join('\n  ')}
  ${secure ? `include ${work}/https.conf;` : plain}
}
`,
  )
  const options = ['-c', configuration, '-e', join(work, 'error.log')]
  execFileSync('nginx', ['-t', '-q', ...options])
  const nginx = spawn('nginx', options)
  const url = `http://127.0.0.1:${port}`
  const until = Date.now() + 10_000
  for (let answer: unknown; !answer; ) {
    answer = await fetch(url, { redirect: 'manual' }).catch((error) => {
      if (Date.now() > until) throw error
      return new Promise((next) => setTimeout(next, 20))
    })
  }
  return {
    url,
    port,
    securePort,
    stop() {
      nginx.kill()
      rmSync(work, { recursive: true, force: true })
    },
  }
}
