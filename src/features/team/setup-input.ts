import type { Lang, Words } from '../../base/words.ts'
import { isLocalTime, type LocalTime } from '../../calendar/dates.ts'
import { minutesOf, type Zone } from '../../calendar/zone.ts'
import { readTime } from '../../commands/arguments.ts'
import type { FormValues } from '../../content/content.ts'
import { readLang } from './lang-names.ts'
import { readOptions, renameKeys } from './options.ts'
import { readZone } from './zone-names.ts'

/** What it takes to make a team. */
export interface SetUp {
  readonly name: string
  readonly zone: Zone
  readonly lang: Lang
  readonly planDue: LocalTime
  readonly reportDue: LocalTime
  /** Whether whoever sets the team up also leads it. */
  readonly manager: 'me' | 'other'
}

/** What a new team speaks and where its clock stands unless its founder says otherwise. */
export type UsualSetUp = Pick<SetUp, 'lang' | 'zone'>

export const setUpDefaults = { zone: 'Asia/Shanghai', planDue: '09:15', reportDue: '19:00', manager: 'me' } as const

export const NAME_LIMIT = 40

export type SetUpReading =
  | { readonly ok: true; readonly input: SetUp }
  | { readonly ok: false; readonly faults: readonly SetUpFault[] }

/** What must be mended, and in which answer; null for an option that there is not. */
export interface SetUpFault extends Words {
  readonly answer: keyof SetUp | null
}

/** The answers as texts; what is missing takes its default. */
type Answers = Partial<Readonly<Record<keyof SetUp, string>>>

/** Reads `销售一部 zone=Asia/Shanghai lang=zh plan=9:15 report=19:00 manager=me`; all but the name may be left out. */
export function readTypedSetUp(text: string, usual: UsualSetUp): SetUpReading {
  const { words, options } = readOptions(text)
  const { known, unknown } = renameKeys(options, keys)
  const reading = check({ name: words.join(' '), ...known }, usual)
  if (unknown.length === 0) return reading
  return {
    ok: false,
    faults: [...unknown.map(key => faultIn(null, unknownKey(key))), ...(reading.ok ? [] : reading.faults)],
  }
}

/** Reads the form, whose inputs have the names of the answers. */
export function readSetUpForm(values: FormValues, usual: UsualSetUp): SetUpReading {
  const lines = Object.entries(values).flatMap(([id, value]) => (typeof value === 'string' ? [[id, value]] : []))
  return check(Object.fromEntries(lines), usual)
}

const keys: ReadonlyMap<string, keyof SetUp> = new Map([
  ['name', 'name'],
  ['名称', 'name'],
  ['zone', 'zone'],
  ['时区', 'zone'],
  ['lang', 'lang'],
  ['语言', 'lang'],
  ['plan', 'planDue'],
  ['计划', 'planDue'],
  ['report', 'reportDue'],
  ['日报', 'reportDue'],
  ['manager', 'manager'],
  ['经理', 'manager'],
])

function check(answers: Answers, usual: UsualSetUp): SetUpReading {
  const name = answers.name?.trim() ?? ''
  const zone = readZone(answers.zone || usual.zone)
  const teamLang = readLang(answers.lang || usual.lang)
  const planDue = asTime(answers.planDue || setUpDefaults.planDue)
  const reportDue = asTime(answers.reportDue || setUpDefaults.reportDue)
  const manager = managers.get(answers.manager?.trim().toLowerCase() || setUpDefaults.manager)
  const nameFits = name !== '' && [...name].length <= NAME_LIMIT
  const fitting = planDue === null || reportDue === null || isDay(planDue, reportDue)
  if (nameFits && zone && teamLang && planDue && reportDue && fitting && manager) {
    return { ok: true, input: { name, zone, lang: teamLang, planDue, reportDue, manager } }
  }
  const faults = [
    nameFits ? null : faultIn('name', name === '' ? nameMissing : nameTooLong),
    zone ? null : faultIn('zone', unreadable('时区', 'time zone', answers.zone, 'Asia/Shanghai')),
    teamLang ? null : faultIn('lang', unreadable('语言', 'language', answers.lang, 'zh, en')),
    planDue ? null : faultIn('planDue', unreadable('计划时间', 'plan time', answers.planDue, '09:15')),
    reportDue ? null : faultIn('reportDue', unreadable('日报时间', 'report time', answers.reportDue, '19:00')),
    fitting ? null : faultIn('reportDue', notADay),
    manager ? null : faultIn('manager', unreadable('经理', 'manager', answers.manager, 'me, other')),
  ]
  return { ok: false, faults: faults.filter(fault => fault !== null) }
}

function faultIn(answer: SetUpFault['answer'], words: Words): SetUpFault {
  return { ...words, answer }
}

/** The plan opens three quarters of an hour before it is due; between it and the report there is time to work. */
function isDay(planDue: LocalTime, reportDue: LocalTime): boolean {
  return minutesOf(planDue) >= 60 && minutesOf(reportDue) - minutesOf(planDue) >= 180
}

const notADay: Words = {
  zh: '计划时间不早于 01:00，日报时间至少比计划晚 3 小时，例如 09:15 和 19:00',
  en: 'the plan is due at 01:00 or later, and the report at least three hours after it; for example 09:15 and 19:00',
}

function asTime(text: string): LocalTime | null {
  return isLocalTime(text) ? text : readTime(text)
}

const managers: ReadonlyMap<string, SetUp['manager']> = new Map([
  ['me', 'me'],
  ['我', 'me'],
  ['other', 'other'],
  ['别人', 'other'],
  ['其他人', 'other'],
])

const nameMissing: Words = {
  zh: '还缺团队名称，例如 /setup 销售一部',
  en: 'the team needs a name, for example /setup Sales One',
}

const nameTooLong: Words = {
  zh: `团队名称最多 ${NAME_LIMIT} 个字`,
  en: `the team's name may have up to ${NAME_LIMIT} characters`,
}

function unreadable(zh: string, en: string, given: string | undefined, example: string): Words {
  const shown = (given ?? '').slice(0, NAME_LIMIT)
  return {
    zh: `看不懂${zh}“${shown}”，例如 ${example}`,
    en: `the ${en} "${shown}" is not understood; for example ${example}`,
  }
}

function unknownKey(key: string): Words {
  const shown = key.slice(0, NAME_LIMIT)
  const usable = 'zone, lang, plan, report, manager'
  return { zh: `没有“${shown}”这一项，可用：${usable}`, en: `there is no option "${shown}"; there are ${usable}` }
}
