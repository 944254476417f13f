import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentsOf } from '../../../adapters/dingtalk/reports-mirror/contents.ts'
import { createReportsMirror } from '../../../adapters/dingtalk/reports-mirror/mirror.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import type { MirroredReport } from '../../../src/platform/adapter.ts'
import { openCompany } from './cards-company.ts'

const create = '/topapi/report/create'
const byName = '/topapi/report/template/getbyname'

const report: MirroredReport = {
  id: 'r1',
  revision: 1,
  accountId: 'li01',
  lang: 'zh',
  title: '日报 · 11月20日 周五',
  entries: [
    { names: ['电话', 'Calls', 'calls'], text: '25' },
    { names: ['签单额', 'Revenue'], text: '8万' },
    { names: ['已完成', 'Done'], text: '跟进华为\n见中建' },
    { names: ['未完成', 'Not done'], text: '写方案' },
    { names: ['卡点', 'Blockers'], text: '合同等*盖章*' },
  ],
}
const template = { id: 't1', name: '日报', fields: ['今日完成工作', '未完成工作', '需协调工作', '备注'] }

async function open(options: Parameters<typeof openCompany>[0] = {}) {
  const company = await openCompany(options)
  company.dingtalk.addReportTemplate(template)
  const clock = new MovableClock({ frozenAt: new Date('2026-11-20T10:00:00Z') })
  const { client, memory } = company
  const start = () => createReportsMirror({ client, templateName: '日报', memory, clock })
  return { ...company, clock, start, ...start() }
}

let company: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  company = await open()
})
afterEach(() => company.dingtalk.close())

const said = async () => (await company.check()).map(({ level, said: { zh } }) => `${level} ${zh}`).join('\n')
const calls = (path: string) => company.dingtalk.calls.filter(call => call.path === path).length

