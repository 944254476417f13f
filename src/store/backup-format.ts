/**
 * A backup file is gzipped JSON lines:
 *
 *     {"format":"bellwether-backup","version":1,"createdAt":…,"migrations":[…],"tables":[…],"sequences":[…]}
 *     {"table":"Member"}
 *     ["018f…","Li","2026-03-05 09:00:00.123",null]        one line for each row, see table-rows.ts
 *     {"totals":{"Member":{"rows":1,"sum":"…"}}}            the last line: its absence shows that the file was cut off
 */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { codeOf } from '../base/errors.ts'
import { StoreError } from './faults.ts'

export const FORMAT = 'bellwether-backup'
export const VERSION = 1

const Kind = z.object({ format: z.literal(FORMAT), version: z.int() })
const Column = z.object({ name: z.string(), type: z.string() })
const Header = Kind.extend({
  createdAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(Column).readonly() })),
  sequences: z.array(
    z.object({
      name: z.string(),
      last: z
        .string()
        .regex(/^-?\d+$/)
        .nullable(),
    }),
  ),
})
const TableLine = z.object({ table: z.string() })
const Totals = z.object({ totals: z.record(z.string(), z.object({ rows: z.int(), sum: z.string() })) })

export type Header = z.infer<typeof Header>
export type Totals = z.infer<typeof Totals>['totals']

export type Part =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'row'; readonly line: string }
  | { readonly kind: 'totals'; readonly totals: Totals }

/** Reads a backup part by part, the header first and the totals last, or throws the `StoreError` that says why it cannot. */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  let first = true
  let ended = false
  for await (const line of gunzippedLines(file)) {
    const part = first ? parseHeader(line) : parsePart(line)
    first = false
    ended = part.kind === 'totals'
    yield part
  }
  if (first) throw unreadable()
  if (!ended) throw truncated()
}

function parseHeader(line: string): Part {
  const json = parseJson(line)
  const kind = Kind.safeParse(json)
  if (!kind.success) throw unreadable()
  if (kind.data.version > VERSION) throw newer()
  const header = Header.safeParse(json)
  if (!header.success) throw damaged(header.error)
  return { kind: 'header', header: header.data }
}

function parsePart(line: string): Part {
  if (line.startsWith('[')) return { kind: 'row', line }
  const json = parseJson(line)
  const table = TableLine.safeParse(json)
  if (table.success) return { kind: 'table', table: table.data.table }
  const totals = Totals.safeParse(json)
  if (totals.success) return { kind: 'totals', totals: totals.data.totals }
  throw damaged()
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Split at \n alone: `readline` also splits at U+2028, which people's texts may hold. */
async function* gunzippedLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const text = source.pipe(createGunzip())
  source.on('error', error => text.destroy(error))
  text.setEncoding('utf8')
  let rest = ''
  let bytes = 0
  try {
    for await (const chunk of text) {
      bytes += chunk.length
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    throw readFault(error, bytes > 0)
  } finally {
    source.destroy()
  }
  if (rest !== '') throw truncated()
}

function readFault(error: unknown, begun: boolean): unknown {
  const code = codeOf(error)
  if (code === 'Z_BUF_ERROR') return truncated(error)
  if (code === 'Z_DATA_ERROR') return begun ? damaged(error) : unreadable(error)
  return error
}

const unreadable = (cause?: unknown) =>
  new StoreError(
    'backup-unreadable',
    { zh: '这个文件不是领头羊的备份。', en: 'This file is not a backup of Bellwether.' },
    { cause },
  )

const truncated = (cause?: unknown) =>
  new StoreError(
    'backup-truncated',
    {
      zh: '备份文件不完整，后半部分缺失。数据库未被改动。',
      en: 'The backup is cut off: its end is missing. The database was not changed.',
    },
    { cause },
  )

export const damaged = (cause?: unknown) =>
  new StoreError(
    'backup-damaged',
    {
      zh: '备份文件已损坏，内容与校验和不符。数据库未被改动。',
      en: 'The backup is damaged: its content does not agree with its checksums. The database was not changed.',
    },
    { cause },
  )

export const newer = () =>
  new StoreError('backup-newer', {
    zh: '这个备份由更新版本的领头羊写成。请先升级，再恢复。',
    en: 'This backup was written by a newer version of Bellwether. Upgrade first, then restore it.',
  })
