import { z } from 'zod'
import { recount } from '../../features/metrics/recount.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Ledger, Promised } from './ledger.ts'
import type { Verdict } from './verdict.ts'

const valuesSchema = z.record(z.string(), z.number())

/** Every plan and report that was acknowledged is there once, with the numbers that were said, and no other one is. */
export async function judgeReports(db: Tx, teamId: string, { promised }: Ledger): Promise<Verdict> {
  const accounts = await db.account.findMany({ include: { person: { include: { members: true } } } })
  const who = new Map(accounts.flatMap(({ accountId, person }) => person.members.map(({ id }) => [id, accountId])))
  const rows = await db.report.findMany({ where: { teamId } })
  const kept = rows.map(({ memberId, kind, date, values }) => ({
    key: `${who.get(memberId)} ${kind} ${date}`,
    values: valuesSchema.parse(values),
  }))
  const byKey = Map.groupBy(kept, ({ key }) => key)
  return {
    promise: { zh: '确认过的计划和日报都在，且只有一份', en: 'Every acknowledged plan and report is there once' },
    looked: promised.size,
    offenders: [
      ...[...promised].flatMap(([key, wanted]) => faultOf(key, wanted, byKey.get(key) ?? [])),
      ...kept.filter(({ key }) => !promised.has(key)).map(({ key }) => `nobody said: ${key}`),
    ],
  }
}

function faultOf(
  key: string,
  { values }: Promised,
  kept: readonly { values: Promised['values'] }[],
): readonly string[] {
  const [only, ...more] = kept
  if (!only) return [`lost: ${key}`]
  if (more.length > 0) return [`${kept.length} times: ${key}`]
  const keys = [...new Set([...Object.keys(values), ...Object.keys(only.values)])]
  const isSame = keys.every(metric => values[metric] === only.values[metric])
  return isSame ? [] : [`${key} says ${JSON.stringify(only.values)} and not ${JSON.stringify(values)}`]
}

/** The sums behind boards are those of the reports. */
export async function judgeFigures(db: Tx, { promised }: Ledger): Promise<Verdict> {
  const drifts = await recount(db)
  const reported = [...promised.values()].filter(({ kind }) => kind === 'report')
  const said = reported.flatMap(({ values }) => Object.values(values)).reduce((sum, value) => sum + value, 0)
  const { _sum } = await db.metricDay.aggregate({ _sum: { value: true } })
  const counted = _sum.value?.toNumber() ?? 0
  return {
    promise: { zh: '榜单的数字等于日报之和', en: 'The sums are those of the reports' },
    looked: await db.metricDay.count(),
    offenders: [
      ...drifts.map(({ memberId, metricId, date }) => `drifted: ${memberId} ${metricId} ${date}`),
      ...(counted === said ? [] : [`all sums make ${counted}, all reports ${said}`]),
    ],
  }
}

/** What came twice was handled once, and nothing was left over. */
export async function judgeEvents(db: Tx, { events }: Ledger): Promise<Verdict> {
  const rows = await db.inboundEvent.findMany({ select: { eventId: true, state: true } })
  const handled = new Set(rows.map(({ eventId }) => eventId))
  return {
    promise: { zh: '每条来信处理一次', en: 'Every message was handled once' },
    looked: events.size,
    offenders: [
      ...[...events].filter(id => !handled.has(id)).map(id => `lost: ${id}`),
      ...rows.filter(({ state }) => state !== 'handled').map(({ eventId, state }) => `${state}: ${eventId}`),
    ],
  }
}
