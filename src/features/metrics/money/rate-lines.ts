import type { LocalDate } from '../../../calendar/dates.ts'
import { readDate } from '../../../commands/arguments.ts'
import type { DatedRate } from './conversion.ts'
import { readCurrency } from './currency.ts'

export interface RateFault {
  readonly line: number
  readonly said: string
  readonly problem: 'currency' | 'own' | 'rate' | 'date' | 'future'
}

interface Around {
  /** The team's own currency. */
  readonly into: string
  readonly today: LocalDate
}

/** Reads lines of `USD 7.1`, `USD = 7.1 2026-11-01` or `美元,7.1,11月1日`; without a day, today's. A header is passed over. */
export function readRateLines(
  text: string,
  around: Around,
): { readonly rates: readonly DatedRate[]; readonly faults: readonly RateFault[] } {
  const lines = text.normalize('NFKC').split(/\r\n|\r|\n/)
  const rates: DatedRate[] = []
  const faults: RateFault[] = []
  for (const [at, typed] of lines.entries()) {
    const line = typed.trim()
    if (line === '' || header.test(line)) continue
    const read = readLine(line, around)
    if (typeof read === 'string') faults.push({ line: at + 1, said: line, problem: read })
    else rates.push(read)
  }
  return { rates, faults }
}

const header = /^(?:currency|币种)[\s,]/i

function readLine(line: string, { into, today }: Around): DatedRate | RateFault['problem'] {
  const [name = '', digits = '', ...when] = line.split(/[\s,=:]+/)
  const currency = readCurrency(name)
  if (currency === null) return 'currency'
  if (currency === into) return 'own'
  const rate = /^\d{1,8}(?:\.\d{1,8})?$/.test(digits) ? Number(digits) : 0
  if (rate === 0) return 'rate'
  const date = when.length === 0 ? today : readDate(when.join(' '), today, 'near')
  if (date === null) return 'date'
  return date > today ? 'future' : { currency, date, rate }
}
