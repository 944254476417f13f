import { heading } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import { isMember, type PersonContext } from '../../context.ts'
import { langNames } from '../team/lang-names.ts'
import { otherLanguage } from '../team/words/settings.ts'

/** The language in which a member is spoken to, with a way to the other. */
export function languageBlocks(ctx: PersonContext): readonly Block[] {
  if (!isMember(ctx)) return []
  const { lang } = ctx
  const title = { zh: '语言', en: 'Language' }[lang]
  return [heading(`${title} · ${langNames[lang]}`), otherLanguage(lang)]
}
