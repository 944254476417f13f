import { langs, type Words } from '../../base/words.ts'
import { readTime } from '../../commands/arguments.ts'
import { tidy } from '../../commands/tidy.ts'
import { readRole, roleName } from '../team/role-names.ts'
import { type ConditionKind, doors } from './condition.ts'
import { doorNames, numberNames } from './condition-words.ts'
import { isNone, partsOf, type RuleField } from './field.ts'
import type { RuleDefinition } from './rule.ts'

const NUMBER: Words = { zh: '一个整数', en: 'a whole number' }

/** A part of the condition of these kinds, under its own name there. */
function part(
  name: string,
  kinds: readonly ConditionKind[],
  field: Omit<RuleField, 'id' | 'show' | 'write'> & Reading,
): RuleField {
  const { shown, read, id = name, ...facts } = field
  const valueIn = ({ when }: RuleDefinition): unknown =>
    kinds.includes(when.kind) ? Object.entries(when).find(([key]) => key === name)?.[1] : undefined
  return {
    ...facts,
    id,
    show: (rule, lang) => (kinds.includes(rule.when.kind) ? shown(valueIn(rule), lang) : null),
    write(rule, text) {
      const value = kinds.includes(rule.when.kind) ? read(text) : undefined
      if (value === undefined) return undefined
      if (value !== null) return { ...rule, when: { ...rule.when, [name]: value } }
      return { ...rule, when: Object.fromEntries(Object.entries(rule.when).filter(([key]) => key !== name)) }
    },
  }
}

interface Reading {
  /** Where its name there is another part's name, too. */
  readonly id?: string
  readonly shown: (value: unknown, lang: 'zh' | 'en') => string
  /** Undefined when it is not understood; null for none. */
  readonly read: (text: string) => unknown
}

function number(name: string, kinds: readonly ConditionKind[], label: Words, spellings: readonly string[]): RuleField {
  return part(name, kinds, {
    label,
    spellings,
    kind: 'number',
    takes: NUMBER,
    shown: String,
    read: text => readWhole(text),
  })
}

/** `十分钟`, `10 min`, `6 条`. */
export function readWhole(text: string): number | undefined {
  const [, digits] = /^(\d{1,6}) ?(?:\p{L}{0,8}\.?)$/u.exec(tidy(text)) ?? []
  return digits === undefined ? undefined : Number(digits)
}

const lines = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : '')

