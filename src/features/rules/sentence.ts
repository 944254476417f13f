import type { Lang } from '../../base/words.ts'
import { roleName } from '../team/role-names.ts'
import { conditionWords } from './condition-words.ts'
import type { Group } from './hearing-reach.ts'
import { listensWords } from './listens-words.ts'
import { mannersWords } from './manners-words.ts'
import type { RuleDefinition } from './rule.ts'

/** What whoever reads may know besides the rule. */
export interface Reader {
  readonly lang: Lang
  readonly groups: readonly Group[]
  /** Who is exempt is their own affair and a manager's: the names of those whom the reader may know of, by member id. */
  readonly names: ReadonlyMap<string, string>
}

/** A rule in one sentence, made from its data: when, what, who is exempt, what happens first, since when. */
export function sentenceOf(rule: RuleDefinition, { lang, groups, names }: Reader): string {
  const { listens, manners, since } = rule
  const stop = { zh: '；', en: '; ' }[lang]
  const about = [listensWords(listens, groups, lang), conditionWords(rule, lang)]
  const parts = [
    about.filter(part => part !== '').join({ zh: '，', en: ': ' }[lang]),
    exemptWords(rule, lang, names),
    mannersWords(manners, lang),
    since === undefined ? '' : { zh: `${since} 起`, en: `since ${since}` }[lang],
  ]
  const said = parts.filter(part => part !== '').join(stop)
  return lang === 'zh' ? `${said}。` : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

function exemptWords(
  { exempt: { roles, members } }: RuleDefinition,
  lang: Lang,
  names: ReadonlyMap<string, string>,
): string {
  const known = members.flatMap(id => names.get(id) ?? [])
  const others = members.length - known.length
  const all = [
    ...roles.map(role => ({ zh: roleName(role, 'zh'), en: `${roleName(role, 'en')}s` })[lang]),
    ...known,
    ...(others > 0 ? [{ zh: `${others} 位成员`, en: others === 1 ? 'one member' : `${others} members` }[lang]] : []),
  ]
  if (all.length === 0) return ''
  return { zh: `${all.join('、')}除外`, en: `except ${all.join(', ')}` }[lang]
}
