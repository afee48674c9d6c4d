import { handOn } from '../records/handedOn.ts'
import { contentRoot } from '../roots.ts'
import { type Validation, validate } from '../tools/validate.ts'

let validation: Validation | undefined

/** What the checks have found in content and data, and the records they have read: once for the whole build. */
export function validated(): Validation {
  if (!validation) {
    validation = validate(contentRoot)
    handOn(validation.editions)
  }
  return validation
}
