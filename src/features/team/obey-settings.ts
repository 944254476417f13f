import { UserError } from '../../base/errors.ts'
import type { Lang, Words } from '../../base/words.ts'
import { toLocal } from '../../calendar/zone.ts'
import { content } from '../../content/build.ts'
import type { MemberContext, Team } from '../../context.ts'
import { answer } from './answer.ts'
import { readCalendar } from './calendar-input.ts'
import { changeTeam } from './change-team.ts'
import { readDays, withDays } from './days-input.ts'
import { importOfficialDays } from './import-official-days.ts'
import { readLang } from './lang-names.ts'
import { requireRole } from './permission.ts'
import { setPlainWords } from './plain-words.ts'
import type { SettingsRequest, TeamChangeRequest } from './settings-request.ts'
import { NAME_LIMIT } from './setup-input.ts'
import { setPersonLang } from './store.ts'
import { myLangWords, teamBlocks } from './words/settings.ts'
import { readZone } from './zone-names.ts'

/** Changes the team itself, for its managers, or one's own language, for anybody. */
export async function obeySettings(ctx: MemberContext, request: SettingsRequest): Promise<void> {
  switch (request.kind) {
    case 'my-lang':
      return await setMyLang(ctx, request.text)
    case 'plain':
      return await setPlainWords(ctx, request.text)
    case 'unreadable':
      throw unreadable(request.part)
    case 'holidays':
      requireRole(ctx, 'admin')
      return await importOfficialDays(ctx, request.text, request.year)
    default:
      requireRole(ctx, 'manager')
      return showTeam(ctx, await changeTeam(ctx, readChange(ctx, request)))
  }
}

function showTeam(ctx: MemberContext, team: Team): void {
  const blocks = teamBlocks(ctx.lang, team, { today: toLocal(ctx.now, team.zone).date, role: ctx.actor.role })
  answer(ctx, 'team.settings', content(ctx.lang, ...blocks))
}

/** Sets the actor's own language, whatever the team's. */
export async function setMyLang(ctx: MemberContext, text: string): Promise<void> {
  const lang = readLang(text) ?? refuse(words.lang)
  await setPersonLang(ctx.tx, ctx.actor.personId, lang)
  answer(ctx, 'team.my-lang', myLangWords(lang))
}

function readChange(ctx: MemberContext, request: TeamChangeRequest): Parameters<typeof changeTeam>[1] {
  const { calendar, zone } = ctx.team
  switch (request.kind) {
    case 'lang':
      return { lang: readLang(request.text) ?? refuse(words.lang) }
    case 'zone':
      return { zone: readZone(request.text) ?? refuse(words.zone) }
    case 'name':
      return { name: [...request.text].length <= NAME_LIMIT ? request.text : refuse(words.name) }
    case 'calendar': {
      const reading = readCalendar(request.text, calendar)
      return { calendar: reading.ok ? reading.calendar : refuse(reading.words) }
    }
    case 'days': {
      const days = readDays(request.text, toLocal(ctx.now, zone).date) ?? refuse(words.days)
      return { calendar: withDays(calendar, days, request.meaning) }
    }
  }
}

function refuse(reason: Words): never {
  throw new UserError('team.setting-unreadable', reason)
}

function unreadable(part: string): UserError {
  const shown = part.slice(0, NAME_LIMIT)
  return new UserError('team.setting-unknown', {
    zh: `没看懂“${shown}”。用 /settings 看有哪些设置和写法。`,
    en: `"${shown}" is not understood. See /settings for what there is and how to write it.`,
  })
}

const words = {
  lang: { zh: '语言可以是 zh 或 en。', en: 'The language may be zh or en.' },
  zone: {
    zh: '没有这个时区，例如 Asia/Shanghai、America/New_York。',
    en: 'There is no such time zone; for example Asia/Shanghai or America/New_York.',
  },
  name: { zh: `团队名称最多 ${NAME_LIMIT} 个字。`, en: `The name may have up to ${NAME_LIMIT} characters.` },
  days: {
    zh: '请写日期，例如 /settings dayoff 2026-11-27，或 11.27-11.29，一次最多两个月。',
    en: 'Write dates, for example /settings dayoff 2026-11-27 or 11.27-11.29, two months at most.',
  },
} satisfies Record<string, Record<Lang, string>>
