import { join } from 'node:path'
import { projectRoot } from '../roots.ts'
import { type Input, keyOf, Store } from './store.ts'

const variable = 'BUILD_STORE'

/** Lets what this process makes be kept, and taken from what was: in BUILD_STORE, or `.cache/` of the project. */
export function useStore(): Store {
  process.env[variable] ??= join(projectRoot, '.cache')
  return new Store(process.env[variable])
}

/**
 * What some inputs and the code as it stands decide, taken from the store of the build that is running; made where it
 * is not there, or where nothing keeps anything. `kind` names what is made.
 */
export async function kept(
  kind: string,
  inputs: readonly Input[],
  create: () => Uint8Array | Promise<Uint8Array>,
): Promise<Buffer<ArrayBuffer>> {
  const folder = process.env[variable]
  if (!folder) return Buffer.from(await create())
  const store = new Store(folder)
  const key = keyOf(kind, ...inputs)
  const known = store.get(key)
  if (known) return known
  const made = await create()
  store.put(key, made)
  return Buffer.from(made)
}
