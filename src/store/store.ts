import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isAbandoned } from './abandoned.ts'
import { codeVersion } from './codeVersion.ts'

/** An input that decides a result; bytes count by their hash, everything else as JSON. */
export type Input = Uint8Array | string | number | boolean | null | undefined | readonly Input[]

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

const plain = (input: Input): unknown => {
  if (input instanceof Uint8Array) return { sha256: sha256(input).toString('hex') }
  return Array.isArray(input) ? input.map(plain) : (input ?? null)
}

/** The key of a result, from its kind, its inputs and the present code. */
export const keyOf = (kind: string, ...inputs: Input[]): string =>
  `${kind}-${sha256(JSON.stringify([codeVersion(), kind, ...inputs.map(plain)])).toString('hex')}`

const digestLength = 32

/** Entries that no build has used for this many days are deleted. */
const keptDays = 30

/**
 * Results of earlier builds by key (`keyOf`): the same inputs give the same bytes. Every entry begins with its own
 * digest, so that a damaged one counts as missing. The folder may be deleted at any time.
 */
export class Store {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  #file(key: string): string {
    const at = key.lastIndexOf('-') + 1
    return join(this.#folder, key.slice(at, at + 2), key)
  }

  #read(key: string): Buffer<ArrayBuffer> | undefined {
    const file = this.#file(key)
    if (!existsSync(file)) return undefined
    const entry = readFileSync(file)
    const bytes = entry.subarray(digestLength)
    return sha256(bytes).equals(entry.subarray(0, digestLength)) ? bytes : undefined
  }

  /** The bytes under a key; undefined if there are none or they are damaged. */
  get(key: string): Buffer<ArrayBuffer> | undefined {
    const bytes = this.#read(key)
    if (bytes) utimesSync(this.#file(key), new Date(), new Date())
    return bytes
  }

  /** Stores bytes under a key; an interrupted write leaves no entry. */
  put(key: string, bytes: Uint8Array): void {
    const file = this.#file(key)
    mkdirSync(dirname(file), { recursive: true })
    const unfinished = `${file}.${process.pid}.tmp`
    writeFileSync(unfinished, sha256(bytes))
    writeFileSync(unfinished, bytes, { flag: 'a' })
    renameSync(unfinished, file)
  }

  /** Takes over every sound entry of another store's folder, which is only read: it may be somebody else's. */
  adopt(folder: string): void {
    const other = new Store(folder)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const bytes = entry.isFile() ? other.#read(entry.name) : undefined
      if (bytes) this.put(entry.name, bytes)
    }
  }

  /** Deletes entries that no build has used for long, and the remains of interrupted writes. */
  tidy(): void {
    if (!existsSync(this.#folder)) return
    for (const entry of readdirSync(this.#folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      const days = (Date.now() - statSync(file).mtimeMs) / 86_400_000
      if (days > keptDays || isAbandoned(entry.name)) rmSync(file, { force: true })
    }
  }
}
