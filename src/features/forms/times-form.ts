import type { Lang, Words } from '../../base/words.ts'
import { form } from '../../content/build.ts'
import type { Block, Input } from '../../content/content.ts'
import type { Cadence } from './cadence.ts'
import { plainTimes } from './times.ts'

/** Fields to change the times with; null where three fields cannot show them: those are changed in words or as YAML. */
export function timesForm(key: string, cadence: Cadence, lang: Lang): Block | null {
  const times = plainTimes(cadence)
  if (!times) return null
  const { opens, due, closes } = times
  const later = String(closes.daysLater)
  const days = [...new Set(['0', '1', later])].sort()
  const inputs: readonly Input[] = [
    { id: 'opens', label: { zh: '开始', en: 'Opens' }[lang], kind: 'time', required: true, initial: opens },
    { id: 'due', label: { zh: '截止', en: 'Due' }[lang], kind: 'time', required: true, initial: due },
    { id: 'closes', label: { zh: '关闭', en: 'Closes' }[lang], kind: 'time', required: true, initial: closes.at },
    {
      id: 'days',
      label: { zh: '哪天关闭', en: 'Closes on' }[lang],
      kind: 'choice',
      required: true,
      initial: later,
      options: days.map(value => ({ value, label: dayWords(Number(value))[lang] })),
    },
  ]
  return form({
    id: 'forms.edit',
    title: { zh: '修改时间', en: 'Change the times' }[lang],
    submit: { zh: '保存', en: 'Save' }[lang],
    words: {
      zh: `/表单 ${key} 开始 ${opens} 截止 ${due} 关闭 ${closes.at}`,
      en: `/form ${key} opens ${opens} due ${due} closes ${closes.at}`,
    }[lang],
    value: key,
    inputs,
  })
}

function dayWords(days: number): Words {
  if (days === 0) return { zh: '当天', en: 'the same day' }
  return days === 1 ? { zh: '次日', en: 'the next day' } : { zh: `${days} 天后`, en: `${days} days later` }
}
