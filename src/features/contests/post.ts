import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { Content } from '../../content/content.ts'
import type { TeamContext } from '../../context.ts'
import type { Contest } from './contest.ts'
import { whyNews } from './words/news.ts'

interface News {
  /** Each is posted once: `start`, `halfway`, `round-1`, `end`. */
  readonly what: string
  readonly content: Content
  readonly date: LocalDate
}

/** Tells the team's groups; what could not be sent by the end of the next day is no news any more. */
export function post({ team, say }: TeamContext, { id, name }: Contest, { what, content, date }: News): void {
  say({
    to: { team: team.id },
    content,
    lane: 'digest',
    purpose: 'contests.news',
    key: `contests.${what}:${id}`,
    expiresAt: toInstant(addDays(date, 2), '00:00', team.zone),
    reason: { words: whyNews, facts: { contest: name } },
  })
}
