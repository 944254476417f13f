import type { Lang } from '../../base/words.ts'
import { part } from './dom.ts'
import { speak } from './say.ts'
import { toggleTheme } from './theme.ts'
import { keepLang } from './visit.ts'

/** Where nobody is in the Room there is nothing to be shown but what to do; that is so beside a real platform. */
export function showNobody(arrivedIn: Lang): void {
  let lang = arrivedIn
  for (const id of ['skip', 'chats', 'people', 'chat', 'clock', 'me', 'when']) part(id, HTMLElement).remove()
  part('nobody', HTMLElement).hidden = false
  part('lang', HTMLButtonElement).addEventListener('click', () => {
    lang = lang === 'zh' ? 'en' : 'zh'
    keepLang(lang)
    speak(lang)
  })
  part('theme', HTMLButtonElement).addEventListener('click', toggleTheme)
}
