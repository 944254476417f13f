import { Buffer } from 'node:buffer'
import writeExcelFile, { type CellObject, type Image, type Sheet as Written } from 'write-excel-file/node'
import { sizeOfPng } from './png.ts'
import { sheetNames } from './sheet-names.ts'
import type { Cell, Sheet, Workbook } from './workbook.ts'

interface Picture {
  readonly bytes: Uint8Array
  readonly type: string
}

/** Writes a workbook as `.xlsx`. A picture that is not there, or that is no PNG, is described instead. */
export async function writeWorkbook(
  { sheets }: Workbook,
  pictureOf: (ref: string) => Promise<Picture | null>,
): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const drawn = await Promise.all(
    sheets.map(async (sheet, at) => ({ ...(await drawSheet(sheet, pictureOf)), sheet: names[at] ?? String(at + 1) })),
  )
  return new Uint8Array(await writeExcelFile(drawn).toBuffer())
}

type Drawn = Written<Image['content']> & { data: (CellObject | null)[][] }

async function drawSheet(sheet: Sheet, pictureOf: (ref: string) => Promise<Picture | null>): Promise<Drawn> {
  const { columns, rows, notes = [] } = sheet
  const header = columns.map(
    ({ label }) => ({ ...textCell(label), fontWeight: 'bold', backgroundColor: grey }) as const,
  )
  const data: Drawn['data'] = [header, ...rows.map(row => row.map(drawCell))]
  if (notes.length > 0) data.push([], ...notes.map(note => [textCell(note)]))
  const images: Image[] = []
  let free = data.length + 2
  for (const { ref, alt } of sheet.pictures ?? []) {
    const image = pictured(await pictureOf(ref), alt, free)
    if (image === null) data.push([textCell(alt)])
    else images.push(image)
    free += image === null ? 1 : Math.ceil(image.height / rowHeight) + 1
  }
  return {
    data,
    stickyRowsCount: 1,
    columns: columns.map(({ width }, at) => ({ width: width ?? widthFor(sheet, at) })),
    ...(images.length > 0 && { images }),
  }
}

const grey = '#EDEFF2'
/** Pixels of a row at its usual height. */
const rowHeight = 20

function drawCell(cell: Cell): CellObject | null {
  if (cell === null) return null
  if (typeof cell === 'string') return textCell(cell)
  if (typeof cell === 'number') return numberCell(cell, Number.isInteger(cell) ? '#,##0' : '#,##0.####')
  if ('date' in cell) return { type: Date, value: new Date(`${cell.date}T00:00:00Z`), format: 'yyyy-mm-dd' }
  if ('percent' in cell) return numberCell(cell.percent / 100, Number.isInteger(cell.percent) ? '0%' : '0.0#%')
  return numberCell(cell.money, cell.currency === undefined ? '#,##0.00' : `"${cell.currency}" #,##0.00`)
}

/** What no number can say, such as a ratio to nothing, is left empty. */
function numberCell(value: number, format: string): CellObject | null {
  return Number.isFinite(value) ? { type: Number, value, format } : null
}

/** The most that a cell of Excel's holds. */
const longest = 32_767

/**
 * Typed as text, so that `=1+1` stays what somebody wrote. The library looks texts up in a plain object, in which a text
 * such as `constructor` would find something else: a space keeps them apart.
 */
function textCell(text: string): CellObject {
  const value = text.slice(0, longest)
  return { type: String, value: value in Object.prototype ? `${value} ` : value, wrap: value.includes('\n') }
}

const widest = 48

/** Room for the longest of the first texts; what is longer than the widest column runs on. */
function widthFor({ columns, rows }: Sheet, at: number): number {
  const shown = rows.slice(0, 200).map(row => lengthOf(row[at] ?? null))
  return Math.min(widest, Math.max(8, columnsOf(columns[at]?.label ?? ''), ...shown) + 2)
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0
  if (typeof cell === 'string') return Math.max(...cell.split('\n').map(columnsOf))
  if (typeof cell === 'object' && 'money' in cell) return cell.money.toFixed(2).length + 6
  return 10
}

/** Chinese signs take two columns. */
function columnsOf(text: string): number {
  return [...text].reduce((width, sign) => width + (sign > '\u2e80' ? 2 : 1), 0)
}

const widestPicture = 760

function pictured(picture: Picture | null, alt: string, row: number): Image | null {
  const size = picture && sizeOfPng(picture.bytes)
  if (!picture || !size) return null
  const scale = Math.min(1, widestPicture / size.width)
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)]
  const content = Buffer.from(picture.bytes)
  return { content, contentType: 'image/png', width, height, dpi: 96, anchor: { row, column: 1 }, description: alt }
}
