import type { MemberContext } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { memberGone, theMember } from '../team/member-errors.ts'
import { isConfirmation } from '../team/member-request.ts'
import { membershipsOf } from '../team/members.ts'
import { commonPlatform, type Person, personById } from './accounts.ts'
import { type Candidate, candidates } from './candidates.ts'
import { joinPeople } from './join-people.ts'
import { namesFor, readTwo } from './two-members.ts'
import { onePlatform } from './words/link.ts'
import {
  askLinkWords,
  elsewhere,
  linkedByAdminWords,
  membersLinkedWords,
  numberUnclear,
  sameOne,
  severalMeant,
  twiceByAdmin,
  unreadable,
  whyLinkedByAdmin,
} from './words/member-link.ts'

/**
 * An admin says that two who go by these names, or have these mobile numbers, are one person; asked to confirm first, by a
 * number in any case: only the question shows whom it means. From then on they go by their names, not by the number.
 */
export async function linkMembers(ctx: MemberContext, rest: string): Promise<void> {
  const { names, isConfirmed } = readRequest(rest)
  const all = await candidates(ctx)
  const meant = readTwo(all, names)
  switch (meant.kind) {
    case 'unreadable':
      throw unreadable()
    case 'same':
      throw sameOne(meant.name)
    case 'number':
      throw numberUnclear(meant)
    case 'unclear':
      if (meant.found.kind === 'several') throw severalMeant(meant.text, meant.found.members)
      return void theMember(meant.found, meant.text)
    case 'two': {
      const { one, other, byNumber } = meant
      if (isConfirmed && !byNumber) return await linkThese(ctx, [one.personId, other.personId])
      const plain = byNumber ? namesFor(all, one, other) : names
      return await ask(ctx, { one, other, byNumber, words: `/member link ${plain} confirm` })
    }
  }
}

/** The button under the question. */
export async function linkConfirmed(ctx: MemberContext, value: string): Promise<void> {
  const known = new Set((await candidates(ctx)).map(({ personId }) => personId))
  const ids = value.split(' ')
  if (ids.length !== 2 || !ids.every(id => known.has(id))) throw memberGone()
  await linkThese(ctx, ids)
}

function readRequest(rest: string): { names: string; isConfirmed: boolean } {
  const words = rest.trim().split(/\s+/)
  const isConfirmed = words.length > 1 && isConfirmation(words.at(-1) ?? '')
  return { names: (isConfirmed ? words.slice(0, -1) : words).join(' '), isConfirmed }
}

interface Asked {
  readonly one: Candidate
  readonly other: Candidate
  readonly byNumber: boolean
  readonly words: string
}

async function ask(ctx: MemberContext, { one, other, byNumber, words }: Asked): Promise<void> {
  const people = await requireRight(ctx, [one.personId, other.personId], { named: !byNumber })
  const common = commonPlatform(...people)
  if (common !== null) throw onePlatform(common)
  const value = people.map(({ id }) => id).join(' ')
  const content = askLinkWords(ctx.lang, { one: people[0], other: people[1], words, value })
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'linking.ask' })
}

async function linkThese(ctx: MemberContext, ids: readonly string[]): Promise<void> {
  const { now, actor } = ctx
  const [here, there] = await requireRight(ctx, ids)
  const self = [here, there].find(({ id }) => id === actor.personId)
  const person = await joinPeople(ctx, {
    ...{ here: here.id, there: there.id, by: actor.personId, keep: null },
    platform: self?.lastPlatform ?? null,
    refuse: () => twiceByAdmin(here.name),
  })
  if (person === null) throw memberGone()
  const as = self === undefined ? {} : { as: person.id }
  const content = membersLinkedWords(ctx.lang, person)
  ctx.say({ to: { reply: 'private', ...as }, content, lane: 'reply', purpose: 'linking.members-linked' })
  if (self !== undefined) return
  ctx.say({
    to: { person: person.id },
    content: linkedByAdminWords(person.lang ?? ctx.team.lang, person, actor.name),
    lane: 'nudge',
    purpose: 'linking.linked-by-admin',
    key: `linking.linked-by-admin:${person.id}:${now.toISOString()}`,
    reason: { words: whyLinkedByAdmin },
  })
}

/**
 * The two as they are. An admin's right ends with their own teams: whoever is also in another one would bring its rights
 * along, so only they themselves can link their accounts. Who was not named is not named in the refusal either.
 */
async function requireRight(
  ctx: MemberContext,
  ids: readonly string[],
  { named = true } = {},
): Promise<readonly [Person, Person]> {
  const admins = await adminOf(ctx.tx, ctx.actor.personId)
  const people: Person[] = []
  for (const id of ids) {
    const person = await personById(ctx.tx, id)
    if (person === null) throw memberGone()
    const memberships = await membershipsOf(ctx.tx, id)
    if (memberships.some(({ team }) => !admins.has(team.id))) throw elsewhere(named ? person.name : null)
    people.push(person)
  }
  const [one, other] = people
  if (!one || !other) throw memberGone()
  return [one, other]
}

async function adminOf(tx: Tx, personId: string): Promise<ReadonlySet<string>> {
  const memberships = await membershipsOf(tx, personId)
  return new Set(memberships.flatMap(({ team, member }) => (member.role === 'admin' ? [team.id] : [])))
}
