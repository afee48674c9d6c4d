import { z } from 'zod'

/** What a field is for, beyond its type: the key of its record, words of the site's own, or a reference. */
export type FieldRole = { role: 'key' } | { role: 'copy' } | { role: 'reference'; to: string }

/** The role of every field that has one; the checks read it instead of a list of field names. */
export const fieldRoles = z.registry<FieldRole>()

/** What null says in a field where it does not say 未公布: a word, 无 where there simply is none. */
export const absences = z.registry<{ word: string }>()

/** Words the site writes itself: a quantity in them must be a placeholder bound to an indicator. */
export const copyText = z.string().min(1).register(fieldRoles, { role: 'copy' })

/** The key of a record in another register: a file of data/ by its name, or the chapters of content/. */
export const reference = (to: string) =>
  z.string().min(1).register(fieldRoles, { role: 'reference', to })

/** Whether an address is one that a reader elsewhere can open: a host with a name of its own, not this machine or its network. */
export function isPublicAddress(address: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) return false
  const { hostname, username } = new URL(address)
  const labels = hostname.split('.')
  const isLocal = /^(?:localhost|10|127|192\.168)(?:\.|$)|\.local$/.test(hostname)
  return labels.length > 1 && labels.every(Boolean) && !isLocal && username === ''
}

/** An address that a reader can open; any other scheme (javascript:) could run what it names. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .refine(isPublicAddress, { message: '应为别人也打得开的完整网址，例如 https://www.example.org/' })
