import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { webkitDriver, xvfb } from '../../../src/machine/findEngines.ts'
import type { CommandResult, Driver } from './engine.ts'

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as import('node:net').AddressInfo
      server.close(() => resolve(port))
    })
  })

/** A virtual screen, because WebKitGTK only draws on a screen. */
async function openScreen(): Promise<{ display: string; screen: ChildProcess }> {
  const screen = spawn(
    xvfb,
    ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1600x1200x24'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdio[3]?.once('data', (data) => resolve(String(data).trim()))
    screen.once('error', reject)
    screen.once('close', (code) => reject(new Error(`Xvfb 没有打开，退出码 ${code}`)))
  })
  return { display: `:${number}`, screen }
}

/** A page of a WebKitGTK of its own, controlled through WebDriver. */
export async function openWebKit(): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), 'webkit-'))
  mkdirSync(join(home, 'gtk-3.0'))
  // With all its buttons the window cannot become narrower than 447 px.
  writeFileSync(
    join(home, 'gtk-3.0/gtk.css'),
    '* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0 }',
  )
  const { display, screen } = await openScreen()
  const port = await freePort()
  const driver = spawn(webkitDriver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
    },
  })

  const end = () => {
    driver.kill()
    screen.kill()
  }
  process.once('exit', end)

  const send = async (method: string, path: string, body?: object): Promise<CommandResult> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { value: { error?: string; message?: string } }
    if (!response.ok) throw new Error(`${path}：${value.error}，${value.message}`)
    return value
  }
  await vi.waitFor(() => send('GET', '/status'), { timeout: 15_000 })
  const { sessionId } = await send('POST', '/session', { capabilities: {} })
  const session = `/session/${sessionId}`
  const post = (command: string, body: object) => send('POST', `${session}/${command}`, body)
  const evaluate: Driver['evaluate'] = async (expression) =>
    (await post('execute/sync', { script: `return ${expression}`, args: [] })) ?? undefined
  const perform = (type: string, actions: object[]) =>
    post('actions', { actions: [{ type, id: type, actions }] })
  return {
    async resize(width, height) {
      const set = async (extra: number) => {
        await post('window/rect', { width, height: height + extra })
        await vi.waitUntil(async () => (await evaluate('String(innerWidth)')) === String(width), {
          timeout: 15_000,
        })
        return height + extra - Number(await evaluate('String(innerHeight)'))
      }
      await set(await set(0))
    },
    goto: (url) => post('url', { url }),
    evaluate,
    screenshot: async () => Buffer.from(await send('GET', `${session}/screenshot`), 'base64'),
    clickAt: (x, y) =>
      perform('pointer', [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]),
    press: (value) =>
      perform('key', [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    async close() {
      await send('DELETE', session).catch(() => undefined)
      end()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
