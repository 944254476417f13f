import type { Lang } from '../../../src/base/words.ts'
import type { Input } from '../../../src/content/content.ts'
import { choicesOf } from '../../shared/choices.ts'
import { initials, LONGEST_TEXT } from './initial.ts'

/** The input's own hint, when it is asked at all, and what of its text had no room. */
export function hintOf(input: Input, form: readonly Input[], lang: Lang): string | null {
  const parts = [conditionOf(input, form, lang), input.hint ?? '', shortened(input)[lang]]
  const said = parts.filter(part => part !== '')
  return said.length === 0 ? null : said.join({ zh: '；', en: '; ' }[lang])
}

/** Slack cannot hide an input until another is answered, so it says when it is asked. */
function conditionOf({ when }: Input, form: readonly Input[], lang: Lang): string {
  if (when === undefined) return ''
  const other = form.find(({ id }) => id === when.input)
  const name = other?.label ?? when.input
  if (when.is.includes('*')) return { zh: `填了“${name}”才需要填`, en: `only if "${name}" is answered` }[lang]
  const labels = new Map(other && choicesOf(other, lang).map(choice => [choice.value, choice.label]))
  const values = when.is.map(value => `“${labels.get(value) ?? value}”`)
  const quoted = when.is.map(value => `"${labels.get(value) ?? value}"`)
  return {
    zh: `“${name}”是${values.join('或')}时才需要填`,
    en: `only if "${name}" is ${quoted.join(' or ')}`,
  }[lang]
}

function shortened(input: Input) {
  const whole = initials(input).join('\n').length <= LONGEST_TEXT
  return whole
    ? { zh: '', en: '' }
    : {
        zh: `已填的内容太长，这里只放得下前 ${LONGEST_TEXT} 个字`,
        en: `there is more in it already; only its first ${LONGEST_TEXT} characters fit here`,
      }
}
