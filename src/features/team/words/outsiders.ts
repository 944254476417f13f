import type { Lang, Words } from '../../../base/words.ts'
import { code, content, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'

/** Said to managers when numbers are first kept out of a channel in which outsiders read along. */
export function withheldWords(lang: Lang, channelName: string | null): Content {
  const where = {
    zh: channelName ? `群“${channelName}”` : '团队的一个群',
    en: channelName ? `"${channelName}"` : 'A group of the team',
  }
  const w = {
    zh: {
      why: `${where.zh}里有公司以外的人，所以团队的汇总、榜单等数字不会发到那里；在那里问我的人，答案只有自己看得到。`,
      how: '要照常发，请输入 ',
      setting: '/设置 外人可见数字 开',
    },
    en: {
      why: `${where.en} has people from outside the company in it, so digests, boards and other numbers of the team are not posted there; whoever asks me there is answered for their own eyes only.`,
      how: 'To have them posted all the same, type ',
      setting: '/settings team.numbersWithExternals on',
    },
  }[lang]
  return content(lang, text(w.why), quiet(w.how, code(w.setting)))
}

export const whyWithheld: Words = {
  zh: '群里有公司以外的人，数字没有发到那里；每个群只告诉经理一次',
  en: 'people from outside are in a group, so numbers are not posted there; managers are told once for each group',
}
