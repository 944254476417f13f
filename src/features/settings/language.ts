import { heading } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import type { PersonContext } from '../../context.ts'
import { langNames } from '../team/lang-names.ts'
import { otherLanguage } from '../team/words/settings.ts'

/** The language in which a member is spoken to, with a way to the other. */
export function languageBlocks({ team, actor, lang }: PersonContext): readonly Block[] {
  if (team === null || actor.memberId === '') return []
  const title = { zh: '语言', en: 'Language' }[lang]
  return [heading(`${title} · ${langNames[lang]}`), otherLanguage(lang)]
}
