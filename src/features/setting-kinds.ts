import type { z } from 'zod'
import { langs, type Words } from '../base/words.ts'
import type { LocalTime } from '../calendar/dates.ts'
import { readTime, readTimeSpan } from '../commands/arguments.ts'
import { tidy } from '../commands/tidy.ts'
import type { ValueKind } from './setting.ts'

// How people type and read the usual kinds of settings.

/** One of a few named values. A value's own code and other spellings are understood too. */
export function oneOf<T extends string>(
  names: Readonly<Record<T, Words & { readonly also?: readonly string[] }>>,
): ValueKind<T> {
  const choices: T[] = []
  for (const value in names) choices.push(value)
  const last = choices.at(-1)
  return {
    takes: {
      zh: choices.map(value => names[value].zh).join('、'),
      en: choices.map(value => names[value].en).join(', '),
    },
    example: last === undefined ? { zh: '', en: '' } : names[last],
    choices,
    read(text) {
      const said = tidy(text)
      return choices.find(value =>
        [value, names[value].zh, names[value].en, ...(names[value].also ?? [])].includes(said),
      )
    },
    show: (value, { lang }) => names[value][lang],
  }
}

const switches = oneOf({
  on: { zh: '开', en: 'on', also: ['开启', '打开', '是', '要', 'yes', 'true'] },
  off: { zh: '关', en: 'off', also: ['关闭', '不', '否', '不要', 'no', 'none', 'never', 'false', '无'] },
})

export const onOff: ValueKind<boolean> = {
  takes: switches.takes,
  example: switches.example,
  choices: [true, false],
  async read(text, around) {
    const said = await switches.read(text, around)
    return said && said === 'on'
  },
  show: (value, around) => switches.show(value ? 'on' : 'off', around),
}

/** The same values, or null: switched off. The button switches between off and `usual`. */
export function orOff<T>(kind: ValueKind<T>, usual: T): ValueKind<T | null> {
  return {
    takes: { zh: `${kind.takes.zh}；或“关”`, en: `${kind.takes.en}; or off` },
    example: kind.example,
    choices: [usual, null],
    async read(text, around) {
      return (await switches.read(text, around)) === 'off' ? null : kind.read(text, around)
    },
    show: (value, around) => (value === null ? switches.show('off', around) : kind.show(value, around)),
  }
}

/** A whole number in the bounds of its schema, with its unit or without. Where it may be 0, that is `off`. */
export function wholeNumber(field: z.ZodDefault<z.ZodNumber>, unit: Words, example: number): ValueKind<number> {
  const { minValue: least, maxValue: most } = field.unwrap()
  const range = `${least === 0 ? 1 : least}–${most}`
  const spoken = new RegExp(`^(\\d{1,9}) ?(?:${langs.map(lang => tidy(unit[lang]).replace(/s$/, 's?')).join('|')})?$`)
  return {
    takes: {
      zh: `${range} 的整数${least === 0 ? '；或“关”' : ''}`,
      en: `a whole number, ${range}${least === 0 ? '; or off' : ''}`,
    },
    example: { zh: String(example), en: String(example) },
    async read(text, around) {
      const [, digits] = spoken.exec(tidy(text)) ?? []
      if (digits !== undefined) return Number(digits)
      return least === 0 && (await switches.read(text, around)) === 'off' ? 0 : undefined
    },
    show(value, around) {
      if (value === 0) return switches.show('off', around)
      const { lang } = around
      return `${value} ${value === 1 ? unit[lang].replace(/s$/, '') : unit[lang]}`
    },
  }
}

/** A time on the clock. */
export const clockTime: ValueKind<LocalTime> = {
  takes: { zh: '时间，如 09:30、下午5点', en: 'a time such as 09:30 or 5pm' },
  example: { zh: '09:30', en: '09:30' },
  read: text => readTime(text) ?? undefined,
  show: value => value,
}

/** From one time to another, perhaps on the next day. */
export const timeSpan: ValueKind<{ readonly from: LocalTime; readonly to: LocalTime }> = {
  takes: { zh: '一段时间，如 21:00-08:00', en: 'from one time to another, such as 21:00-08:00' },
  example: { zh: '21:00-08:00', en: '21:00-08:00' },
  read: text => readTimeSpan(text) ?? undefined,
  show: ({ from, to }) => `${from}–${to}`,
}

/** Within one day, such as the hours in which people work. */
export const daytime: typeof timeSpan = {
  ...timeSpan,
  takes: {
    zh: '同一天里的一段时间，如 09:00-18:00',
    en: 'from one time to a later one of the day, such as 09:00-18:00',
  },
  example: { zh: '08:30-17:30', en: '08:30-17:30' },
  read(text) {
    const span = readTimeSpan(text)
    return span && span.from < span.to ? span : undefined
  },
}
