import type { Lang, Words } from '../../../base/words.ts'
import { content, form, heading, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Win } from '../../wins/win.ts'
import type { Case } from '../case.ts'

/** The title of a story. Without the amount, which not every team shows. */
export function dealTitle({ customer }: Pick<Win, 'customer'>, lang: Lang): string {
  return { zh: `赢单 · ${customer}`, en: `Won · ${customer}` }[lang]
}

export function askStory({ id, customer }: Pick<Win, 'id' | 'customer'>, lang: Lang): Content {
  const w = {
    zh: {
      title: `恭喜拿下 ${customer}！`,
      ask: '花一分钟写两句，同事下次遇到类似的客户就能搜到。不想写就不用理会。',
      form: '写成案例',
      send: '保存',
      convinced: '打动客户的是什么',
      problem: '客户原来的难题（可不填）',
      lesson: '给同事的经验（可不填）',
      words: '/案例 赢单 先做了试点 难题=嫌贵 经验=从小单开始',
    },
    en: {
      title: `Well done with ${customer}!`,
      ask: 'Two lines are enough, and colleagues with a customer like this find them. Leave it if you like.',
      form: 'Tell the story',
      send: 'Save',
      convinced: 'What convinced them',
      problem: 'What their problem was (if you like)',
      lesson: 'What others can learn (if you like)',
      words: '/case win we ran a pilot first problem=too dear lesson=start small',
    },
  }[lang]
  return content(
    lang,
    heading(w.title),
    text(w.ask),
    form({
      ...{ id: 'cases.story', title: w.form, submit: w.send, words: w.words, value: id },
      inputs: [
        { id: 'convinced', label: w.convinced, kind: 'text', required: true },
        { id: 'problem', label: w.problem, kind: 'text' },
        { id: 'lesson', label: w.lesson, kind: 'text' },
      ],
    }),
  )
}

export const whyStory: Words = {
  zh: '你刚报了喜，团队想把经验留下来；在 /设置 里可以关掉“赢单故事”',
  en: 'You won a deal, and the team keeps what is to be learnt from it; /settings switches win stories off',
}

export function storyKept({ number, title }: Case, lang: Lang): Content {
  return content(
    lang,
    text({ zh: `谢谢，已存成案例 #${number}：${title}`, en: `Thank you, it is card #${number}: ${title}` }[lang]),
    quiet({ zh: '同事用 /案例 搜 能找到', en: 'Colleagues find it with /case search' }[lang]),
  )
}
