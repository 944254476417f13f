import type { Lang, Words } from '../../../base/words.ts'
import { code, content, heading, list, quiet, type Spanlike, strong, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Message, Thread } from '../store.ts'
import { owedBlocks } from './owed.ts'

/** What of a thread has come out of the box. */
export interface Handed {
  readonly number: number
  readonly texts: readonly string[]
  readonly isNew: boolean
}

export const whyHandedOver: Words = {
  zh: '匿名反馈攒够了，或等满了天数，就一起交给经理',
  en: 'enough anonymous feedback waited, or for long enough, so it went to the managers',
}

export const whyUnanswered: Words = {
  zh: '有匿名反馈过了答应的期限还没回复',
  en: 'anonymous feedback has waited for an answer longer than was promised',
}

export function handedOver(lang: Lang, handed: readonly Handed[], answerDays: number): Content {
  const w = {
    zh: {
      title: `匿名反馈 ${handed.length} 条`,
      more: '（补充）',
      rule: `顺序是打乱的，请不要去猜是谁。请在 ${answerDays} 个工作日内回复。`,
    },
    en: {
      title: `Anonymous feedback: ${handed.length}`,
      more: '(more) ',
      rule: `They are shuffled; please do not guess who wrote. Please answer within ${answerDays} workdays.`,
    },
  }[lang]
  const items = handed.map(({ number, texts, isNew }) => [
    strong(`#${number} `),
    `${isNew ? '' : w.more}${texts.join('\n')}`,
  ])
  return content(lang, heading(w.title), list(items), text(w.rule), ...doors(lang, handed[0]?.number ?? 1))
}

function doors(lang: Lang, number: number): readonly Block[] {
  const command = { zh: `/反馈 ${number}`, en: `/feedback ${number}` }[lang]
  const w = {
    zh: ['回复：', '回复 谢谢，下周答复', '办了：', '已办 午饭不方便 → 装了微波炉', '不想再收：', '屏蔽'] as const,
    en: [
      'Answer: ',
      'answer thanks, we look into it',
      'Done: ',
      'done lunch → a microwave is in',
      'No more of it: ',
      'mute',
    ] as const,
  }[lang]
  const line: Spanlike[] = [0, 2, 4].flatMap(at => [`${at > 0 ? ' · ' : ''}${w[at]}`, code(`${command} ${w[at + 1]}`)])
  return [quiet(...line)]
}

export function managersThread(lang: Lang, thread: Thread, messages: readonly Message[]): Content {
  const w = {
    zh: { title: `匿名反馈 #${thread.number}`, author: '作者：', managers: '经理：', muted: '已屏蔽。恢复：' },
    en: {
      title: `Anonymous feedback #${thread.number}`,
      author: 'Author: ',
      managers: 'Managers: ',
      muted: 'Muted. To undo: ',
    },
  }[lang]
  const undo = { zh: `/反馈 ${thread.number} 取消屏蔽`, en: `/feedback ${thread.number} unmute` }[lang]
  return content(
    lang,
    heading(w.title),
    list(messages.map(({ byManager, text: words }) => [strong(byManager ? w.managers : w.author), words])),
    thread.did === null ? null : text(strong({ zh: '已办：', en: 'Done: ' }[lang]), thread.did),
    thread.muted ? text(w.muted, code(undo)) : null,
    ...(thread.muted ? [] : doors(lang, thread.number)),
  )
}

export function answeredWords(lang: Lang, { number }: Thread): Content {
  const w = {
    zh: `已记下对 #${number} 的回复。作者用暗号来看；我不知道是谁，没法通知。`,
    en: `Your answer to #${number} is there. The author sees it by the code; I do not know who it is, so I cannot tell them.`,
  }
  return content(lang, text(w[lang]))
}

export function doneWords(lang: Lang, { number }: Thread, announced: boolean): Content {
  const w = {
    zh: `#${number} 已办，写进了 /反馈 清单${announced ? '，也发到了群里' : ''}。公开的只有你这句话，不含原话。`,
    en: `#${number} is done and in /feedback list${announced ? ', and the group hears of it' : ''}. Only your own words are shown, not the feedback.`,
  }
  return content(lang, text(w[lang]))
}

export function muteWords(lang: Lang, { number }: Thread, muted: boolean): Content {
  const w = muted
    ? {
        zh: `#${number} 已屏蔽：作者再写会知道送不到；是谁仍然没人知道。恢复：/反馈 ${number} 取消屏蔽`,
        en: `#${number} is muted: the author is told that more will not reach you; who it is stays unknown. To undo: /feedback ${number} unmute`,
      }
    : { zh: `#${number} 恢复了，作者可以再写。`, en: `#${number} is open again; its author may write.` }
  return content(lang, text(w[lang]))
}

type Deed = Readonly<Record<'said' | 'did', string | null>>

export function announcement(lang: Lang, deed: Deed): Content {
  const w = { zh: '匿名反馈有了结果', en: 'Feedback led to something' }
  const door = { zh: '也有话想说？私聊我发 ', en: 'Something to say? In our direct chat: ' }
  return content(
    lang,
    heading(w[lang]),
    text(...deedSpans(lang, deed)),
    quiet(door[lang], code({ zh: '/反馈 你的话', en: '/feedback your words' }[lang])),
  )
}

function deedSpans(lang: Lang, { said, did }: Deed): readonly Spanlike[] {
  const w = { zh: { you: '你们说：', we: '我们做了：' }, en: { you: 'You said: ', we: 'We did: ' } }[lang]
  const what = [strong(w.we), did ?? '']
  return said === null ? what : [strong(w.you), said, ' → ', ...what]
}

export function listWords(lang: Lang, done: readonly Thread[], owed: readonly Thread[] | null): Content {
  const w = {
    zh: { title: '你们说了，我们做了', none: '还没有。' },
    en: { title: 'You said, we did', none: 'Nothing yet.' },
  }[lang]
  return content(
    lang,
    heading(w.title),
    done.length === 0
      ? text(w.none)
      : list(done.map(thread => [`${thread.doneOn ?? ''} `, ...deedSpans(lang, thread)])),
    ...owedBlocks(lang, owed),
  )
}

export function unansweredWords(lang: Lang, owed: readonly Thread[], answerDays: number): Content {
  const w = {
    zh: `有 ${owed.length} 条匿名反馈过了 ${answerDays} 个工作日还没回复。没有回音，下次就没人说了。`,
    en: `${owed.length} anonymous ${owed.length === 1 ? 'message has' : 'messages have'} waited longer than ${answerDays} workdays. Without an answer nobody will speak up next time.`,
  }[lang]
  return content(lang, text(w), ...owedBlocks(lang, owed))
}
