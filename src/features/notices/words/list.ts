import type { Lang } from '../../../base/words.ts'
import type { Zone } from '../../../calendar/zone.ts'
import { actions, code, content, heading, list, quiet, strong, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Notice, Tally } from '../notice.ts'
import { newButton, readButton } from './buttons.ts'
import { momentWords } from './moment.ts'
import { tallyWords } from './notice.ts'
import { firstLine } from './readers.ts'

/** Which of several is meant. */
export function severalWait(all: readonly Notice[], zone: Zone, lang: Lang): Content {
  const [first] = all
  const words = { zh: `/收到 ${first?.number ?? 1}`, en: `/got-it ${first?.number ?? 1}` }[lang]
  return content(
    lang,
    text({ zh: '等你确认的有几条，是哪一条？', en: 'Several wait for you; which one is it?' }[lang]),
    list(
      all.map(notice => [
        strong(`#${notice.number} `),
        firstLine(notice.text),
        ' · ',
        momentWords(notice.until, zone, lang),
      ]),
    ),
    quiet({ zh: '例如 ', en: 'For example ' }[lang], code(words)),
    actions(
      ...all.slice(0, MOST_BUTTONS).map(notice => {
        return {
          ...readButton(notice, lang),
          label: { zh: `#${notice.number} 已读`, en: `${notice.number} read` }[lang],
        }
      }),
    ),
  )
}

const MOST_BUTTONS = 4

/** One open notice for whoever asks; `tally` only where they may see who has read it. */
export interface Line {
  readonly notice: Notice
  readonly tally: Tally | null
  readonly waits: boolean
}

export function listContent(
  lines: readonly Line[],
  { zone, mayPost }: { readonly zone: Zone; readonly mayPost: boolean },
  lang: Lang,
): Content {
  const waiting = lines.filter(({ waits }) => waits).map(({ notice }) => notice)
  const example = { zh: '/通知 周五下午盘点 截止=周四18:00', en: '/notice Stocktaking on Friday until=Thursday 6pm' }[
    lang
  ]
  return content(
    lang,
    heading({ zh: '通知', en: 'Notices' }[lang]),
    lines.length === 0 ? text({ zh: '现在没有要看的通知', en: 'There is no open notice' }[lang]) : null,
    list(lines.map(line => lineOf(line, zone, lang))),
    lines.length === 0
      ? null
      : quiet({ zh: '看一条：/通知 5；确认：/收到 5', en: 'One of them: /notice 5; confirm it: /got-it 5' }[lang]),
    mayPost ? quiet({ zh: '发一条：', en: 'Post one: ' }[lang], code(example)) : null,
    actions(
      ...waiting.slice(0, MOST_BUTTONS - 1).map(notice => {
        return {
          ...readButton(notice, lang),
          label: { zh: `#${notice.number} 已读`, en: `${notice.number} read` }[lang],
        }
      }),
      mayPost ? newButton(lang) : null,
    ),
  )
}

function lineOf({ notice, tally, waits }: Line, zone: Zone, lang: Lang) {
  const { number, text: said, important, until } = notice
  const facts = [
    { zh: `${momentWords(until, zone, lang)} 截止`, en: `until ${momentWords(until, zone, lang)}` }[lang],
    waits ? { zh: '等你确认', en: 'waits for you' }[lang] : '',
    tally ? tallyWords(tally, lang) : '',
  ]
  return [
    strong(`${important ? '❗' : ''}#${number} `),
    [firstLine(said), ...facts].filter(part => part !== '').join(' · '),
  ]
}
