import { handOn } from '../records/handedOn.ts'
import { contentRoot } from '../roots.ts'
import { type Validation, validate } from '../validation/validate.ts'
import { siteKey } from './keptSite.ts'

/** What was checked, and the key that the site had before anything of it was read. */
interface Validated extends Validation {
  key: string
}

let validation: Validated | undefined

/** What the checks have found in content and data, and the records they have read: once for the whole build. */
export function validated(): Validated {
  if (!validation) {
    const key = siteKey()
    validation = { ...validate(contentRoot), key }
    handOn(validation.editions)
  }
  return validation
}
