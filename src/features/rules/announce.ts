import type { TeamContext } from '../../context.ts'
import type { Job } from '../feature.ts'
import { byPerson, nudge } from '../nudges/nudge.ts'
import { membersOf } from '../team/members.ts'
import { hasOpenGroup } from '../team/open-groups.ts'
import { announcement } from './announce-words.ts'
import type { Rule } from './rule.ts'
import { rulebookSettings } from './rulebook-settings.ts'
import { groupsOf, keepTold, type Rulebook, rulebookOf, versionAt } from './rulebook-store.ts'
import { rulesOf } from './store.ts'
import { type HeldChange, heldChange } from './what-holds.ts'

/** Tells the members what changed in the rules: once for all changes of a while. */
export const announceJob: Job = {
  name: 'rules.announce',
  what: { zh: '群规有变的公告', en: 'News of changed rules' },
  catchUp: { grace: 24 * 60, missed: 'latest' },
  schedules: async () => [],
  async moments(tx, team) {
    const { announceAt } = await rulebookOf(tx, team.id)
    return announceAt === null ? [] : [{ arg: '', at: announceAt }]
  },
  run: ctx => announce(ctx),
}

async function announce(ctx: TeamContext): Promise<void> {
  const { tx, team, now } = ctx
  const book = await rulebookOf(tx, team.id)
  if (book.announceAt === null) return
  const rules = await rulesOf(tx, team.id)
  const changes = await changesSince(ctx, book, rules)
  await keepTold(tx, team.id, latest(rules.map(({ changedAt }) => changedAt)) ?? now)
  // What was changed and changed back is no news.
  if (changes.length > 0) await tell(ctx, changes, book.edition)
}

/** What holds now compared with what members were told last. */
async function changesSince(
  { tx }: TeamContext,
  { toldUpTo }: Rulebook,
  rules: readonly Rule[],
): Promise<readonly HeldChange[]> {
  const changes: HeldChange[] = []
  for (const rule of rules) {
    if (toldUpTo !== null && rule.changedAt <= toldUpTo) continue
    const change = heldChange(toldUpTo && (await versionAt(tx, rule, toldUpTo)), rule)
    if (change !== null) changes.push(change)
  }
  return changes
}

async function tell(ctx: TeamContext, changes: readonly HeldChange[], edition: number): Promise<void> {
  const { tx, team } = ctx
  const groups = await groupsOf(tx, team.id)
  const said = (lang: TeamContext['lang']) => announcement(changes, { lang, groups, names: new Map() }, edition)
  const key = `rules.announce:${team.id}:${edition}`
  const { announce: where } = rulebookSettings(team)
  if (where === 'group' && (await hasOpenGroup(tx, team.id))) {
    ctx.say({ to: { team: team.id }, content: said(team.lang), lane: 'digest', purpose: 'rules.announced', key })
    return
  }
  for (const member of (await membersOf(tx, team)).toSorted(byPerson)) {
    await nudge(ctx, {
      member,
      kind: 'rules.changed',
      content: said(member.lang),
      reason: { words: { zh: '群规有变化', en: 'the rules changed' }, facts: { edition } },
      expiresAt: new Date(ctx.now.getTime() + LIFE_MS),
      key: `${key}:${member.memberId}`,
    })
  }
}

const LIFE_MS = 24 * 60 * 60_000

function latest(dates: readonly Date[]): Date | null {
  return dates.reduce<Date | null>((last, date) => (last === null || date > last ? date : last), null)
}
