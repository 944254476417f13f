import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { code, content, field, fields, heading, list, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import { atLeast, type Role, type Team } from '../../../context.ts'
import { langNames } from '../lang-names.ts'
import { usualWeek } from './calendar.ts'
import { gap } from './gap.ts'

/** The team itself as it is; for those who may, with how to change it. */
export function teamBlocks(
  lang: Lang,
  team: Team,
  { today, role }: { today: LocalDate; role: Role },
): readonly (Block | null)[] {
  const w = {
    zh: { zone: '时区', lang: '团队语言', calendar: '工作日', off: '另外放假', on: '另外上班', none: '无' },
    en: {
      zone: 'Time zone',
      lang: 'Team language',
      calendar: 'Workdays',
      off: 'Also off',
      on: 'Also worked',
      none: 'none',
    },
  }[lang]
  const ahead = (dates: readonly LocalDate[]) => dates.filter(date => date >= today).join(' ') || w.none
  return [
    heading(team.name),
    fields(
      field(w.zone, team.zone),
      field(w.lang, langNames[team.lang]),
      field(w.calendar, usualWeek(team.calendar, lang)),
      field(w.off, ahead(team.calendar.daysOff)),
      field(w.on, ahead(team.calendar.daysOn)),
    ),
    atLeast(role, 'manager') ? howTo(lang) : null,
    otherLanguage(lang),
  ]
}

function howTo(lang: Lang) {
  const rows = {
    zh: [
      '/settings zone Asia/Shanghai',
      '/settings team lang en',
      '/settings name 销售一部',
      '/settings calendar cn · 双休 · 大小周 anchor=2026-11-23 · 单休 周日',
      '/settings dayoff 2026-11-27 · dayon 2026-11-28 · dayoff cancel 2026-11-27',
      '/settings holidays 粘贴国务院放假通知（管理员）',
      '/设置 免斜杠 开（在群里发：命令不用斜杠，也不用 @我）',
    ],
    en: [
      '/settings zone America/New_York',
      '/settings team lang zh',
      '/settings name Sales One',
      '/settings calendar cn · mon-fri · alternating anchor=2026-11-23 · single-rest sunday',
      '/settings dayoff 2026-11-27 · dayon 2026-11-28 · dayoff cancel 2026-11-27',
      '/settings holidays, then the official notice pasted (admins)',
      '/settings plain on (in a group: commands without slash or mention)',
    ],
  }[lang]
  return list(rows.map(row => [code(row)]))
}

/** The button speaks the language that it leads to. */
export function otherLanguage(lang: Lang): Block {
  const other = lang === 'zh' ? 'en' : 'zh'
  const words = `/settings lang ${other}`
  return { b: 'actions', buttons: [{ id: 'team.my-lang', label: langNames[other], words, value: other }] }
}

export function myLangWords(lang: Lang): Content {
  return content(
    lang,
    text({ zh: '好的，以后对你说中文。', en: 'All right, English it is from now on.' }[lang]),
    otherLanguage(lang),
  )
}

interface Imported {
  readonly years: readonly number[]
  readonly off: number
  readonly work: number
  readonly missing: readonly { readonly date: LocalDate; readonly name: string }[]
}

/** What was taken in; holidays that the list forgot leave their year unknown, which is said. */
export function officialImportedWords(lang: Lang, { years, off, work, missing }: Imported): Content {
  const names = missing.map(day => `${day.date} ${day.name}`).join(lang === 'zh' ? '、' : ', ')
  const w = {
    zh: {
      done: `已导入 ${years.join('、')} 年：放假 ${off} 天，调休上班 ${work} 天，对所有团队生效。`,
      missing: `还缺：${names}。补上之前，这一年仍按“未确认”处理。`,
    },
    en: {
      done: `Taken in for ${years.join(', ')}: ${off} days off, ${work} make-up workdays, for all teams.`,
      missing: `Still missing: ${names}. Until they are given, that year stays unconfirmed.`,
    },
  }[lang]
  return content(lang, text(w.done), missing.length === 0 ? null : text(w.missing))
}

/** To admins, when a year comes near whose holidays nobody has given. */
export function calendarAlarmWords(lang: Lang, team: Team, year: number): Content {
  const w = {
    zh: {
      what: `“${team.name}”的工作日历还不知道 ${year} 年的法定节假日和调休。`,
      so: `在那之前，${year} 年先按平常的一周安排，并标为“未确认”。`,
      how: `国务院通知公布后，请输入 /settings holidays ${year} 并把通知全文贴在后面。`,
    },
    en: {
      what: `The calendar of "${team.name}" does not know the official holidays and make-up days of ${year} yet.`,
      so: `Until it does, ${year} goes by the usual week and is marked unconfirmed.`,
      how: `Once the notice is published, type /settings holidays ${year} and paste the whole notice after it.`,
    },
  }[lang]
  return content(lang, text(w.what, gap[lang], w.so), quiet(w.how))
}

/** For the log. */
export const teamChanged: Words = { zh: '改了团队的基本设置', en: 'Changed the team’s own settings' }
