import type { Lang } from '../../base/words.ts'
import type { Content } from '../../content/content.ts'
import type { Saying, TeamContext } from '../../context.ts'
import { memberById, type TeamMember } from '../team/members.ts'
import { type Matter, type Verdict, verdicts } from './matter.ts'
import { namesOf } from './people-store.ts'
import { readOne } from './read-chain.ts'
import { wakesAt } from './rest.ts'
import { stepsOf } from './store.ts'
import { type News, newsContent } from './words/answers.ts'
import { settledContent, whyNews } from './words/asked.ts'
import { type GroupView, groupContent, groupNews } from './words/group.ts'

/** The message of a matter in the group: the first time as it is, later in place, or as news where that cannot be. */
export async function tellGroup(ctx: TeamContext, matter: Matter, at: Date, isFirst = false): Promise<void> {
  const { team } = ctx
  const view = await viewOf(ctx, matter, at)
  const key = `urgent.group:${matter.id}`
  ctx.say({
    to: { team: team.id },
    content: groupContent(view, team.lang),
    lane: 'urgent',
    purpose: 'urgent.group',
    key: isFirst ? key : `${key}:${matter.state}:${matter.severity}:${at.toISOString()}`,
    revises: { key, short: isFirst ? null : groupNews(view, team.lang) },
  })
}

async function viewOf({ tx, team }: TeamContext, matter: Matter, now: Date): Promise<GroupView> {
  const { raisedBy, ownerId, closedBy } = matter
  const nameOf = await namesOf(
    tx,
    [raisedBy, ownerId, closedBy].flatMap(id => id ?? []),
  )
  return { matter, raiser: nameOf(raisedBy), owner: nameOf(ownerId), closer: nameOf(closedBy), now, zone: team.zone }
}

/** The message in which somebody is asked shares this key with what comes of it. */
export function askingKey({ id }: Matter, { memberId }: Pick<TeamMember, 'memberId'>): string {
  return `urgent.asked:${id}:${memberId}`
}

/** Says something urgent to one person, in the chat and by mail. */
export function sayTo(
  ctx: TeamContext,
  member: TeamMember,
  saying: Pick<Saying, 'content' | 'purpose' | 'reason' | 'revises' | 'notBefore'> & { readonly key: string },
): void {
  // Asked twice is a nuisance, not asked at all is what must not be.
  ctx.say({ to: { person: member.personId }, lane: 'urgent', repeatable: true, ...saying })
  const { content, purpose, key } = saying
  ctx.say({ to: { person: member.personId, by: 'mail' }, lane: 'urgent', content, purpose, key })
}

/** Tells news of a matter to somebody who takes part in it; nobody is told of what they did themselves. */
export async function tellMember(
  ctx: TeamContext,
  matter: Matter,
  memberId: string | null,
  news: News,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  if (memberId === null || memberId === by) return
  const rung = await readOne(ctx, memberId, at)
  if (rung === null || rung.gone !== null) return
  const { member, rest } = rung
  ctx.say({
    to: { person: member.personId },
    content: newsContent(matter, news, member.lang),
    // Only what is critical is worth waking somebody for, and not what was found of it afterwards.
    notBefore: matter.severity === 'critical' && !isVerdict(news.kind) ? at : (wakesAt(rest, at) ?? at),
    lane: 'urgent',
    purpose: 'urgent.news',
    key: `urgent.news:${matter.id}:${news.kind}:${memberId}:${at.toISOString()}`,
    reason: { words: whyNews },
  })
}

function isVerdict(kind: string): kind is Verdict {
  return verdicts.some(verdict => verdict === kind)
}

/** The messages of those who were asked say from now on who has it, or that it is done with. */
export async function settleAsked(ctx: TeamContext, matter: Matter, at: Date): Promise<void> {
  const { tx } = ctx
  const asked = (await stepsOf(tx, matter.id)).flatMap(({ kind, memberId }) =>
    kind === 'asked' && memberId !== null ? [memberId] : [],
  )
  const nameOf = await namesOf(tx, [matter.raisedBy, matter.ownerId ?? matter.raisedBy])
  const words = (lang: Lang): Content =>
    settledContent({ matter, raiser: nameOf(matter.raisedBy), owner: nameOf(matter.ownerId) }, lang)
  for (const memberId of new Set(asked)) {
    const member = await memberById(tx, memberId)
    if (member === null || member.leftOn !== null) continue
    const key = askingKey(matter, member)
    ctx.say({
      to: { person: member.personId },
      content: words(member.lang),
      lane: 'urgent',
      purpose: 'urgent.asked',
      key: `${key}:${matter.state}:${at.toISOString()}`,
      revises: { key, short: null },
      reason: { words: whyNews },
    })
  }
}
