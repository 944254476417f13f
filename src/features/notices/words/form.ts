import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { content, form } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'

/** To be filled in instead of one line; `until` is the usual last day. */
export function noticeForm(until: LocalDate, lang: Lang): Content {
  const w = words[lang]
  return content(
    lang,
    form({
      id: 'notices.new',
      title: w.title,
      submit: w.submit,
      words: w.typed,
      inputs: [
        { id: 'text', label: w.text, kind: 'text', required: true },
        { id: 'link', label: w.link, kind: 'line', hint: w.linkHint },
        { id: 'who', label: w.who, kind: 'line', hint: w.whoHint },
        { id: 'until', label: w.until, kind: 'date', initial: until },
        { id: 'time', label: w.time, kind: 'time', hint: w.timeHint },
        { id: 'important', label: w.important, kind: 'yes-no', initial: 'no', hint: w.importantHint },
      ],
    }),
  )
}

const words = {
  zh: {
    ...{ title: '发通知', submit: '发出', typed: '/通知 周五下午盘点 截止=周四18:00 给=所有人 重要=是 文件=https://…' },
    ...{ text: '内容', link: '文件链接', linkHint: '我收不了文件：先放到网盘或群文件，把链接贴在这里' },
    ...{ who: '给谁', whoHint: '不填就是所有人；组长；张三、李四' },
    ...{ until: '截止日期', time: '截止时间', timeHint: '不填就是当天下班' },
    ...{ important: '重要', importantHint: '重要的每个工作日上午提醒一次，直到截止' },
  },
  en: {
    ...{
      title: 'New notice',
      submit: 'Post it',
      typed: '/notice Stocktaking on Friday until=Thursday 6pm who=everybody important=yes file=https://…',
    },
    ...{ text: 'Text', link: 'Link to a file', linkHint: 'I take no files: put it on a drive and paste its link here' },
    ...{ who: 'For', whoHint: 'Everybody if left open; leads; Sam, Ann' },
    ...{ until: 'Last day', time: 'Time', timeHint: 'The end of the working day if left open' },
    ...{ important: 'Important', importantHint: 'Who has not read it is asked every workday morning till the end' },
  },
} as const
