import { z } from 'zod'
import { cut } from '../../base/cut.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { displayWidth, graphemes } from '../../content/measure.ts'
import { atLeast, type Role } from '../../context.ts'

export const stateSchema = z.enum(['open', 'solved', 'dropped'])
export const kindSchema = z.enum(['problem', 'win'])
export const originSchema = z.enum(['message', 'report', 'urgent', 'rule', 'win'])
/** Whom it is for, besides those who have to do with it. */
export const audienceSchema = z.enum(['team', 'leads', 'managers'])

export type Origin = z.infer<typeof originSchema>
export type Audience = z.infer<typeof audienceSchema>

/** A problem that somebody has taken on, or the story of a deal that was won. */
export interface Case {
  readonly id: string
  readonly teamId: string
  /** Counted in the team, to be called by. */
  readonly number: number
  readonly kind: z.infer<typeof kindSchema>
  readonly title: string
  readonly text: string
  readonly origin: Origin
  /** What it came from; one thing becomes one case. */
  readonly refId: string | null
  readonly audience: Audience
  /** These three are members. */
  readonly filedBy: string
  readonly ownerId: string
  readonly closedBy: string | null
  readonly filedAt: Date
  /** Null for a story. */
  readonly dueOn: LocalDate | null
  readonly state: z.infer<typeof stateSchema>
  readonly solution: string | null
  readonly lesson: string | null
  readonly closedAt: Date | null
  /** When managers heard that it is long overdue. */
  readonly toldAt: Date | null
}

/** Who asks to see or change a case. */
export interface Viewer {
  readonly memberId: string
  readonly role: Role
}

const leastOf: Readonly<Record<Audience, Role>> = { team: 'rep', leads: 'lead', managers: 'manager' }

/**
 * What is open is for those whom it concerns and its audience. Once it is solved the whole team may learn from it, unless it
 * was said to managers alone.
 */
export function maySee({ audience, state, ...its }: Case, viewer: Viewer): boolean {
  if (concerns(its, viewer.memberId)) return true
  return atLeast(viewer.role, state === 'solved' && audience === 'leads' ? 'rep' : leastOf[audience])
}

/** Whoever filed it and whoever owns it, and leads and above who may see it. */
export function mayChange(it: Case, viewer: Viewer): boolean {
  return concerns(it, viewer.memberId) || (atLeast(viewer.role, 'lead') && maySee(it, viewer))
}

function concerns({ filedBy, ownerId }: Pick<Case, 'filedBy' | 'ownerId'>, memberId: string): boolean {
  return filedBy === memberId || ownerId === memberId
}

/** No problem needs more letters. */
export const LONGEST = 2000
/** Forty Chinese characters, or twice as many Latin letters. */
const TITLE_COLUMNS = 80

/** The first line or sentence, as short as a title is. */
export function titleOf(text: string): string {
  const [first = ''] = text.trim().split(/[\n。！？!?；;]/u, 1)
  const title = (first === '' ? text : first).replaceAll(/\s+/g, ' ').trim()
  return cut(displayWidth(title) <= TITLE_COLUMNS ? title : `${beginningOf(title)}…`, TITLE_COLUMNS)
}

/** As much as there is room for beside an ellipsis; a Latin word is left out rather than cut in two. */
function beginningOf(title: string): string {
  let width = displayWidth('…')
  let kept = ''
  for (const one of graphemes(title)) {
    width += displayWidth(one)
    if (width > TITLE_COLUMNS) break
    kept += one
  }
  const isWithinWord = /[a-z0-9]$/i.test(kept) && /^[a-z0-9]/i.test(title.slice(kept.length))
  return isWithinWord ? kept.replace(/(?<=.{20}) \S*$/u, '') : kept
}

/** All words of a card, by which it is found. */
export function wordsOf({
  title,
  text,
  solution,
  lesson,
}: Pick<Case, 'title' | 'text' | 'solution' | 'lesson'>): string {
  return [title, text, solution, lesson].filter(part => part !== null).join('\n')
}
