import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { content, heading, list, quiet, strong, text, code as typed } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Message, Thread } from '../store.ts'
import { owedBlocks } from './owed.ts'

interface Box {
  readonly code: string
  /** So many go to the managers together. */
  readonly batch: number
  /** At the latest then, or on the next workday. */
  readonly by: LocalDate
}

/** The only time that the code is told. */
export function keptWords(lang: Lang, { code, batch, by, answerDays }: Box & { readonly answerDays: number }): Content {
  const w = {
    zh: {
      kept: `已放进匿名信箱，没有记下是谁写的、几点写的。攒够 ${batch} 条，或最晚 ${by}（遇休息日顺延），打乱顺序一起交给经理。`,
      code: '你的暗号：',
      once: `只说这一次，请现在就抄下；丢了谁也找不回。看回复发 /反馈 暗号；补充发 /反馈 暗号 你的话。经理应在收到后 ${answerDays} 个工作日内回复，我没法主动通知你。`,
      chat: platformKeeps.zh,
    },
    en: {
      kept: `It is in the box, without who wrote it or at what time. It goes to the managers with others, shuffled, when ${batch} wait, or on ${by} at the latest (the next workday, if that is none).`,
      code: 'Your code: ',
      once: `I tell it this once, so write it down now; nobody can find it again. To see answers type /feedback CODE, to add something /feedback CODE your words. Managers should answer within ${answerDays} workdays of getting it; I cannot tell you when they do.`,
      chat: platformKeeps.en,
    },
  }[lang]
  return content(lang, text(w.kept), text(strong(w.code), typed(code)), text(w.once), quiet(w.chat))
}

/** What we cannot promise. */
const platformKeeps = {
  zh: '但聊天软件自己会留你和我的聊天记录，公司的管理员也许看得到；能删就把上面的消息删掉，暗号也别留在这里。',
  en: 'The chat platform itself keeps what you and I say here, and your company’s admins may be able to read it: delete these messages if you can.',
}

export function addedWords(lang: Lang, { code, batch, by }: Box): Content {
  const w = {
    zh: `已放进匿名信箱，会接在这条反馈后面；攒够 ${batch} 条，或最晚 ${by}（遇休息日顺延）交给经理。看回复发 `,
    en: `It is in the box and will follow your first words; it goes to the managers when ${batch} wait, or on ${by} at the latest (the next workday, if that is none). To see answers type `,
  }[lang]
  return content(lang, text(w, typed(`${command[lang]} ${code}`)), quiet(platformKeeps[lang]))
}

const command = { zh: '/反馈', en: '/feedback' }

/** Nothing was kept yet. */
export function weakWords(lang: Lang, few: number): Content {
  const again = { zh: '/反馈 确认 你的话', en: '/feedback confirm your words' }[lang]
  const w = {
    zh: {
      weak: `先说清楚：这个团队除经理外只有 ${few} 人，不到 5 人时匿名很弱，从内容和口气就可能猜到是谁。`,
      nothing: '所以我什么也没有留下。还要发的话，请在原话前加“确认”再发一次：',
    },
    en: {
      weak: `To be clear: besides its managers this team has ${few === 1 ? 'one person' : `${few} people`}. Below five, anonymity is weak: what is said and how may tell who said it.`,
      nothing: 'So I kept nothing. If you want to send it all the same, send it again with “confirm” before it: ',
    },
  }[lang]
  return content(lang, text(w.weak), text(w.nothing, typed(again)), quiet(platformKeeps[lang]))
}

interface Followed {
  readonly code: string
  /** Null while the managers have not got it. */
  readonly thread: Thread | null
  readonly messages: readonly Message[]
  readonly waiting: readonly Message[]
}

export function threadWords(lang: Lang, { code, thread, messages, waiting }: Followed): Content {
  const w = {
    zh: {
      title: '你的匿名反馈',
      you: '你：',
      managers: '经理：',
      box: '（还在信箱里）你：',
      none: thread === null ? '经理还没收到。' : '经理还没回复。',
      muted: '经理已停止这条对话，再写也不会送达。',
      more: '补充：',
      words: '你的话',
    },
    en: {
      title: 'Your anonymous feedback',
      you: 'You: ',
      managers: 'Managers: ',
      box: '(still in the box) You: ',
      none: thread === null ? 'The managers have not got it yet.' : 'No answer yet.',
      muted: 'The managers have ended this thread; more would not reach them.',
      more: 'To add something: ',
      words: 'your words',
    },
  }[lang]
  const said = [
    ...messages.map(message => [message.byManager ? strong(w.managers) : w.you, message.text]),
    ...waiting.map(message => [w.box, message.text]),
  ]
  const isAnswered = messages.some(({ byManager }) => byManager) || thread?.did
  return content(
    lang,
    heading(w.title),
    list(said),
    thread?.did ? text(strong({ zh: '已办：', en: 'Done: ' }[lang]), thread.did) : null,
    isAnswered ? null : text(w.none),
    thread?.muted ? text(w.muted) : quiet(w.more, typed(`${command[lang]} ${code} ${w.words}`)),
  )
}

/** How it works; to managers also what waits for them. */
export function helpWords(
  lang: Lang,
  { batch, longestDays, answerDays }: { batch: number; longestDays: number; answerDays: number },
  owed: readonly Thread[] | null,
): Content {
  const w = {
    zh: {
      title: '匿名反馈',
      how: ['私聊我发 ', typed('/反馈 食堂太远，午休来不及'), '。在群里发，大家都看得到。'],
      kept: `不记作者、不记钟点：攒够 ${batch} 条，或等满 ${longestDays} 天，打乱顺序一起交给经理。你会得到一个只有你知道的暗号，用它看回复（${answerDays} 个工作日内）、继续写。`,
      style: '写法和细节也会让人认出你；聊天软件自己的聊天记录不归我管。',
      list: ['大家说了、我们做了什么：', typed('/反馈 清单')],
    },
    en: {
      title: 'Anonymous feedback',
      how: [
        'In our direct chat type ',
        typed('/feedback the canteen is too far'),
        '. In a group everybody would see it.',
      ],
      kept: `No author and no hour is kept. It goes to the managers with others, shuffled, when ${batch} wait or after ${longestDays} days. You get a code that only you have, to see the answer (within ${answerDays} workdays) and to go on.`,
      style: 'How you write and what you tell may give you away; and the chat platform’s own history is not mine.',
      list: ['You said, we did: ', typed('/feedback list')],
    },
  }[lang]
  return content(
    lang,
    heading(w.title),
    text(...w.how),
    text(w.kept),
    text(...w.list),
    quiet(w.style),
    ...owedBlocks(lang, owed),
  )
}
