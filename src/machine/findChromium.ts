import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { installFromDebian, isDebianRoot } from './debian.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const usual = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Whether a file is executable. */
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * The path of a Chromium on this machine: CHROME_PATH, PATH, the usual places, Playwright's own; undefined if there is
 * none.
 */
export function findChromium(): string | undefined {
  const wanted = process.env.CHROME_PATH
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROME_PATH 指向的文件不存在：${wanted}`)
    if (!isProgram(wanted)) throw new Error(`CHROME_PATH 指向的不是能运行的文件：${wanted}`)
    return wanted
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usual, chromium.executablePath()].find((path) => path && existsSync(path))
}

/** Where Debian's fonts-noto-cjk installs the font that pages fall back to. */
const debianHanFont = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/**
 * Finds a Chromium or installs one (Debian's package if root on Debian, else Playwright's); throws with instructions if
 * neither works. Root on Debian also gets a Chinese font, without which pages would show empty boxes.
 */
export function ensureChromium(): string {
  const found = findChromium()
  const debian = isDebianRoot()
  if (debian && !existsSync(debianHanFont)) {
    console.log('没有找到中文字体，正在安装……')
    installFromDebian(found ? ['fonts-noto-cjk'] : ['chromium', 'fonts-noto-cjk'])
  }
  const ready = found ?? findChromium()
  if (ready) return ready
  console.log('没有找到 Chromium，正在安装……')
  if (debian) installFromDebian(['chromium'])
  else {
    try {
      execFileSync('npx', ['playwright-core', 'install', 'chromium'], {
        stdio: 'inherit',
        shell: true,
      })
    } catch {
      // A failed installation is noticed in the next lines, which check whether a browser is there now.
    }
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    '浏览器测试和全册 PDF 需要 Chromium，但没有装成。请任选其一：用系统的包管理器安装 chromium；运行 npx playwright-core install chromium；或用 CHROME_PATH 指明已有浏览器的路径。',
  )
}