export const conditionFields: readonly RuleField[] = [
  number('messages', ['flooding'], { zh: '最多几条', en: 'Messages' }, ['messages', '条数', '条']),
  number('seconds', ['flooding'], { zh: '几秒之内', en: 'Within seconds' }, ['seconds', '秒', '秒数']),
  number('times', ['repeats'], { zh: '重复几遍', en: 'Times' }, ['count', '遍数', '次数']),
  number('minutes', ['repeats', 'unanswered'], { zh: '几分钟之内', en: 'Within minutes' }, ['minutes', '分钟']),
  number('perDay', ['mention-all'], { zh: '每天最多几次', en: 'Times a day' }, ['per-day', 'perday', '每天']),
  part('mayAtLeast', ['mention-all'], {
    label: { zh: '谁可以', en: 'Who may' },
    spellings: ['who', 'may', '谁可以', '谁'],
    kind: 'choice',
    options: lang =>
      (['rep', 'lead', 'manager', 'admin'] as const).map(value => ({ value, label: roleName(value, lang) })),
    takes: { zh: '销售、组长、经理、管理员', en: 'rep, lead, manager, admin' },
    shown: String,
    read: text => readRole(text.replace(/及以上$| or above$/, '')) ?? undefined,
  }),
  part('to', ['routing'], {
    id: 'door',
    label: { zh: '请走哪里', en: 'Where it goes' },
    spellings: ['goes', '去处', '改走'],
    kind: 'choice',
    options: lang => doors.map(value => ({ value, label: doorNames[value][lang] })),
    takes: { zh: `${doors.join('、')}`, en: doors.join(', ') },
    shown: String,
    read: text =>
      doors.find(door => [door, ...langs.map(lang => doorNames[door][lang])].includes(text.trim().toLowerCase())),
  }),
  part('patterns', ['routing', 'off-topic'], {
    label: { zh: '词语（* 代表任意内容）', en: 'Words (* for anything)' },
    spellings: ['patterns', 'words', '词语', '词'],
    kind: 'text',
    takes: { zh: '词语，用顿号或换行隔开', en: 'words, with commas or lines between them' },
    shown: lines,
    read: partsOf,
  }),
  part('allowed', ['links'], {
    label: { zh: '允许的网站', en: 'Allowed sites' },
    spellings: ['allowed', 'allow', 'sites', '允许', '网站'],
    kind: 'text',
    takes: {
      zh: '网站，如 example.com，用顿号或换行隔开；或“无”',
      en: 'sites such as example.com, with commas or lines between them; or none',
    },
    shown: lines,
    read: text => (isNone(text) ? [] : readHosts(text)),
  }),
  part('what', ['customer-data'], {
    label: { zh: '哪些号码', en: 'Which numbers' },
    spellings: ['what', 'numbers', '号码'],
    kind: 'line',
    takes: { zh: '手机号、身份证号、银行卡号', en: 'mobile, id-card, bank-card' },
    shown: value => (Array.isArray(value) ? value.join(', ') : ''),
    read: readNumbers,
  }),
  part('list', ['wording'], {
    label: { zh: '词表', en: 'List' },
    spellings: ['list', '词表'],
    kind: 'line',
    takes: { zh: '词表的名字', en: 'the name of a list' },
    shown: String,
    read: text => text.trim(),
  }),
  part('pinyin', ['wording'], {
    label: { zh: '拼音和谐音（只给经理看）', en: 'Pinyin (for managers alone)' },
    spellings: ['pinyin', 'sound', '拼音', '谐音'],
    kind: 'choice',
    options: lang => switches.map(({ [lang]: [name] }) => ({ value: name, label: name })),
    takes: { zh: '开，或关', en: 'on or off' },
    shown: (value, lang) => switches.find(one => one.is === value)?.[lang][0] ?? '',
    read: text => switches.find(({ zh, en }) => [...zh, ...en].some(name => name === text.trim().toLowerCase()))?.is,
  }),
  part('until', ['report-form'], {
    label: { zh: '几点前交', en: 'Before' },
    spellings: ['until', 'before', '截止'],
    kind: 'line',
    takes: { zh: '时间，如 18:30；或“不限”', en: 'a time such as 18:30; or none' },
    shown: (value, lang) => (typeof value === 'string' ? value : { zh: '不限', en: 'none' }[lang]),
    read: text => (isNone(text) ? null : (readTime(text) ?? undefined)),
  }),
]

const switches = [
  { is: true, zh: ['开', '打开', '开启', '是'], en: ['on', 'yes', 'true'] },
  { is: false, zh: ['关', '关闭', '不', '否', '无'], en: ['off', 'no', 'none', 'false'] },
] as const

/** Whatever is pasted of an address, its host. */
function readHosts(text: string): readonly string[] {
  const hosts = partsOf(text.replaceAll(/[ \t]+/g, '\n')).map(one =>
    one
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/[/?#:].*$/, ''),
  )
  return [...new Set(hosts.map(host => host.replace(/^(?:www|\*)\./, '')))]
}

function readNumbers(text: string): readonly string[] | undefined {
  const kinds = ['mobile', 'id-card', 'bank-card'] as const
  const read = partsOf(text.toLowerCase()).map(said =>
    kinds.find(kind => [kind, ...langs.map(lang => numberNames[kind][lang])].some(name => name.toLowerCase() === said)),
  )
  return read.every(kind => kind !== undefined) ? read : undefined
}
