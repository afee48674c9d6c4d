import { parseArgs } from 'node:util'

/** Says why a command does nothing, a line each, and ends it. */
export function refuse(...lines: string[]): never {
  for (const line of lines) console.error(line)
  process.exit(1)
}

/** What a command may be told besides its files: `text` options with a word after them, `flag` options without. */
type Options = Record<string, 'text' | 'flag'>

/** The options and files of a command; ends the command when there is one that it does not know. */
export function readArguments<Names extends Options>(
  options: Names,
): { told: { [Name in keyof Names]?: string }; files: string[] } {
  const types = Object.fromEntries(
    Object.entries(options).map(([name, kind]) => [
      name,
      { type: kind === 'text' ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ options: types, allowPositionals: true })
  } catch {
    const known = Object.keys(options).map((name) => `--${name}`)
    return refuse(
      `命令后面有不认识的写法：${process.argv.slice(2).join(' ')}`,
      `只有 ${known.join('、')}，都写在 -- 后面`,
    )
  }
  const told: Record<string, string> = {}
  const files = [...parsed.positionals]
  for (const [name, kind] of Object.entries(options)) {
    const own = parsed.values[name]
    // Without `--` npm keeps an option to itself and hands on the word after it: --dry-run would import after all.
    const kept = process.env[`npm_config_${name.replaceAll('-', '_')}`]
    if (own !== undefined) told[name] = String(own)
    else if (kept)
      told[name] = kept === 'true' && kind === 'text' ? (files.splice(1, 1)[0] ?? '') : kept
  }
  return { told: told as { [Name in keyof Names]?: string }, files }
}
