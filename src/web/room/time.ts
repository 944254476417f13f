import dayjs from 'dayjs'
import duration from 'dayjs/plugin/duration.js'
import type { Hono } from 'hono'
import { z } from 'zod'
import { UserError } from '../../base/errors.ts'
import { isLang, type Lang } from '../../base/words.ts'
import { nextSlot, type ScheduleSpec } from '../../calendar/schedule.ts'
import { dayOf } from '../../calendar/workdays.ts'
import { toLocal } from '../../calendar/zone.ts'
import { plain } from '../../content/plain.ts'
import { contentSchema } from '../../content/schema.ts'
import type { Reason, Team } from '../../context.ts'
import { allTeams } from '../../features/team/teams.ts'
import type { Foreseen } from '../../schedule/preview.ts'
import { refuse } from '../errors.ts'
import type { RoomHouse } from './room.ts'

dayjs.extend(duration)

/** So far a visitor may look and go ahead at once; farther goes by several steps. */
const farthest = 92 * 24 * 3_600_000
const farthestPreview = 15 * 24 * 3_600_000

const instant = z.iso.datetime({ offset: true }).transform(text => new Date(text))
const isoDuration = z
  .string()
  .regex(/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/, 'not an ISO 8601 duration such as PT2H or P1D')

const moment = z.union([z.literal(['next', 'next-morning', 'end-of-day', 'friday-17']), instant])
const move = z.union([z.strictObject({ to: moment }), z.strictObject({ advance: isoDuration })])

const named: Readonly<Record<'next-morning' | 'end-of-day' | 'friday-17', ScheduleSpec>> = {
  'next-morning': { every: 'workday', at: '08:45' },
  'end-of-day': { every: 'day', at: '23:59' },
  'friday-17': { every: 'week', on: 'friday-or-last-workday', at: '17:00' },
}

/** The clock under the visitor's hand, and what would be said by then. */
export function addTime(app: Hono, house: RoomHouse): void {
  let travelling = 0

  const team = async (): Promise<Team | undefined> => (await allTeams(house.store.prisma))[0]

  async function show(lang: Lang | undefined) {
    const [first, next] = [await team(), await house.next()]
    const now = house.clock.now()
    const zone = first?.zone ?? 'Asia/Shanghai'
    const local = toLocal(now, zone)
    const day = first ? dayOf(first.calendar, local.date) : null
    return {
      now: now.toISOString(),
      zone,
      local,
      day,
      next: next && { at: next.at.toISOString(), what: next.what[lang ?? first?.lang ?? 'zh'] },
      travelling: travelling > 0,
      movable: !house.isTimeReal,
    }
  }

  app.get('/room/api/clock', async c => c.json(await show(langOf(c.req.query('lang')))))

  app.post('/room/api/clock', async c => {
    if (house.isTimeReal)
      return refuse(c, 409, 'real-platform', 'Real people are served on another platform, so time is not moved here.')
    const read = move.safeParse(await c.req.json().catch(() => null))
    if (!read.success)
      return refuse(
        c,
        400,
        'malformed',
        'Say {"to": an ISO time, "next", "next-morning", "end-of-day" or "friday-17"} or {"advance": "PT2H"}.',
      )
    const target = await targetOf(read.data)
    if (target === null) return refuse(c, 409, 'nothing-due', 'Nothing is due.')
    if (target.getTime() - house.clock.now().getTime() > farthest)
      return refuse(c, 400, 'too-far', 'Go at most 92 days at a time.')
    travelling++
    try {
      await house.travel(target)
    } catch (error) {
      if (error instanceof UserError) return refuse(c, 409, error.code, error.message)
      throw error
    } finally {
      travelling--
    }
    return c.json(await show(langOf(c.req.query('lang'))))
  })

  app.get('/room/api/preview', async c => {
    const asked = moment.safeParse(c.req.query('until'))
    if (!asked.success)
      return refuse(c, 400, 'malformed', 'until must be an ISO time with its offset, or a name as in POST /clock.')
    const until = await targetOf({ to: asked.data })
    if (until === null) return refuse(c, 409, 'nothing-due', 'Nothing is due.')
    const ahead = until.getTime() - house.clock.now().getTime()
    if (ahead > farthestPreview) return refuse(c, 400, 'too-far', 'A preview looks at most 15 days ahead.')
    const { messages, complete } = await house.foresee(until)
    const lang = langOf(c.req.query('lang')) ?? (await team())?.lang ?? 'zh'
    return c.json({ until: until.toISOString(), messages: await readable(messages, lang), complete })
  })

  async function targetOf(asked: z.infer<typeof move>): Promise<Date | null> {
    const now = house.clock.now()
    if ('advance' in asked) return new Date(now.getTime() + dayjs.duration(asked.advance).asMilliseconds())
    if (asked.to instanceof Date) return asked.to
    if (asked.to === 'next') return (await house.next())?.at ?? null
    const first = await team()
    return first ? (nextSlot(named[asked.to], first.zone, first.calendar, now)?.at ?? null) : null
  }

  async function readable(messages: readonly Foreseen[], lang: Lang) {
    const db = house.store.prisma
    const idsOf = (pick: (message: Foreseen) => string | null) => [
      ...new Set(messages.map(pick).filter(id => id !== null)),
    ]
    const channels = await db.channel.findMany({ where: { id: { in: idsOf(it => it.channelId) } } })
    const people = await db.person.findMany({ where: { id: { in: idsOf(it => it.personId) } } })
    const names = new Map([...channels, ...people].map(({ id, name }) => [id, name ?? '']))
    return messages.map(({ at, purpose, channelId, personId, content, reason }) => ({
      at: at.toISOString(),
      to:
        personId === null
          ? { kind: 'group', name: names.get(channelId ?? '') }
          : { kind: 'person', name: names.get(personId) },
      what: purpose,
      why: whyOf(reason, lang),
      text: plain(contentSchema.parse(content)),
    }))
  }
}

const reasonSchema = z.object({ words: z.object({ zh: z.string(), en: z.string() }) })

function whyOf(reason: unknown, lang: Lang): string | null {
  const read: { data?: Pick<Reason, 'words'> } = reasonSchema.safeParse(reason)
  return read.data?.words[lang] ?? null
}

function langOf(text: string | undefined): Lang | undefined {
  return isLang(text) ? text : undefined
}
