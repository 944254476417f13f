import type { MemberContext } from '../../context.ts'
import { atLeast } from '../../context.ts'
import { membersOf } from '../team/members.ts'
import { catalogueShown } from './catalogue-words.ts'
import { knownRules } from './find-rule.ts'
import { audible, type Group, groupsFor } from './hearing-reach.ts'
import { reply } from './reply.ts'
import { groupsOf, readersOf, rulebookOf } from './rulebook-store.ts'
import type { Reader } from './sentence.ts'
import { rulesOf } from './store.ts'
import { rulesShown, type Shown } from './words.ts'

/** What holds here, for anybody: in a group what is meant for it, else all that the team has. */
export async function showRules(ctx: MemberContext): Promise<void> {
  const { tx, team, place, actor } = ctx
  const reader = await readerOf(ctx)
  const here = place.kind === 'group' ? reader.groups.filter(({ id }) => id === place.channelId) : reader.groups
  const live = (await rulesOf(tx, team.id)).filter(({ state }) => state !== 'off')
  const shown = live.flatMap(({ definition, state }): readonly Shown[] => {
    const meant = groupsFor(definition, here)
    if (meant.length === 0 && here.length > 0) return []
    return [{ definition, state, deaf: deafIn(ctx, definition, meant) }]
  })
  const { edition } = await rulebookOf(tx, team.id)
  const read = await readersOf(tx, team.id, edition)
  const unread = atLeast(actor.role, 'manager')
    ? (await membersOf(tx, team)).filter(it => !read.has(it.memberId))
    : null
  const names = unread?.map(({ name }) => name) ?? null
  reply(ctx, 'rules.shown', rulesShown(shown, { reader, edition, hasRead: read.has(actor.memberId), unread: names }))
}

/** All that a team can take, with the state of each. */
export async function showCatalogue(ctx: MemberContext): Promise<void> {
  const all = await knownRules(ctx)
  const groups = await groupsOf(ctx.tx, ctx.team.id)
  const rows = all.map(({ definition, rule }) => {
    const meant = groupsFor(definition, groups)
    const isHeard =
      meant.length === 0 || deafIn(ctx, definition, meant).filter(it => it.audible === 'not').length < meant.length
    return { definition, state: rule?.state ?? ('off' as const), isHeard }
  })
  reply(ctx, 'rules.catalogue', catalogueShown(rows, ctx.lang, atLeast(ctx.actor.role, 'manager')))
}

function deafIn({ reach }: MemberContext, definition: Shown['definition'], groups: readonly Group[]): Shown['deaf'] {
  return groups.flatMap(group => {
    const heard = audible(definition, reach(group.platform))
    return heard === 'wholly' ? [] : [{ group, audible: heard }]
  })
}

/** Managers know everybody who is exempt; anybody else knows of themselves. */
export async function readerOf({ tx, team, lang, actor }: MemberContext): Promise<Reader> {
  const groups = await groupsOf(tx, team.id)
  if (!atLeast(actor.role, 'manager')) {
    return { lang, groups, names: new Map([[actor.memberId, { zh: '你', en: 'you' }[lang]]]) }
  }
  const members = await membersOf(tx, team)
  return { lang, groups, names: new Map(members.map(({ memberId, name }) => [memberId, name])) }
}
