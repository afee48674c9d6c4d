import { z } from 'zod'

/** The purpose of a field beyond its type: the key of its record, the site's own words, the day on which something was done, or a reference. */
export type FieldRole =
  | { role: 'key' }
  | { role: 'copy' }
  | { role: 'day' }
  | { role: 'reference'; to: string }

/** The role of every field that has one; the checks read this registry instead of a list of field names. */
export const fieldRoles = z.registry<FieldRole>()

/** The word for null in a field where null does not mean 未公布, such as 无. */
export const absences = z.registry<{ word: string }>()

/** Words of the site's own, in which a quantity must be a placeholder bound to an indicator. */
export const copyText = z.string().min(1).register(fieldRoles, { role: 'copy' })

/** The key of a record in another register: a file of data/ by its name, or the chapters of content/. */
export const reference = (to: string) =>
  z.string().min(1).register(fieldRoles, { role: 'reference', to })

/**
 * Whether an address can be opened by any reader: its host must have a public name, not be this machine or its network.
 */
export function isPublicAddress(address: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) return false
  const { hostname, username } = new URL(address)
  const labels = hostname.split('.')
  const isLocal = /^(?:localhost|10|127|192\.168)(?:\.|$)|\.local$/.test(hostname)
  return labels.length > 1 && labels.every(Boolean) && !isLocal && username === ''
}

/** An address that any reader can open; other schemes (such as javascript:) could run code. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .refine(isPublicAddress, { message: '应为别人也打得开的完整网址，例如 https://www.example.org/' })
