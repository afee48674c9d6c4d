import { handOn } from '../records/handedOn.ts'
import { contentRoot } from '../roots.ts'
import { type Validation, validate } from '../validation/validate.ts'
import { siteKey } from './keptSite.ts'

/** The result of the checks, and the site's key before anything was read. */
interface Validated extends Validation {
  key: string
}

let validation: Validated | undefined

/** The result of checking content and data, with the records read; computed once per build. */
export function validated(): Validated {
  if (!validation) {
    const key = siteKey()
    validation = { ...validate(contentRoot), key }
    handOn(validation.editions)
  }
  return validation
}
