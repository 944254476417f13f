import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'

/** Numbers stay as they are written: a message's id is longer than a number holds. */
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: false })

const cdata = /<!\[CDATA\[[\s\S]*?\]\]>/g
const instruction = /^\uFEFF?\s*<\?xml[^<>]*\?>/

const root = z.object({ xml: z.record(z.string(), z.unknown()) })

/**
 * What stands in `<xml>`, by the names of its elements; null for what is no XML. Where there is a document type, an entity
 * or an instruction, nothing is read at all: WeCom writes none, and they are good only for mischief. What people write
 * stands in CDATA, in which all of that are mere words.
 */
export function readXml(text: string): Readonly<Record<string, unknown>> | null {
  if (/<[!?]/.test(text.replace(instruction, '').replace(cdata, ''))) return null
  try {
    const read = root.safeParse(parser.parse(text, true))
    return read.success ? read.data.xml : null
  } catch {
    return null
  }
}
