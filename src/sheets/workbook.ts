import { z } from 'zod'

/** A text is a text, whatever it looks like: nothing that a person wrote becomes a formula. */
const cell = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.object({ date: z.iso.date() }),
  /** 35 is 35 %. */
  z.object({ percent: z.number() }),
  z.object({
    money: z.number(),
    /** ISO code; none where everybody knows. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .exactOptional(),
  }),
])

const column = z.object({
  label: z.string(),
  /** In characters; made to fit what is in the column unless told. */
  width: z.number().positive().exactOptional(),
})

/** Stands below the rows and the notes. */
const picture = z.object({
  /** Of a picture that is kept. */
  ref: z.string(),
  alt: z.string(),
})

const sheet = z.object({
  name: z.string().min(1),
  columns: z.array(column).min(1),
  rows: z.array(z.array(cell)),
  /** Said below the rows, such as what was left out. */
  notes: z.array(z.string()).exactOptional(),
  pictures: z.array(picture).exactOptional(),
})

/** What is in a spreadsheet: plain data, which can be kept and compared before anything is written. */
export const workbookSchema = z.object({ sheets: z.array(sheet).min(1) })

export type Workbook = z.infer<typeof workbookSchema>
export type Sheet = Workbook['sheets'][number]
export type Cell = z.infer<typeof cell>
