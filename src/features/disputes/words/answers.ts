import type { Lang, Words } from '../../../base/words.ts'
import { content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { showValue } from '../../metrics/catalogue.ts'
import type { Answer } from '../answer.ts'
import { figureWords, type Shown } from './question.ts'

export function raised(shown: Shown, lang: Lang): Content {
  const { number } = shown.dispute
  return content(
    lang,
    text(
      {
        zh: `已私下问经理（异议 #${number}）：${figureWords(shown, lang)}`,
        en: `The managers are asked in private (#${number}): ${figureWords(shown, lang)}`,
      }[lang],
    ),
    quiet({ zh: '有了结果会告诉你', en: 'You will hear what they decide' }[lang]),
  )
}

export function toldAsker(shown: Shown, answer: Answer, by: string, lang: Lang): Content {
  const { number } = shown.dispute
  const what = figureWords(shown, lang)
  const title = {
    accepted: { zh: `你的异议 #${number} 已接受`, en: `Your question #${number} was accepted` },
    declined: { zh: `你的异议 #${number} 没有采纳`, en: `Your question #${number}: the figure stays` },
  }[answer.state][lang]
  return content(lang, heading(title), text(what), text(outcomeWords(shown, answer, by)[lang]))
}

/** To whoever's figure it is, when somebody else had asked. */
export function toldOwner(shown: Shown, answer: Answer, by: string, lang: Lang): Content {
  const { metric, dispute } = shown
  return content(
    lang,
    text(
      {
        zh: `你的${metric.zh}有一处更正。${outcomeWords(shown, answer, by).zh}`,
        en: `One of your figures of ${metric.en} was corrected. ${outcomeWords(shown, answer, by).en}`,
      }[lang],
    ),
    quiet(
      {
        zh: `原因：${dispute.reason}。不对的话，请输入 /异议 ${metric.zh} ${dispute.from} 原因`,
        en: `Reason: ${dispute.reason}. If that is wrong, type /dispute ${metric.key} ${dispute.from} and why`,
      }[lang],
    ),
  )
}

export function answered(shown: Shown, answer: Answer, lang: Lang): Content {
  const { by, dispute } = shown
  const done = {
    accepted: {
      zh: `异议 #${dispute.number} 已接受并更正`,
      en: `Question #${dispute.number} accepted, the figure is corrected`,
    },
    declined: { zh: `异议 #${dispute.number} 已驳回`, en: `Question #${dispute.number} declined` },
  }[answer.state][lang]
  return content(lang, text(done), quiet({ zh: `已告诉${by}`, en: `${by} was told` }[lang]))
}

function outcomeWords({ metric }: Shown, answer: Answer, by: string): Words {
  const said = answer.words === '' ? '' : answer.words
  if (answer.state === 'declined') return { zh: `${by}：${said}`, en: `${by}: ${said}` }
  const shown = (lang: Lang) => showValue(metric, answer.value, lang)
  return {
    zh: `${by} 已把 ${answer.date} 更正为 ${shown('zh')}${said === '' ? '' : `：${said}`}`,
    en: `${by} corrected ${answer.date} to ${shown('en')}${said === '' ? '' : `: ${said}`}`,
  }
}

export const whyTold: Words = {
  zh: '这个数字有过异议，现在有了结果',
  en: 'This figure was questioned, and now it is decided',
}

/** Those that are open: all for a manager, else one's own. */
export function disputeList(shown: readonly Shown[], lang: Lang): Content {
  const lines = shown.map(one => [
    `#${one.dispute.number} ${figureWords(one, lang)} · ${one.by}: ${one.dispute.reason}`,
  ])
  return content(
    lang,
    heading({ zh: '还没有答复的异议', en: 'Questions that wait for an answer' }[lang]),
    list(lines) ?? text({ zh: '没有', en: 'None' }[lang]),
    quiet(
      {
        zh: '提出：/异议 电话 11-18 应为25，漏了下午的。经理答复：/异议 接受 3 25，/异议 驳回 3 原因',
        en: 'To ask: /dispute calls 11-18 should be 25, left out the afternoon. Managers answer: /dispute accept 3 25, /dispute decline 3 why',
      }[lang],
    ),
  )
}
