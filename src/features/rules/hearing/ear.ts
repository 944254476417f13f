import { setImmediate } from 'node:timers/promises'
import { forgetOldest } from '../../../base/forget-oldest.ts'
import { type Log, withoutWords } from '../../../base/log.ts'
import type { Sealing } from '../../../base/sealing.ts'
import type { Ear, Hearing, Talk } from '../../../inbox/ear.ts'
import type { Store } from '../../../store/store.ts'
import { createAcquaintance, type Known } from './acquaintance.ts'
import { sealTalk } from './kept.ts'
import { createMemory, type Memory } from './memory.ts'
import { writeNoticed } from './noticed.ts'
import { bookFor, type Rulebook } from './rulebook.ts'
import { createRuledLately } from './ruled-lately.ts'
import { type RuledGroup, ruledGroups } from './store.ts'

export interface EarDeps {
  readonly store: Store
  readonly log: Log
  /** Without it nothing is kept. */
  readonly sealing: Sealing | null
}

/**
 * Hears what is said in groups of teams that have rules: whether any of them looks at it and finds something, and whether it
 * may be an answer that somebody waits for. In which groups of a batch rules hold, and whether they are still those of
 * before, is one question to the database; without rules nothing else is done. Mostly they are, so the listening is begun
 * meanwhile, and done once more where they are not: listening twice to the same is listening once.
 */
export function createEar({ store, log, sealing }: EarDeps): Ear {
  const memory = createMemory()
  const asked = createAskedLately()
  const acquaintance = createAcquaintance(store)
  const ruledLately = createRuledLately(nameOfGroup)

  async function booksOf(groups: readonly RuledGroup[], now: Date): Promise<ReadonlyMap<string, Rulebook>> {
    const books = new Map<string, Rulebook>()
    for (const [teamId, stamp] of new Map(groups.map(group => [group.teamId, group.stamp]))) {
      try {
        const book = await bookFor(store.prisma, teamId, stamp, now)
        if (book !== null) books.set(teamId, book)
      } catch (error) {
        log.error(
          { fault: withoutWords(error), teamId },
          'rules of a team could not be read, so nothing is held against them',
        )
      }
    }
    return books
  }

  /** Listens by what held a moment ago, while the database is asked whether it still does. */
  async function hearAhead(guessed: readonly RuledGroup[], talk: Places, now: Date) {
    // The question goes out first.
    await setImmediate()
    return await hear(guessed, talk, now)
  }

  async function hear(groups: readonly RuledGroup[], talk: Places, now: Date): Promise<ReadonlyMap<Talk, Hearing>> {
    const books = await booksOf(groups, now)
    const heard = groups.flatMap(group => {
      const book = books.get(group.teamId)
      return book === undefined ? [] : (talk.get(nameOfGroup(group)) ?? []).map(one => ({ one, group, book }))
    })
    const speakers = await acquaintance(
      heard.map(({ one: { platform, accountId }, group: { teamId } }) => ({ teamId, platform, accountId })),
      now,
    )
    const hearings = new Map<Talk, Hearing>()
    // In the order in which it was said: what counts looks at what came before.
    for (const [n, { one, group, book }] of heard.entries()) {
      const speaker = speakers[n] ?? null
      if (speaker !== null) hearings.set(one, listen({ memory, asked, sealing }, { book, group, speaker }, one))
    }
    return hearings
  }

  return async (talk, now) => {
    const places: Places = Map.groupBy(talk, nameOf)
    const names = [...places.keys()]
    const [groups, early] = await Promise.all([
      ruledGroups(
        store,
        [...places.values()].flatMap(([first]) => first ?? []),
      ),
      hearAhead(ruledLately.guess(names), places, now),
    ])
    return ruledLately.learn(names, groups) ? early : await hear(groups, places, now)
  }
}

/** What was said, by the name of the group. */
type Places = ReadonlyMap<string, readonly Talk[]>

const nameOf = ({ platform, channelId }: Talk): string => `${platform}:${channelId}`
const nameOfGroup = ({ platform, externalId }: RuledGroup): string => `${platform}:${externalId}`

interface Means {
  readonly memory: Memory
  readonly asked: ReturnType<typeof createAskedLately>
  readonly sealing: Sealing | null
}

interface Scene {
  readonly book: Rulebook
  readonly group: RuledGroup
  readonly speaker: Known
}

function listen({ memory, asked, sealing }: Means, { book, group, speaker }: Scene, talk: Talk): Hearing {
  const { channelId, awaited } = group
  const { memberId, role } = speaker
  const { text, at, platform, eventId } = talk
  const said = book.saidOf({ text, at, platform, channelId, role, memberId, forUs: false })
  const { date, mentionsAll: calledAll } = said
  const lately = memory.hear({ eventId, channelId, memberId, text, at, date, calledAll })
  const hits = book.check(said, lately)
  const answers = awaited.includes(memberId) || asked.mayAnswer(channelId, memberId, at)
  for (const { rule, found } of hits)
    if (rule.definition.when.kind === 'unanswered') asked.remember(channelId, found.what, at)
  const found = hits.map(({ rule: { id, version }, found }) => ({ ruleId: id, version, found }))
  return {
    ...((found.length > 0 || answers) && { noticed: writeNoticed({ found, answers }) }),
    ...(sealing !== null && book.keepsTalk && { kept: sealTalk(sealing, { memberId, at, text }) }),
  }
}

/** Long enough for a question to have been written down. */
const underWayMs = 10 * 60_000
const mostAsked = 1000

/** Who was asked a moment ago: the question may not be in the database yet when its answer comes. */
function createAskedLately() {
  const moments = new Map<string, number>()
  return {
    remember(channelId: string, memberIds: readonly string[], at: Date): void {
      for (const memberId of memberIds) moments.set(`${channelId} ${memberId}`, at.getTime())
      forgetOldest(moments, mostAsked)
    },
    mayAnswer(channelId: string, memberId: string, at: Date): boolean {
      const asked = moments.get(`${channelId} ${memberId}`)
      return asked !== undefined && at.getTime() - asked < underWayMs
    },
  }
}
