import type { Lang } from '../../../base/words.ts'
import { code, heading, text } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'

/** The page of somebody who is in no team yet. */
export function homelessBlocks(lang: Lang): readonly Block[] {
  const w = {
    zh: {
      title: '你还不在任何团队',
      join: '在团队的群里发 ',
      setUp: '；群里还没有团队，就发 ',
      after: '。之后这里是你的计划、数字和进度。',
    },
    en: {
      title: 'You are in no team yet',
      join: 'Type ',
      setUp: " in your team's group, or where it has no team yet ",
      after: '. Then your plan, numbers and pace are shown here.',
    },
  }[lang]
  return [
    heading(w.title),
    text(w.join, code({ zh: '/加入', en: '/join' }[lang]), w.setUp, code({ zh: '/建队', en: '/setup' }[lang]), w.after),
  ]
}
