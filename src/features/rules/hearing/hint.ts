import type { Lang } from '../../../base/words.ts'
import { actions, code, content, list, mention, quiet, strong, text } from '../../../content/build.ts'
import type { Button, Content } from '../../../content/content.ts'
import type { Step } from '../rule.ts'
import { titleOf } from '../titles.ts'
import type { Courteous } from './courtesies.ts'
import { hintLine, type Recall } from './hint-words.ts'
import { doorNames } from './route.ts'

/** A finding of which the member is told. */
export type Told = Courteous & { readonly step: Step }

interface Can {
  readonly recall: Recall
  /** There is a manager besides the member. */
  readonly tells: boolean
}

/** For the member alone: what was found, what to do instead, and how to say that it is not right. */
export function hintContent(told: readonly Told[], can: Can, lang: Lang): Content {
  const lines = told.map(({ rule, step, found }) => [
    strong(titleOf(rule.definition, lang)),
    { zh: '：', en: ': ' }[lang],
    hintLine(rule, step, found, can.recall, lang),
  ])
  const [first = []] = lines
  const isPassedOn = can.tells && told.some(({ step }) => step.do === 'tell-manager')
  const masked = told.flatMap(({ found }) => found.masked ?? [])
  const said = content(
    lang,
    lines.length > 1 ? list(lines) : text(...first),
    ...masked
      .slice(0, can.recall === 'done' ? 0 : 1)
      .map(copy => text({ zh: '打码后的版本：', en: 'Masked copy: ' }[lang], code(copy))),
    isPassedOn
      ? text(
          { zh: '因为有几次了，也告诉了经理。', en: 'As it has happened before, the managers were told, too.' }[lang],
        )
      : null,
    actions(
      can.recall === 'offered' ? recallButton(told, lang) : null,
      ...told.flatMap(one => buttons(one, told.length > 1, lang)),
    ),
    quiet(
      {
        zh: `只有你能看到。判得不对：${typed(told, '不对', '群规')}；想请经理看看：${typed(told, '申诉', '群规')}`,
        en: `Only you see this. Not right here: ${typed(told, 'wrong', 'rules')}; ask a manager: ${typed(told, 'appeal', 'rules')}`,
      }[lang],
    ),
  )
  return { ...said, discreet: true }
}

function typed(told: readonly Told[], verb: string, command: string): string {
  return told.map(({ finding }) => `/${command} ${verb} ${finding.number}`).join(' ')
}

/** One, since it is one message; null where nothing is masked. */
function recallButton(told: readonly Told[], lang: Lang): Button | null {
  const masking = told.find(({ found }) => found.masked !== undefined)
  if (masking === undefined) return null
  const { number, evidence } = masking.finding
  const label =
    evidence === null
      ? { zh: '替我撤回', en: 'Take it back' }
      : { zh: '替我撤回，换成打码的这份', en: 'Take it back and post the masked copy' }
  return {
    ...{ id: 'rules.recall', value: String(number), label: label[lang], style: 'primary' },
    words: { zh: `/群规 撤回 ${number}`, en: `/rules recall ${number}` }[lang],
  }
}

function buttons({ rule, finding }: Told, isOneOfMany: boolean, lang: Lang): readonly Button[] {
  const { when } = rule.definition
  const value = String(finding.number)
  const label = (words: string) => (isOneOfMany ? `#${value} ${words}` : words)
  const command = { zh: '/群规', en: '/rules' }[lang]
  const verbs = {
    zh: { route: '转', wrong: '不对', appeal: '申诉' },
    en: { route: 'route', wrong: 'wrong', appeal: 'appeal' },
  }[lang]
  return [
    ...(when.kind === 'routing'
      ? [
          {
            ...{ id: 'rules.route', value, words: `${command} ${verbs.route} ${value}`, style: 'primary' as const },
            label: label(doorNames[when.to][lang]),
          },
        ]
      : []),
    {
      ...{ id: 'rules.wrong', value, words: `${command} ${verbs.wrong} ${value}` },
      label: label({ zh: '判得不对', en: 'Not right' }[lang]),
    },
    {
      ...{ id: 'rules.appeal', value, words: `${command} ${verbs.appeal} ${value}` },
      label: label({ zh: '请经理看看', en: 'Ask a manager' }[lang]),
    },
  ]
}

/** In the group, where a rule's owner wished it so. */
export function openHint(
  told: readonly Told[],
  member: { readonly id: string; readonly name: string },
  lang: Lang,
): Content {
  return content(
    lang,
    ...told.map(({ rule, step, found }) => text(mention(member), ' ', hintLine(rule, step, found, 'cannot', lang))),
  )
}

/** To a manager: who, which rule, how far it went. Never the message. */
export function managerContent({ rule, finding }: Told, name: string, lang: Lang): Content {
  const title = titleOf(rule.definition, lang)
  return content(
    lang,
    text(
      {
        zh: `${name} 又碰到群规“${title}”（记录 #${finding.number}），前面私下提醒过了。找机会聊一句就好。`,
        en: `${name} ran into the rule “${title}” again (#${finding.number}) after hints in private. A word between you may help.`,
      }[lang],
    ),
    quiet(
      {
        zh: `本人可以申诉。觉得判得不对：/群规 不对 ${finding.number}；怎么样了：/群规 报告`,
        en: `They can appeal. If it is not right: /rules wrong ${finding.number}; how rules fare: /rules report`,
      }[lang],
    ),
  )
}
