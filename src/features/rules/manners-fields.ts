import { langs } from '../../base/words.ts'
import { readWhole } from './condition-fields.ts'
import type { RuleField } from './field.ts'
import { stepNames } from './manners-words.ts'
import { type RuleDefinition, stepKinds } from './rule.ts'
import { textOf } from './titles.ts'

export const mannersFields: readonly RuleField[] = [
  {
    id: 'steps',
    label: { zh: '依次怎么做', en: 'Steps' },
    spellings: ['steps', '步骤', '做法'],
    kind: 'line',
    takes: {
      zh: `${stepKinds.map(kind => stepNames[kind].zh).join('、')}，按先后写，最多 6 步`,
      en: `${stepKinds.join(', ')}: in their order, at most six`,
    },
    show: ({ manners }, lang) => manners.steps.map(step => stepNames[step.do][lang]).join({ zh: '、', en: ', ' }[lang]),
    write: writeSteps,
  },
  {
    id: 'say',
    label: { zh: '第一次提醒的原话', en: 'Words of the first hint' },
    spellings: ['say', '原话', '怎么说'],
    kind: 'text',
    takes: { zh: '一句话；或“无”，用默认的', en: 'a sentence; or none for the usual one' },
    show: ({ manners: { steps } }, lang) => {
      const words = steps.find(step => step.do === 'hint' || step.do === 'open-hint')?.words
      return words === undefined ? { zh: '无', en: 'none' }[lang] : textOf(words, lang)
    },
    write: writeWords,
  },
  {
    id: 'coolDown',
    label: { zh: '两次之间隔几分钟', en: 'Minutes between steps' },
    spellings: ['cool-down', 'cooldown', '间隔'],
    kind: 'number',
    takes: { zh: '分钟数', en: 'a number of minutes' },
    show: ({ manners }) => String(manners.coolDown),
    write: (rule, text) => withManners(rule, 'coolDown', readWhole(text)),
  },
  {
    id: 'forgivenAfter',
    label: { zh: '几天没犯就从头算', en: 'Forgiven after days' },
    spellings: ['forgiven', 'forgiven-after', '既往不咎', '清零'],
    kind: 'number',
    takes: { zh: '天数', en: 'a number of days' },
    show: ({ manners }) => String(manners.forgivenAfter),
    write: (rule, text) => withManners(rule, 'forgivenAfter', readWhole(text)),
  },
]

/** A step keeps its own words where the same is still done at the same place. */
function writeSteps(rule: RuleDefinition, text: string): unknown {
  const said = text
    .split(/[\n,，、;；→>]+/)
    .map(part => part.trim().toLowerCase())
    .filter(part => part !== '')
  const kinds = said.map(name =>
    stepKinds.find(kind => [kind, ...langs.map(lang => stepNames[kind][lang])].includes(name)),
  )
  if (kinds.includes(undefined)) return undefined
  const { steps } = rule.manners
  return withManners(
    rule,
    'steps',
    kinds.map((kind, at) => (steps[at]?.do === kind ? steps[at] : { do: kind })),
  )
}

function writeWords(rule: RuleDefinition, text: string, lang: 'zh' | 'en'): unknown {
  const at = rule.manners.steps.findIndex(step => step.do === 'hint' || step.do === 'open-hint')
  if (at < 0) return isUsual(text) ? rule : undefined
  const steps = rule.manners.steps.map((step, here) => {
    if (here !== at) return step
    const { words, ...bare } = step
    return isUsual(text) ? bare : { ...bare, words: { ...words, [lang]: onOneLine(text) } }
  })
  return withManners(rule, 'steps', steps)
}

/** `no` and `off` may be what somebody wants said. */
const isUsual = (text: string): boolean => /^(?:|-|无|none)$/i.test(text.trim())

const onOneLine = (text: string) => text.trim().replaceAll(/\s*\n\s*/g, ' ')

function withManners(rule: RuleDefinition, name: string, value: unknown): unknown {
  return value === undefined ? undefined : { ...rule, manners: { ...rule.manners, [name]: value } }
}
