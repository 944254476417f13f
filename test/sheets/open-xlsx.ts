import { strFromU8, unzipSync } from 'fflate'

export interface OpenedSheet {
  readonly name: string
  /** A text as it is, a number with how it is shown; what is empty at the end of a row is left out. */
  readonly rows: readonly (readonly (string | { readonly value: number; readonly format: string } | null)[])[]
  readonly xml: string
}

/** Reads a workbook as Excel would, by its own parts alone. */
export function openXlsx(bytes: Uint8Array): readonly OpenedSheet[] {
  const files = unzipSync(bytes)
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const texts = all(read('xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs).map(([, si = '']) => textOf(si))
  const formats = formatsIn(read('xl/styles.xml'))
  const names = all(read('xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g).map(([, name = '']) => plain(name))
  return names.map((name, at) => {
    const xml = read(`xl/worksheets/sheet${at + 1}.xml`)
    const rows = all(xml, /<row [^>]*r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs).map(([, , cells = '']) =>
      cellsIn(cells, texts, formats),
    )
    return { name, rows, xml }
  })
}

function cellsIn(xml: string, texts: readonly string[], formats: readonly string[]) {
  const row: (string | { value: number; format: string } | null)[] = []
  for (const [, attributes = '', inner = ''] of all(xml, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const column = columnOf(/r="([A-Z]+)/.exec(attributes)?.[1] ?? 'A')
    const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1]
    if (value === undefined) continue
    while (row.length < column) row.push(null)
    const style = Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0)
    row.push(
      /t="s"/.test(attributes) ? (texts[Number(value)] ?? '') : { value: Number(value), format: formats[style] ?? '' },
    )
  }
  return row
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The format of each style; 3, 9 and 10 are built in. */
function formatsIn(styles: string): readonly string[] {
  const own = new Map<string, string>([
    ['3', '#,##0'],
    ['9', '0%'],
    ['10', '0.00%'],
  ])
  for (const [, id = '', code = ''] of all(styles, /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g))
    own.set(id, plain(code))
  const [, cells = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? []
  return all(cells, /<xf [^>]*?numFmtId="(\d+)"|<xf (?![^>]*numFmtId)/g).map(([, id = '']) => own.get(id) ?? '')
}

function textOf(si: string): string {
  return all(si, /<t[^>]*>(.*?)<\/t>/gs)
    .map(([, words = '']) => plain(words))
    .join('')
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function all(text: string, pattern: RegExp): readonly RegExpMatchArray[] {
  return [...text.matchAll(pattern)]
}
