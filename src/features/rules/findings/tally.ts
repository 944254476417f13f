import { z } from 'zod'
import { DAY_MS } from '../../../calendar/dates.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { Rule } from '../rule.ts'

/** How a rule fared in a week. */
export interface Tally {
  readonly found: number
  /** In the week before. */
  readonly before: number
  /** Of those found, how often anybody was told. */
  readonly told: number
  /** For somebody to look at: chance may have made it look so. */
  readonly doubtful: number
  /** Of the doubtful in four weeks, what managers said of them. */
  readonly doubtfulRight: number
  readonly doubtfulWrong: number
  /** Of those found, not of the doubtful. */
  readonly wrong: number
  readonly appeals: number
  readonly accepted: number
  /** In four weeks. */
  readonly lately: number
}

const none: Tally = {
  ...{ found: 0, before: 0, told: 0, doubtful: 0, doubtfulRight: 0, doubtfulWrong: 0 },
  ...{ wrong: 0, appeals: 0, accepted: 0, lately: 0 },
}

const count = z.coerce.number()
const rowSchema = z.object({
  ruleId: z.string(),
  ...{ found: count, before: count, told: count, doubtful: count, doubtfulRight: count, doubtfulWrong: count },
  ...{ wrong: count, appeals: count, accepted: count, lately: count },
})

/** By rule, for the week that ends at that moment. Reads four weeks, whatever there is before. */
export async function tallies(tx: Tx, teamId: string, until: Date): Promise<ReadonlyMap<string, Tally>> {
  const ago = (days: number) => new Date(until.getTime() - days * DAY_MS)
  const rows = await tx.$queryRaw`
    SELECT "ruleId", count(*) AS lately,
      count(*) FILTER (WHERE week AND mode <> 'doubtful') AS found,
      count(*) FILTER (WHERE at >= ${ago(14)} AND at < ${ago(7)} AND mode <> 'doubtful') AS before,
      count(*) FILTER (WHERE week AND step IN ('hint', 'open-hint', 'tell-manager', 'recall')) AS told,
      count(*) FILTER (WHERE week AND mode = 'doubtful') AS doubtful,
      count(*) FILTER (WHERE mode = 'doubtful' AND "rightAt" IS NOT NULL) AS "doubtfulRight",
      count(*) FILTER (WHERE mode = 'doubtful' AND "wrongAt" IS NOT NULL) AS "doubtfulWrong",
      count(*) FILTER (WHERE week AND mode <> 'doubtful' AND "wrongAt" IS NOT NULL) AS wrong,
      count(*) FILTER (WHERE week AND appeal IS NOT NULL) AS appeals,
      count(*) FILTER (WHERE week AND appeal = 'accepted') AS accepted
    FROM (SELECT *, at >= ${ago(7)} AS week FROM "Finding"
          WHERE "teamId" = ${teamId}::uuid AND at >= ${ago(28)} AND at < ${until}) f
    GROUP BY "ruleId"`
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ ruleId, ...tally }) => [ruleId, tally]),
  )
}

/** What a manager should look at. */
export type Remark =
  /** Nothing found in four weeks. */
  | 'silent'
  /** So often that it is either wrong or not agreed. */
  | 'often'
  /** Every third finding or more was said to be wrong. */
  | 'imprecise'
  /** Two thirds of the doubtful or more were none. */
  | 'mostly-chance'
  /** Two thirds of the doubtful or more were such. */
  | 'mostly-right'

export interface Fared {
  readonly rule: Rule
  readonly tally: Tally
  readonly remarks: readonly Remark[]
}

/** The rules that are in use, the busiest first. */
export function fared(
  rules: readonly Rule[],
  byRule: ReadonlyMap<string, Tally>,
  { members, until }: { readonly members: number; readonly until: Date },
): readonly Fared[] {
  return rules
    .filter(({ state }) => state !== 'off')
    .map(rule => {
      const tally = byRule.get(rule.id) ?? none
      return { rule, tally, remarks: remarksOn(tally, { members, age: until.getTime() - rule.changedAt.getTime() }) }
    })
    .toSorted((one, other) => other.tally.found - one.tally.found)
}

/** More than that of each member in a week is often. */
const oftenEach = 3
const fewestToJudge = 5

function remarksOn(
  { found, wrong, lately, doubtfulRight, doubtfulWrong }: Tally,
  { members, age }: { members: number; age: number },
): Remark[] {
  const remarks: Remark[] = []
  if (lately === 0 && age >= 28 * DAY_MS) remarks.push('silent')
  if (found > Math.max(fewestToJudge, oftenEach * members)) remarks.push('often')
  if (found >= fewestToJudge && wrong * 3 >= found) remarks.push('imprecise')
  const judged = doubtfulRight + doubtfulWrong
  if (judged >= fewestToJudge && doubtfulWrong * 3 >= judged * 2) remarks.push('mostly-chance')
  if (judged >= fewestToJudge && doubtfulRight * 3 >= judged * 2) remarks.push('mostly-right')
  return remarks
}
