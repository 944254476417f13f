import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, heading, list, quiet, strong, text } from '../../../content/build.ts'
import type { Button, Content } from '../../../content/content.ts'
import type { Verdict } from './doubtful-store.ts'
import type { Excerpt } from './excerpt.ts'

interface Shown {
  readonly number: number
  readonly title: string
  /** Of which word, or whatever else the rule looks for, it made one think. */
  readonly what: readonly string[]
  /** Null for what this key does not open. */
  readonly excerpt: Excerpt | null
}

interface Waiting {
  readonly shown: readonly Shown[]
  /** Of all that wait, also those that are not shown. */
  readonly count: number
  /** How many cannot be judged, because the message is not kept. */
  readonly unkept: number
}

/** For a manager alone. */
export function doubtfulContent({ shown, count, unkept }: Waiting, lang: Lang): Content {
  const lost =
    unkept === 0
      ? null
      : quiet(
          {
            zh: `另有 ${unkept} 条原话没有留存，没法判断。留存几天：/settings rules.keepDays 30`,
            en: `${unkept} more cannot be judged, as the messages are not kept. To keep them: /settings rules.keepDays 30`,
          }[lang],
        )
  if (shown.length === 0)
    return content(lang, text({ zh: '没有存疑的要看。', en: 'There is nothing doubtful to look at.' }[lang]), lost)
  const [{ number } = { number: 12 }] = shown
  return content(
    lang,
    heading({ zh: `存疑 · ${count} 条待看`, en: `Doubtful · ${count} to look at` }[lang]),
    list(shown.map(one => line(one, lang))),
    actions(...shown.flatMap(one => buttons(one.number, lang))),
    lost,
    quiet(
      {
        zh: `没有提示过任何人，也不显示是谁说的；查看已记录在案。你的判断只用来看群规准不准。也可以打：/群规 对 ${number} 或 /群规 不对 ${number}`,
        en: `Nobody was told, and no name is shown; that you saw it is on record. Your word only tells how right a rule is. You can type /rules right ${number} or /rules wrong ${number}, too`,
      }[lang],
    ),
  )
}

function line({ number, title, what, excerpt }: Shown, lang: Lang) {
  const like = what.length === 0 ? '' : { zh: `像“${what[0]}”`, en: `like “${what[0]}”` }[lang]
  const about = `#${number} ${title}${like === '' ? '' : ` · ${like}`}`
  if (excerpt === null) return [about, { zh: '：原话打不开了', en: ': the message cannot be opened any more' }[lang]]
  return [about, { zh: '：', en: ': ' }[lang], excerpt.before, strong(excerpt.passage), excerpt.after]
}

function buttons(number: number, lang: Lang): readonly Button[] {
  const value = String(number)
  const command = { zh: '/群规', en: '/rules' }[lang]
  return [
    {
      ...{ id: 'rules.right', value, words: `${command} ${{ zh: '对', en: 'right' }[lang]} ${value}` },
      label: { zh: `#${value} 确实是`, en: `#${value} It is` }[lang],
    },
    {
      ...{ id: 'rules.wrong', value, words: `${command} ${{ zh: '不对', en: 'wrong' }[lang]} ${value}` },
      label: { zh: `#${value} 不是`, en: `#${value} It is not` }[lang],
    },
  ]
}

interface Judged {
  readonly number: number
  readonly verdict: Verdict
  /** What to type so that it is certain from now on, or is not looked at any more; null where there is no such thing. */
  readonly next: string | null
  /** How many still wait. */
  readonly left: number
}

export function judgedContent({ number, verdict, next, left }: Judged, lang: Lang): Content {
  const noted: Readonly<Record<Verdict, Words>> = {
    right: { zh: `记下了，#${number} 确实是。`, en: `Noted: #${number} was one.` },
    wrong: { zh: `记下了，#${number} 不是。`, en: `Noted: #${number} was none.` },
  }
  const hint: Readonly<Record<Verdict, Words>> = {
    right: { zh: `以后这样写就直接提示：${next}`, en: `To have it hinted at from now on: ${next}` },
    wrong: { zh: `以后不再看它：${next}`, en: `To pass over it from now on: ${next}` },
  }
  return content(
    lang,
    text(noted[verdict][lang]),
    next === null ? null : quiet(hint[verdict][lang]),
    left === 0 ? null : actions(doubtfulButton(left, lang)),
  )
}

/** To what waits to be judged. */
export function doubtfulButton(count: number, lang: Lang): Button {
  return {
    id: 'rules.doubtful',
    label: { zh: `看存疑的 ${count} 条`, en: `Look at ${count} doubtful` }[lang],
    words: { zh: '/群规 存疑', en: '/rules doubtful' }[lang],
  }
}
