import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Matter, Verdict } from '../matter.ts'
import { buttonFor, listWords, titleOf } from './common.ts'

/** To whoever raised it. `asked` is null while nobody is; `capped` is how many critical ones are enough, where it is not one. */
export function raisedContent(
  matter: Matter,
  asked: { name: string; until: string } | null,
  lang: Lang,
  capped: number | null = null,
): Content {
  const { number, nextAt, state } = matter
  const next =
    asked !== null
      ? {
          zh: `已找 ${asked.name}，${asked.until} 前没有接手就找下一位`,
          en: `${asked.name} is asked and has until ${asked.until}; then the next one is`,
        }
      : state === 'unanswered' || nextAt === null
        ? {
            zh: '现在没有人可以找，群里已说明请打电话给谁',
            en: 'There is nobody to ask now; the group was told whom to phone',
          }
        : {
            zh: `现在是休息时间，到点就找人；等不了就升为特急：/紧急 ${number} 特急`,
            en: `It is time of rest, so somebody is asked as soon as that is over; if it cannot wait: /urgent ${number} critical`,
          }
  return content(
    lang,
    text({ zh: `已记下，${titleOf(matter, lang)}`, en: `Noted as ${titleOf(matter, lang)}` }[lang]),
    capped === null ? null : text(cappedWords(number, capped)[lang]),
    text(next[lang]),
    actions(capped === null ? null : buttonFor('worsen', matter, lang), buttonFor('show', matter, lang)),
    quiet(
      {
        zh: `补充：/紧急 ${number} 备注 内容；处理好了：/紧急 ${number} 完成 怎么解决的`,
        en: `To add: /urgent ${number} note words; once settled: /urgent ${number} done how`,
      }[lang],
    ),
  )
}

function cappedWords(number: number, most: number): Words {
  return {
    zh: `你 7 天里已经报过 ${most} 个特急，所以这件先按“紧急”提出，不叫醒休息的人。真的等不了：/紧急 ${number} 特急，马上找人，经理会在周报里看到`,
    en: `You have raised ${most} critical matters in seven days, so this one begins as urgent and wakes nobody. If it cannot wait: /urgent ${number} critical calls people at once, and managers read of it in their review`,
  }
}

export function takenContent({ number }: Matter, lang: Lang): Content {
  return content(
    lang,
    text({ zh: `#${number} 由你处理，已告诉大家`, en: `#${number} is yours; everybody was told` }[lang]),
    quiet(
      {
        zh: `进展：/紧急 ${number} 备注 内容；转给别人：/紧急 ${number} 转 李四；处理好了：/紧急 ${number} 完成 怎么解决的`,
        en: `News: /urgent ${number} note words; to hand it over: /urgent ${number} to Li Si; once settled: /urgent ${number} done how`,
      }[lang],
    ),
  )
}

/** News of a matter for one of those who take part in it. */
export type News =
  | { readonly kind: 'taken' | 'declined' | 'worsened' | Verdict; readonly who: string }
  | { readonly kind: 'unanswered'; readonly who: readonly string[] }
  | { readonly kind: 'noted' | 'closed'; readonly who: string; readonly note: string }

export function newsContent(matter: Matter, news: News, lang: Lang): Content {
  const who = listWords([news.who].flat(), lang)
  const words = {
    taken: { zh: `${who} 已接手`, en: `${who} has taken it` },
    declined: { zh: `${who} 现在接不了，仍由你负责`, en: `${who} cannot take it; it stays with you` },
    unanswered: { zh: `没有人接手，请打电话找 ${who}`, en: `Nobody has taken it; please phone ${who}` },
    worsened: {
      zh: `${who} 把它升为特急了，请尽快接手或转给别人`,
      en: `${who} made it critical; please take it or hand it over soon`,
    },
    'found-needed': { zh: `${who} 又看了看：当时叫人是该的`, en: `${who} looked again: calling people was right` },
    'found-needless': {
      zh: `${who} 看过了：这件可以等到上班时间。以后等得了的请报“紧急”，休息的人就不会被叫醒`,
      en: `${who} finds that it could have waited for working hours. What can wait is better raised as urgent, which wakes nobody`,
    },
    noted: { zh: `${who} 补充：${noteOf(news)}`, en: `${who} adds: ${noteOf(news)}` },
    closed: { zh: `${who} 已处理好：${noteOf(news)}`, en: `Settled by ${who}: ${noteOf(news)}` },
  }[news.kind]
  return content(lang, text(`${titleOf(matter, lang)} · ${words[lang]}`), quiet(matter.text))
}

function noteOf(news: News): string {
  return 'note' in news ? news.note : ''
}

export function offeredAnswer({ number, state }: Matter, to: string, lang: Lang): Content {
  const meanwhile =
    state === 'held'
      ? { zh: '对方接手之前仍由你负责', en: 'Until they take it, it stays with you' }
      : { zh: '对方接手之前，照常按顺序找人', en: 'Until they take it, the others are asked as before' }
  return content(
    lang,
    text({ zh: `已问 ${to} 能不能接手 #${number}`, en: `${to} is asked to take #${number} over` }[lang]),
    quiet(meanwhile[lang]),
  )
}

export function declinedAnswer({ number, state }: Matter, lang: Lang): Content {
  const next = {
    held: { zh: '已告诉对方，仍由对方负责', en: 'They were told; it stays with them' },
    asking: { zh: '好的，接着找别人', en: 'All right, others are asked' },
    unanswered: {
      zh: '好的。没有别人可找了，群里已说明请打电话给谁',
      en: 'All right. Nobody is left to ask; the group was told whom to phone',
    },
    closed: { zh: '已经关闭', en: 'It is closed' },
  }[state]
  return content(lang, text(`#${number} · ${next[lang]}`))
}

export function foundAnswer({ number }: Matter, verdict: Verdict, lang: Lang): Content {
  const words = {
    'found-needed': {
      zh: `记下了：#${number} 该叫人，不算进特急次数`,
      en: `Noted: calling people for #${number} was needed, and it does not count against who raised it`,
    },
    'found-needless': {
      zh: `记下了：#${number} 不必在休息时间叫人。已私下告诉提出的人`,
      en: `Noted: nobody had to be called for #${number}. Whoever raised it hears so in private`,
    },
  }[verdict]
  return content(lang, text(words[lang]))
}

export function notedAnswer({ number }: Matter, lang: Lang): Content {
  return content(lang, text({ zh: `已记到 #${number} 的进展里`, en: `Added to the timeline of #${number}` }[lang]))
}

export function closedAnswer({ number }: Matter, caseNumber: number, lang: Lang): Content {
  return content(
    lang,
    text({ zh: `#${number} 已关闭，已告诉大家`, en: `#${number} is closed; everybody was told` }[lang]),
    quiet(
      {
        zh: `怎么解决的已收进案例 #${caseNumber}，以后搜得到（/案例 ${caseNumber}）`,
        en: `How it was settled is case #${caseNumber} now, to be found by others (/case ${caseNumber})`,
      }[lang],
    ),
  )
}
