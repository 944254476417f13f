import type { Lang, Words } from '../../base/words.ts'
import { code, content, field, fields, quiet, strong, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import type { Habit, HabitKind } from './habits.ts'
import type { KeptHabit } from './store.ts'

const names: Readonly<Record<HabitKind, Words>> = {
  copied: { zh: '日报常和前一天一样', en: 'reports that repeat the day before' },
  burst: { zh: '几天的日报一次补完', en: 'several days filled in at once' },
  round: { zh: '数字常是整数', en: 'numbers that are often round' },
}

/** What was noticed, as plain facts. */
function factsOf(habit: Habit): Words {
  switch (habit.kind) {
    case 'copied':
      return {
        zh: `最近 ${habit.days} 份日报里，有 ${habit.copies} 份和前一天一模一样`,
        en: `${habit.copies} of the last ${habit.days} reports are just the same as the day before`,
      }
    case 'burst':
      return {
        zh: `有 ${habit.days} 天的日报是在 ${habit.minutes} 分钟内一起补的`,
        en: `the reports of ${habit.days} days were filled in together, within ${habit.minutes} minutes`,
      }
    case 'round':
      return {
        zh: `最近 ${habit.counts} 个数里，有 ${habit.round} 个是 5 或 10 的倍数`,
        en: `${habit.round} of the last ${habit.counts} counts end in 0 or 5`,
      }
  }
}

const helps: Readonly<Record<HabitKind, Words>> = {
  copied: { zh: '可能真是这样，也可能忘了改。', en: 'Perhaps it was so, perhaps it was not changed.' },
  burst: {
    zh: '当天随手记一句，数字更准，也更省事。',
    en: 'A line on the day itself is quicker, and closer to what happened.',
  },
  round: {
    zh: '估个大概也行，记实数对你自己的进度更有用。',
    en: 'A guess will do; the real count serves your own pace better.',
  },
}

/** To the member alone: a kindness, not a reproach. */
export function habitContent(habit: Habit, lang: Lang): Content {
  const w = {
    zh: { only: '只有你看得到。有原因的话，可以说一句：', how: '/说明 原因' },
    en: { only: 'Only you see this. If there is a reason, you can say it: ', how: '/explain why' },
  }[lang]
  const opening = { zh: '顺便提一下：', en: 'By the way: ' }[lang]
  return content(
    lang,
    text(opening, factsOf(habit)[lang], { zh: '。', en: '. ' }[lang], helps[habit.kind][lang]),
    quiet(w.only, code(w.how)),
  )
}

export function whyHabit({ kind }: Pick<Habit, 'kind'>): Words {
  return {
    zh: `注意到${names[kind].zh}，先告诉你本人；同一种一周最多说一次，团队设置里可以关`,
    en: `noticed: ${names[kind].en}. You hear of it first, once a week at most; the team's settings can switch it off`,
  }
}

/** To a manager in private: a hint, with what the member says to it. */
export function hintForManager({ name, habit }: { name: string; habit: KeptHabit }, lang: Lang): Content {
  const w = {
    zh: {
      title: '一个线索，不是结论：',
      said: '本人说明',
      none: '还没有说明',
      advice: '已先提示过本人，之后仍在持续。建议先聊聊原因。',
    },
    en: {
      title: 'A hint, not a verdict: ',
      said: 'Their explanation',
      none: 'none yet',
      advice: 'They heard of it first, and it went on since. Ask for the reason before anything else.',
    },
  }[lang]
  return content(
    lang,
    text(w.title, strong(name), { zh: '，', en: ', ' }[lang], factsOf(habit.facts)[lang]),
    fields(field(w.said, habit.explanation ?? w.none)),
    quiet(w.advice),
  )
}

export const whyHint: Words = {
  zh: '提示本人之后这个习惯还在持续，所以给经理一个线索，只说一次',
  en: 'it went on after the member heard of it, so managers get a hint, once',
}

/** What the member is told of who saw what. */
export function toldManagers(kind: HabitKind): Words {
  return { zh: `收到线索：${names[kind].zh}`, en: `got a hint: ${names[kind].en}` }
}

export function explainedContent(
  { kinds, words, isPassedOn }: { kinds: readonly HabitKind[]; words: string; isPassedOn: boolean },
  lang: Lang,
): Content {
  const about = kinds.map(kind => names[kind][lang]).join({ zh: '、', en: ', ' }[lang])
  const w = {
    zh: {
      noted: `记下了（${about}）：`,
      next: isPassedOn ? '经理也会看到这句说明。' : '要是以后给经理线索，会带上这句说明。',
    },
    en: {
      noted: `Noted (${about}): `,
      next: isPassedOn ? 'Your manager sees it, too.' : 'If your manager ever gets a hint, this comes with it.',
    },
  }[lang]
  return content(lang, text(w.noted, words), quiet(w.next))
}

export const nothingToExplain: Words = {
  zh: '没有需要说明的提示。',
  en: 'There is nothing to explain: no hint was given to you.',
}

export const howToExplain: Words = {
  zh: '写上原因，例如 /说明 这周都在同一个展会，每天差不多',
  en: 'Write the reason, for example /explain the same trade fair all week, so the days were alike',
}
