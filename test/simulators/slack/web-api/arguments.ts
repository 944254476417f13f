import { z } from 'zod'
import { parsedJson } from '../../shared/json.ts'

/** Forms carry everything as text. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform(value => value === true || value === 'true' || value === '1')

export const count = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(Number)

export const text = z.string()
export const ts = z.string().regex(/^\d+\.\d{6}$/)

/** Something nested: JSON in a form, itself in a JSON body. */
export function nested<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(value => (typeof value === 'string' ? parsedJson(value) : value), schema)
}

export const list = z.string().transform(value => value.split(',').filter(each => each !== ''))
