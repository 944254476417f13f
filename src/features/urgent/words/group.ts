import type { Lang } from '../../../base/words.ts'
import type { Zone } from '../../../calendar/zone.ts'
import { actions, content, heading, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Matter } from '../matter.ts'
import { buttonFor, listWords, titleOf, whenWords } from './common.ts'

/** What the group reads: who raised it and what it is, and once there is somebody who has it, who that is. */
export interface GroupView {
  readonly matter: Matter
  readonly raiser: string
  readonly owner: string
  readonly closer: string
  readonly now: Date
  readonly zone: Zone
}

/** The one message of a matter in the group, as it stands. */
export function groupContent(view: GroupView, lang: Lang): Content {
  const { matter, raiser } = view
  return content(
    lang,
    heading(titleOf(matter, lang)),
    text(`${raiser}${{ zh: '：', en: ': ' }[lang]}${matter.text}`),
    matter.state === 'asking' || matter.state === 'unanswered'
      ? quiet(
          { zh: '正在找人处理；能处理的人可以直接接手', en: 'Somebody is being asked; whoever can may take it' }[lang],
        )
      : text(newsWords(view, lang)),
    matter.state === 'closed' ? null : actions(takeOf(matter, lang), buttonFor('show', matter, lang)),
  )
}

function takeOf(matter: Matter, lang: Lang) {
  return matter.state === 'held' ? null : buttonFor('take', matter, lang)
}

/** The news alone, where a message cannot be revised. */
export function groupNews(view: GroupView, lang: Lang): Content {
  return content(lang, text(`${titleOf(view.matter, lang)} · ${newsWords(view, lang)}`))
}

function newsWords({ matter, owner, closer, now, zone }: GroupView, lang: Lang): string {
  switch (matter.state) {
    case 'held':
      return { zh: `${owner} 正在处理`, en: `${owner} has it` }[lang]
    case 'closed': {
      const at = whenWords(matter.closedAt ?? now, now, zone)
      const note = matter.closingNote ?? ''
      return { zh: `${closer} 已处理好（${at}）：${note}`, en: `Settled by ${closer} at ${at}: ${note}` }[lang]
    }
    case 'asking':
    case 'unanswered':
      return { zh: '正在重新找人处理', en: 'somebody is being asked anew' }[lang]
  }
}

/** Nobody has taken it on. It names nobody who was asked, only whom to phone. */
export function unansweredContent(
  { matter, raiser, phone, again }: Pick<GroupView, 'matter' | 'raiser'> & { phone: readonly string[]; again: boolean },
  lang: Lang,
): Content {
  const title = titleOf(matter, lang)
  const whom = listWords(phone, lang)
  return content(
    lang,
    heading(
      {
        zh: again ? `${title} 仍然没有人接手` : `${title} 还没有人接手`,
        en: again ? `${title}: still nobody has taken it` : `${title}: nobody has taken it`,
      }[lang],
    ),
    text(`${raiser}${{ zh: '：', en: ': ' }[lang]}${matter.text}`),
    text({ zh: `该问的人都问过了。请直接打电话找 ${whom}`, en: `All were asked. Please phone ${whom}` }[lang]),
    actions(buttonFor('take', matter, lang), buttonFor('show', matter, lang)),
    quiet(
      { zh: '关闭之前，每个工作日会再提一次', en: 'It is brought up again on each workday until it is closed' }[lang],
    ),
  )
}