describe('a report in 钉钉日志', () => {
  it('stands in the fields that are called as it is, and everything else in the first', async () => {
    await company.mirror(report)
    expect(company.dingtalk.reports()).toMatchObject([
      {
        staffId: 'li01',
        template: '日报',
        contents: [
          {
            key: '今日完成工作',
            content: '日报 · 11月20日 周五  \n电话：25  \n签单额：8万  \n已完成  \n跟进华为  \n见中建',
          },
          { key: '未完成工作', content: '写方案' },
          { key: '需协调工作', content: '合同等*\u200b盖章*\u200b' },
        ],
      },
    ])
    expect(await said()).toBe('ok 日报同步到钉钉日志（模板“日报”），最近一次 2026-11-20T10:00:00.000Z')
  })

  it('is filed once, however often it is handed in, and anew when it was changed', async () => {
    await company.mirror(report)
    await company.mirror(report)
    await company.start().mirror(report)
    expect(company.dingtalk.reports()).toHaveLength(1)
    await company.mirror({ ...report, revision: 2 })
    expect(company.dingtalk.reports()).toHaveLength(2)
  })

  it('is filed once when two changes in quick succession find the same', async () => {
    await Promise.all([company.mirror(report), company.mirror(report)])
    expect(company.dingtalk.reports()).toHaveLength(1)
    expect(await said()).toMatch(/^ok/)
  })

  it('asks for the template only now and then', async () => {
    await company.mirror(report)
    await company.mirror({ ...report, id: 'r2', accountId: 'wang01' })
    expect(calls(byName)).toBe(1)
    company.clock.moveTo(new Date('2026-11-20T11:00:00Z'))
    await company.mirror({ ...report, id: 'r3' })
    expect(calls(byName)).toBe(2)
  })

  it.each([byName, create])('may be filed later when it certainly was not, at %s', async path => {
    company.dingtalk.failNext(path, { status: 503 })
    await expect(company.mirror(report)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await said()).toMatch(/^warning/)
    await company.mirror(report)
    expect(company.dingtalk.reports()).toHaveLength(1)
    expect(await said()).toMatch(/^ok/)
  })

  it.each([{ status: 504 }, { drop: true }] as const)('is not filed twice when nobody answered: %j', async failure => {
    company.dingtalk.failNext(create, { ...failure, afterEffect: true })
    await expect(company.mirror(report)).rejects.toMatchObject({ kind: 'uncertain' })
    await expect(company.start().mirror(report)).rejects.toMatchObject({ kind: 'uncertain' })
    expect(company.dingtalk.reports()).toHaveLength(1)
    expect(await said()).toContain('it may have been filed before')
  })

  it('is not filed twice when a process died over it', async () => {
    await company.memory.add('report:r1:1', 1)
    await expect(company.mirror(report)).rejects.toMatchObject({ kind: 'uncertain' })
    expect(calls(create)).toBe(0)
  })

  it('tells the doctor what is wrong with the template, and never a word of the report', async () => {
    const other = await open()
    const { mirror, check } = createReportsMirror({ ...other, templateName: '没有的' })
    await expect(mirror(report)).rejects.toMatchObject({ kind: 'unreachable' })
    const [found] = await check()
    expect(found).toMatchObject({ level: 'warning', todo: { zh: expect.stringContaining('没有的') } })
    expect(JSON.stringify(found)).not.toContain('华为')
    await other.dingtalk.close()
  })

  it('takes what cannot be read for unknown, not for nothing', async () => {
    const get = async () => {
      throw new Error('out of reach')
    }
    const { check } = createReportsMirror({ ...company, memory: { ...company.memory, get }, templateName: '日报' })
    expect(await check()).toMatchObject([{ level: 'ok', said: { en: expect.stringContaining('cannot be read now') } }])
  })

  it('waits for no operator when the permission is missing', async () => {
    const other = await open({ permissions: [] })
    await expect(other.mirror(report)).rejects.toMatchObject({ kind: 'unauthorized' })
    expect(await other.check()).toMatchObject([{ todo: { en: expect.stringContaining('qyapi_report_query') } }])
    await other.dingtalk.close()
  })

  it('leaves the last calls of the month to replies', async () => {
    const other = await open({ monthlyCalls: 10 })
    await other.memory.add(`calls:${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)}`, 9)
    await expect(other.mirror(report)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(other.dingtalk.reports()).toEqual([])
    await other.dingtalk.close()
  })

  it('is none of people from outside', async () => {
    await company.mirror({ ...report, accountId: 'x:$:LWCP_v1:$guest' })
    expect(calls(byName)).toBe(0)
  })

  it('says that none was filed yet', async () => {
    expect(await said()).toBe('ok 日报会同步到钉钉日志（模板“日报”），还没有同步过')
  })
})

describe('the fields of a template', () => {
  const text = (name: string, sort: number) => ({ name, sort, type: 1 })

  it('are filled by the team’s own names too, however they are written', () => {
    const filled = contentsOf([text('总结', 0), text(' CALLS ', 1), { name: '签单额', sort: 2, type: 2 }], report)
    expect(filled?.map(({ key, content }) => [key, content.split('  \n')[0]])).toEqual([
      ['总结', report.title],
      [' CALLS ', '25'],
    ])
    // What is no bare number has no place in a field for numbers.
    expect(filled?.[0]?.content).toContain('签单额：8万')
  })

  it('that are for numbers take numbers', () => {
    const filled = contentsOf([{ name: '电话', sort: 0, type: 2 }, text('总结', 1)], report)
    expect(filled?.[0]).toEqual({ key: '电话', sort: '0', type: '2', content_type: 'markdown', content: '25' })
    expect(filled?.[1]?.content).not.toContain('电话')
  })

  it('hold a thousand characters, cut between code points', () => {
    for (const length of [940, 941, 942]) {
      const long = { ...report, title: 'x'.repeat(length), entries: [{ names: ['a'], text: '😀'.repeat(100) }] }
      const content = contentsOf([text('总结', 0)], long)?.[0]?.content ?? ''
      expect(content.length).toBeGreaterThan(998)
      expect(content.length).toBeLessThanOrEqual(1_000)
      expect(content.isWellFormed()).toBe(true)
      expect(content.endsWith('…')).toBe(true)
    }
  })

  it('may not be filled at all without one for text', () => {
    expect(contentsOf([{ name: '电话', sort: 0, type: 2 }], report)).toBeNull()
  })
})
