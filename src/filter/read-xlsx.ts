import { Buffer } from 'node:buffer'
import { readSheet, type SheetData } from 'read-excel-file/node'
import { faultOf } from './faults.ts'
import type { Rows } from './read-list.ts'
import { repacked } from './repack.ts'

/** The rows of the first sheet, all cells as text. */
export async function readRows(bytes: Uint8Array): Promise<Rows> {
  // The mark of Microsoft's compound files: .xls, and .xlsx with a password.
  if (bytes.subarray(0, 4).join() === '208,207,17,224') return { ok: false, fault: faultOf('old-excel') }
  const packed = repacked(bytes)
  if (packed === 'swollen') return { ok: false, fault: faultOf('swollen-excel') }
  if (packed === 'unreadable') return { ok: false, fault: faultOf('unreadable-excel') }
  const sheet = await sheetOf(packed)
  if (sheet === null) return { ok: false, fault: faultOf('unreadable-excel') }
  const rows = sheet.map((row, at) => ({ line: at + 1, cells: row.map(cell => (cell === null ? '' : String(cell))) }))
  return { ok: true, rows: rows.filter(({ cells }) => cells.some(cell => cell.trim() !== '')) }
}

/** Whatever the library finds wrong in a file that somebody sent, the file is what is wrong. */
async function sheetOf(packed: Uint8Array): Promise<SheetData | null> {
  try {
    return await readSheet(Buffer.from(packed))
  } catch {
    return null
  }
}
