import { XMLParser } from 'fast-xml-parser'
import { parser } from 'sax'

const reader = new XMLParser({ ignoreAttributes: false, parseTagValue: false })

/** What a text of XML holds, its attributes named with `@_`; throws where it is not well formed. */
export function readXml(text: string) {
  const strict = parser(true)
  strict.onerror = (error) => {
    throw error
  }
  strict.write(text).close()
  return reader.parse(text)
}
