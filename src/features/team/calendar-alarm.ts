import { mondayOf } from '../../calendar/dates.ts'
import { calendarAlarm } from '../../calendar/workdays.ts'
import type { TeamContext } from '../../context.ts'
import type { Job } from '../feature.ts'
import { membersOf } from './members.ts'
import { calendarAlarmWords } from './words/settings.ts'

/** Tells the admins, once a week, that the holidays of a year are needed and not known. */
export const calendarAlarmJob: Job = {
  name: 'team.calendar-alarm',
  what: { zh: '节假日未导入时提醒管理员', en: 'Tells admins when official holidays are missing' },
  quiet: true,
  catchUp: { grace: 12 * 60, missed: 'latest' },
  schedules: async () => [{ arg: '', spec: { every: 'day', at: '09:00' } }],
  run: async (ctx, slot) => {
    const alarm = calendarAlarm(ctx.team.calendar, slot.date)
    if (alarm !== null) await alarmAdmins(ctx, alarm.year, mondayOf(slot.date))
  },
}

async function alarmAdmins(ctx: TeamContext, year: number, week: string): Promise<void> {
  const members = await membersOf(ctx.tx, ctx.team)
  for (const admin of members.filter(member => member.role === 'admin')) {
    ctx.say({
      to: { person: admin.personId },
      content: calendarAlarmWords(admin.lang, ctx.team, year),
      lane: 'nudge',
      purpose: 'team.calendar-alarm',
      key: `team.calendar-alarm:${ctx.team.id}:${year}:${week}:${admin.personId}`,
      reason: {
        words: {
          zh: '节假日未导入，每周提醒管理员一次',
          en: 'official holidays are missing; admins are told once a week',
        },
        facts: { year },
      },
      repeatable: true,
    })
  }
}
