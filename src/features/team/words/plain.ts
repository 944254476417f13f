import type { Lang, Words } from '../../../base/words.ts'
import { actions, code, content, text } from '../../../content/build.ts'
import type { Button, Content } from '../../../content/content.ts'

/** How the group hears commands from now on, with the way back. */
export function plainWords(lang: Lang, plain: boolean): Content {
  const now = plain
    ? {
        zh: ['在这个群里，命令直接说就行，不用斜杠，也不用 @我：', '计划 拜访3', '我的'],
        en: ['In this group commands need no slash and no mention any more: ', 'plan visits 3', 'my'],
      }
    : {
        zh: ['在这个群里，命令要带斜杠或 @我：', '/计划 拜访3', '/我的'],
        en: ['In this group commands need a slash or a mention again: ', '/plan visits 3', '/my'],
      }
  const [said = '', ...examples] = now[lang]
  return content(lang, text(said, ...examples.flatMap(one => [code(one), ' '])), actions(switchButton(lang, !plain)))
}

function switchButton(lang: Lang, on: boolean): Button {
  const label = on ? { zh: '免斜杠', en: 'Without a slash' } : { zh: '要带斜杠', en: 'With a slash' }
  const words = { zh: `/设置 免斜杠 ${on ? '开' : '关'}`, en: `/settings plain ${on ? 'on' : 'off'}` }
  return { id: 'settings.set', label: label[lang], words: words[lang], value: `plain ${on ? 'on' : 'off'}` }
}

export const plainUnclearWords: Words = {
  zh: '没有改。可以写：/设置 免斜杠 开，或 /设置 免斜杠 关',
  en: 'Nothing was changed. Type /settings plain on or /settings plain off',
}

export const plainInGroupsWords: Words = {
  zh: '请在要设置的群里发 /设置 免斜杠 开。私聊里本来就不用斜杠。',
  en: 'Type /settings plain on in the group that it is for. In a direct chat no slash is needed anyway.',
}
