import { join } from 'node:path'
import { projectRoot } from '../roots.ts'
import { type Input, keyOf, Store } from './store.ts'

const variable = 'BUILD_STORE'

/** Activates the store for this process: in BUILD_STORE, or in the project's `.cache/`. */
export function useStore(): Store {
  process.env[variable] ??= join(projectRoot, '.cache')
  return new Store(process.env[variable])
}

/**
 * The result for some inputs from the active store, where the key includes the present code; computed and stored if it
 * is not there, and only computed if no store is active. `kind` names the kind of result.
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
