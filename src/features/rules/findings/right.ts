import { UserError } from '../../../base/errors.ts'
import type { MemberContext } from '../../../context.ts'
import { requireRole } from '../../team/permission.ts'
import { reply } from '../reply.ts'
import { ruleOf } from './appeal.ts'
import { doubtfulFor } from './doubtful.ts'
import { judge, type Verdict } from './doubtful-store.ts'
import { judgedContent } from './doubtful-words.ts'
import { openEvidence } from './evidence.ts'
import { findingFor } from './refusals.ts'
import type { Finding } from './store.ts'

/** What was doubtful was one. Of what is certain there is nothing to say. */
export async function sayRight(ctx: MemberContext, number: number): Promise<void> {
  requireRole(ctx, 'manager')
  const finding = await findingFor(ctx, number)
  if (finding.mode !== 'doubtful') throw notDoubtful(number)
  await judgeDoubtful(ctx, finding, 'right')
}

/** Counts for how right a rule is, and for nothing else: nobody is told, and no step is taken. */
export async function judgeDoubtful(ctx: MemberContext, finding: Finding, verdict: Verdict): Promise<void> {
  const { tx, actor, now } = ctx
  const { id, number } = finding
  if (!(await judge(tx, id, { verdict, by: actor.memberId, at: now }))) throw judged(number)
  const next = await wayOn(ctx, finding, verdict)
  const { count: left } = await doubtfulFor(ctx, actor.memberId, 0)
  reply(ctx, 'rules.judged', judgedContent({ number, verdict, next, left }, ctx.lang))
}

/** How the list of words learns from it, where it is one word as it stands there. */
async function wayOn(ctx: MemberContext, finding: Finding, verdict: Verdict): Promise<string | null> {
  const when = (await ruleOf(ctx, finding))?.definition.when
  const evidence = openEvidence(ctx.sealing, finding)
  const [range] = evidence?.ranges ?? []
  if (when?.kind !== 'wording' || evidence === null || range === undefined) return null
  const passage = evidence.text.slice(range.from, range.to)
  if (!/^[\p{L}\p{N}\p{M}@$!€£¥+|#_-]{2,40}$/u.test(passage)) return null
  const list = when.list === 'default' ? '' : { zh: ` 词表=${when.list}`, en: ` list=${when.list}` }[ctx.lang]
  return verdict === 'right'
    ? { zh: `/群规 词表 添加 ${passage}${list}`, en: `/rules words add ${passage}${list}` }[ctx.lang]
    : { zh: `/群规 词表 放行 ${passage}${list}`, en: `/rules words allow ${passage}${list}` }[ctx.lang]
}

const notDoubtful = (number: number) =>
  new UserError('rules.not-doubtful', {
    zh: `#${number} 不是存疑的，不用确认。判得不对的话：/群规 不对 ${number}`,
    en: `#${number} is not doubtful, so there is nothing to confirm. If it is not right: /rules wrong ${number}`,
  })

const judged = (number: number) =>
  new UserError('rules.judged', {
    zh: `#${number} 已经有人看过了。还有哪些：/群规 存疑`,
    en: `Somebody has judged #${number} already. What is left: /rules doubtful`,
  })
