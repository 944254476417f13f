import type { z } from 'zod'
import type { Noted } from '../../src/audit/entry.ts'
import { newId } from '../../src/base/ids.ts'
import { createLog } from '../../src/base/log.ts'
import type { Sealing } from '../../src/base/sealing.ts'
import type { Lang } from '../../src/base/words.ts'
import { workCalendarSchema } from '../../src/calendar/work-calendar.ts'
import type { Block, Content, Span } from '../../src/content/content.ts'
import type { Actor, Context, Emission, Place, Reach, Role, Saying, Team } from '../../src/context.ts'
import type { Tx } from '../../src/store/transaction.ts'

/** A Saturday, 16:00 in Shanghai; the day before is a workday. Tests that care about the day say their own. */
export const aMoment = new Date('2026-11-21T08:00:00Z')

interface Setup<T extends Team | null, A extends Actor | null, P extends Place | null> {
  readonly team: T
  readonly actor: A
  readonly place: P
  readonly now?: Date
  readonly lang?: Lang
  readonly reach?: (platform: string) => Reach | null
  readonly recallsOthers?: (platform: string) => boolean
  readonly sealing?: Sealing | null
}

/** A context like the corridor's, whose sayings, emissions and notes are collected instead of written. */
export interface Staged<T, A, P> {
  readonly ctx: Context & { readonly team: T; readonly actor: A; readonly place: P }
  readonly said: Saying[]
  readonly emitted: Emission[]
  readonly noted: Noted[]
}

export function makeContext<T extends Team | null, A extends Actor | null, P extends Place | null>(
  tx: Tx,
  {
    team,
    actor,
    place,
    now = aMoment,
    lang = actor?.lang ?? team?.lang ?? 'zh',
    reach = () => null,
    recallsOthers = () => false,
    sealing = null,
  }: Setup<T, A, P>,
): Staged<T, A, P> {
  const said: Saying[] = []
  const emitted: Emission[] = []
  const say = (saying: Saying): void => void said.push(saying)
  const noted: Noted[] = []
  const emit = (emission: Emission): void => void emitted.push(emission)
  const note: Context['note'] = entry => void noted.push({ teamId: team?.id ?? '', ...entry, at: now })
  const ctx = {
    now,
    tx,
    log: createLog('silent'),
    lang,
    team,
    actor,
    place,
    reach,
    recallsOthers,
    sealing,
    say,
    emit,
    note,
  }
  return { ctx, said, emitted, noted }
}

/** Writes a team as it stands after set-up, without the events of one. */
export async function givenTeam(
  tx: Tx,
  given: {
    name?: string
    zone?: string
    lang?: Lang
    calendar?: z.input<typeof workCalendarSchema>
    settings?: Team['settings']
  } = {},
): Promise<Team> {
  const { name = '销售一部', zone = 'Asia/Shanghai', lang = 'zh', settings = {} } = given
  const calendar = workCalendarSchema.parse(given.calendar ?? { kind: 'cn' })
  const id = newId()
  const json = { calendar: JSON.parse(JSON.stringify(calendar)), settings: JSON.parse(JSON.stringify(settings)) }
  await tx.team.create({ data: { id, name, zone, lang, ...json, createdAt: aMoment } })
  return { id, name, zone, lang, calendar, settings }
}

/** Writes a person who is a member of the team, and answers them as an actor. */
export async function givenMember(
  tx: Tx,
  team: Team,
  given: { name: string; role?: Role; aliases?: readonly string[]; lang?: Lang; joinedOn?: string; personId?: string },
): Promise<Actor> {
  const { name, role = 'rep', aliases = [], lang = team.lang, joinedOn = '2026-01-01' } = given
  const personId = given.personId ?? newId()
  const memberId = newId()
  if (given.personId === undefined) {
    await tx.person.create({ data: { id: personId, name, lang, currentTeamId: team.id, createdAt: aMoment } })
  }
  await tx.member.create({
    data: { id: memberId, teamId: team.id, personId, name, aliases: [...aliases], role, joinedOn },
  })
  return { personId, memberId, name, role, lang }
}

/** Everything that a content says, on one line a block, without decoration: for `toContain`. */
export function wordsOf(content: Content): string {
  return content.blocks.map(wordsOfBlock).join('\n')
}

function wordsOfBlock(block: Block): string {
  switch (block.b) {
    case 'heading':
      return block.text
    case 'text':
    case 'quiet':
      return wordsOfSpans(block.spans)
    case 'fields':
      return block.fields.map(field => `${field.label}: ${wordsOfSpans(field.value)}`).join('\n')
    case 'list':
      return block.items.map(wordsOfSpans).join('\n')
    case 'table':
      return [block.columns.map(it => it.label), ...block.rows.map(row => row.map(wordsOfSpans))]
        .map(row => row.join(' | '))
        .join('\n')
    case 'actions':
      return block.buttons.map(button => `[${button.label}] ${button.words}`).join('\n')
    case 'form':
      return `[${block.form.title}] ${block.form.words}`
    case 'image':
      return block.alt
    case 'file':
      return `${block.name}: ${block.alt}`
    case 'divider':
    case 'details':
      return ''
  }
}

function wordsOfSpans(spans: readonly Span[]): string {
  return spans.map(span => (span.t === 'member' ? span.name : span.text)).join('')
}
