import { newId } from '../base/ids.ts'
import type { Lang } from '../base/words.ts'
import type { LocalDate } from '../calendar/dates.ts'
import { toInstant } from '../calendar/zone.ts'
import type { Content, Span } from '../content/content.ts'
import { mapSpans } from '../content/map-spans.ts'
import { plain } from '../content/plain.ts'
import type { Saying } from '../context.ts'
import type { Tx } from '../store/transaction.ts'
import { teamGroup } from './cast.ts'
import type { Company } from './found-team.ts'
import type { Said } from './live-past.ts'
import { chat } from './phrases.ts'

interface Line {
  readonly channel: string
  readonly from: string
  readonly at: Date
  readonly text: string
  readonly content?: Content
  readonly revision: number
}

/** What a visitor finds in the Room: what people said on the last workday, and what the bot has said since then. */
export async function writeRoomLog(
  tx: Tx,
  company: Company,
  { recent, now, said, lang }: { recent: LocalDate; now: Date; said: readonly Said[]; lang: Lang },
): Promise<void> {
  const talk = chat.map(({ from, time, words }): Line => {
    const at = toInstant(recent, time, company.team.zone)
    return { channel: teamGroup.id, from, at, text: words[lang], revision: 1 }
  })
  const lines = [...talk, ...botLines(said, company)]
    .filter(({ at }) => at <= now)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
  await tx.roomMessage.createMany({
    data: lines.map(({ content, ...line }, n) => ({
      ...line,
      id: newId(line.at),
      key: `demo:${n}`,
      ...(content && { content: { toJSON: () => content } }),
    })),
  })
}

/** Versions of one message are one line in the log, with the latest words. */
function botLines(said: readonly Said[], company: Company): readonly Line[] {
  const versions = Map.groupBy(
    said,
    ({ saying }) => `${channelOf(saying, company)} ${saying.revises?.key ?? saying.key}`,
  )
  return [...versions.values()].flatMap(all => {
    const [first, last] = [all[0], all.at(-1)]
    const channel = first && channelOf(first.saying, company)
    if (!first || !last || !channel) return []
    const content = named(last.saying.content, company)
    return [{ channel, from: 'bot', at: first.at, text: plain(content), content, revision: all.length }]
  })
}

/** Null for what was an answer to somebody who is not there to read it. */
function channelOf({ to }: Saying, { members }: Company): string | null {
  if ('team' in to) return teamGroup.id
  if (!('person' in to)) return null
  const [id] = [...members].find(([, { personId }]) => personId === to.person) ?? []
  return id === undefined ? null : `dm:${id}`
}

/** Mentions name people as the Room knows them. */
function named(content: Content, { members }: Company): Content {
  const ids = new Map([...members].map(([id, { memberId }]) => [memberId, id]))
  const rename = (spans: readonly Span[]): readonly Span[] =>
    spans.map(span => (span.t === 'member' ? { ...span, id: ids.get(span.id) ?? span.id } : span))
  return { ...content, blocks: content.blocks.map(block => mapSpans(block, rename)) }
}
