import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/base/errors.ts'
import { readRequest } from '../../../src/features/summaries/request.ts'

const today = '2026-11-20'
const keyOf = (rest: string) => readRequest(rest, 'week', today).period.key

describe('what follows /summary', () => {
  it.each([
    ['', '2026-W47'],
    ['上周', '2026-W46'],
    ['last month', '2026-10'],
    ['２０２６－Ｑ３', '2026-Q3'],
    ['2026', '2026'],
    ['2026-11-01..2026-11-15', '2026-11-01..2026-11-15'],
    ['2026-11-15 至 2026-11-01', '2026-11-01..2026-11-15'],
  ])('may be %j', (rest, key) => {
    expect(readRequest(rest, 'week', today)).toMatchObject({ period: { key }, asFile: false })
  })

  it.each(['xlsx', '上周 xlsx', 'XLSX 上周', '上周　Excel', '表格 上周'])('asks for a file: %s', rest => {
    expect(readRequest(rest, 'week', today).asFile).toBe(true)
    expect(keyOf(rest)).toBe(rest === 'xlsx' ? '2026-W47' : '2026-W46')
  })

  it.each([
    ['明年', 'summary-not-yet'],
    ['2026-12', 'summary-not-yet'],
    ['2025-01-01..2026-06-30', 'summary-too-long'],
    ['2026-02-31..2026-03-02', 'summary-unclear'],
    ['2026-13', 'summary-unclear'],
    ['上周 上月', 'summary-unclear'],
    ['=1+1', 'summary-unclear'],
  ])('is refused with what would work: %s', (rest, code) => {
    const refusal = (() => {
      try {
        return readRequest(rest, 'week', today)
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toBeInstanceOf(UserError)
    expect(refusal).toMatchObject({ code })
    if (refusal instanceof UserError) for (const said of Object.values(refusal.words)) expect(said).toContain('/')
  })
})
