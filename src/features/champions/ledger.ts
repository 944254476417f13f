import { createHash } from 'node:crypto'
import type { Rule, Verdict } from './award.ts'

/** An entry as the proof names it. */
export interface LedgerEntry {
  readonly id: bigint
  readonly metricId: string
  readonly memberId: string
  readonly date: string
  /** As decimal digits, so that nothing is rounded on the way. */
  readonly value: string
  readonly source: string
  readonly replaces: bigint | null
  readonly createdAt: Date
}

type Facts = Pick<Verdict, 'metricKey' | 'period' | 'rule' | 'winners' | 'value' | 'asOf' | 'lastEntryId'>

/**
 * The canonical export, one record a line in CSV: what was decided by, every entry that had a say (those that correct them
 * too), and what came of it. People are numbered in it, so that it can be checked by somebody who knows no ids.
 */
export function ledgerOf(facts: Facts, entries: readonly LedgerEntry[]): readonly string[] {
  const { metricKey, period, rule, winners, value, asOf, lastEntryId } = facts
  const { into = '', foreign = [], rates = [] } = rule.conversion ?? {}
  const numberOf = new Map(rule.members.map(({ memberId }, at) => [memberId, at + 1]))
  const keyOf = new Map(rule.metrics.map(({ id, key }) => [id, key]))
  return [
    line('champion', rule.version, period.key, period.from, period.to, metricKey, rule.direction),
    line('counted', asOf.toISOString(), lastEntryId),
    ...rule.metrics.map(({ key, aggregation, formula }) =>
      line('metric', key, aggregation, formula ? JSON.stringify(formula) : ''),
    ),
    ...foreign.map(({ key, currency }) => line('currency', key, currency, into)),
    ...rates.map(({ currency, date, rate }) => line('rate', currency, date, decimals(rate))),
    ...rule.members.map(({ name }, at) => line('member', at + 1, name)),
    ...entries
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, metricId, memberId, date, value, source, replaces, createdAt }) =>
        line(
          ...(['entry', id, keyOf.get(metricId) ?? '', numberOf.get(memberId) ?? 0, date, value] as const),
          ...[source, replaces ?? '', createdAt.toISOString()],
        ),
      ),
    ...winners.map(({ memberId }) => line('winner', numberOf.get(memberId) ?? 0, value)),
  ]
}

/** The fingerprint of an export: sha256 over its lines, each with its line end. */
export function proofOf(lines: readonly string[]): string {
  return createHash('sha256')
    .update(lines.map(one => `${one}\n`).join(''))
    .digest('hex')
}

export function line(...parts: readonly (string | number | bigint)[]): string {
  return parts.map(part => cell(String(part))).join(',')
}

/** A rate has eight decimals at most, and is never written as 1e-8. */
function decimals(rate: number): string {
  return rate.toFixed(8).replace(/\.?0+$/, '')
}

/** No cell has a line end, so a record never is more than a line. */
function cell(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ')
  return /[",]/.test(oneLine) ? `"${oneLine.replaceAll('"', '""')}"` : oneLine
}

/** The entries that count: in those days, and not corrected by any other. */
export function counting(
  entries: readonly LedgerEntry[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly LedgerEntry[] {
  const replaced = new Set(entries.map(({ replaces }) => replaces))
  return entries.filter(({ id, date }) => from <= date && date <= to && !replaced.has(id))
}

/** What anybody may trace: an entry of somebody who was first. */
export function ofWinners(
  { rule, winners }: { readonly rule: Rule; readonly winners: readonly { readonly memberId: string }[] },
  entries: readonly LedgerEntry[],
): readonly (LedgerEntry & { readonly name: string })[] {
  const names = new Map(
    rule.members
      .filter(({ memberId }) => winners.some(winner => winner.memberId === memberId))
      .map(({ memberId, name }) => [memberId, name]),
  )
  return entries.flatMap(entry => {
    const name = names.get(entry.memberId)
    return name === undefined ? [] : [{ ...entry, name }]
  })
}
