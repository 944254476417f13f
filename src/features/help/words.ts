import type { Lang, Words } from '../../base/words.ts'
import type { HelpRow } from '../../commands/help.ts'
import { actions, code, content, field, fields, heading, quiet, strong, text } from '../../content/build.ts'
import type { Block, Button, Content } from '../../content/content.ts'

/** Why somebody sees only what a guest may do. */
export type GuestHint = 'group-without-team' | 'not-joined' | 'in-no-team'

/** More buttons than these are a wall; whoever wants the rest can type it. */
const BUTTONS = 4
/** So many are shown to whoever seems to know none. */
const DAILY = 2

/** As many are read through; of more than these the help explains those of every day and only names the others. */
const MOST_EXPLAINED = 14

/** What the reader may do here: what is done every day, and the words of all the rest. */
export function helpContent(rows: readonly HelpRow[], hint: GuestHint | null, lang: Lang): Content {
  const explained = rows.length > MOST_EXPLAINED ? rows.filter(row => row.everyday) : rows
  return listContent(explained, rows, hint, lang)
}

/** Everything that the reader may do here, each explained. */
export function wholeHelpContent(rows: readonly HelpRow[], lang: Lang): Content {
  return listContent(rows, rows, null, lang)
}

function listContent(
  explained: readonly HelpRow[],
  rows: readonly HelpRow[],
  hint: GuestHint | null,
  lang: Lang,
): Content {
  const others = explained.filter(row => row.name !== 'help')
  return content(
    lang,
    heading({ zh: '我能帮你做这些', en: 'What I can do for you' }[lang]),
    hint === null ? null : text(hints[hint][lang]),
    commandList(explained, lang),
    alsoThere(
      rows.filter(row => !explained.includes(row)),
      lang,
    ),
    quiet(typing[lang]),
    actions(...others.slice(0, BUTTONS).map(row => useButton(row, lang))),
  )
}

/** One command, with all its words, and what else can be typed after it. */
export function commandContent(row: HelpRow, { mails }: { readonly mails: boolean }, lang: Lang): Content {
  const others = row.words.filter(word => word !== row.word[lang])
  return content(
    lang,
    heading(`/${row.word[lang]}`),
    text(row.summary[lang]),
    fields(
      field({ zh: '例如', en: 'Example' }[lang], code(row.example[lang])),
      others.length === 0
        ? null
        : field({ zh: '也可以叫', en: 'Also called' }[lang], others.join({ zh: '、', en: ', ' }[lang])),
      ...row.also
        .filter(({ byMail }) => mails || !byMail)
        .map(({ what, example }) => field(what[lang], code(example[lang]))),
    ),
    actions(useButton(row, lang)),
  )
}

/**
 * Asked about a word that calls nothing which the reader may do here.
 *
 * @param rows - all that the reader may do, what is said every day first
 */
export function noSuchCommand(word: string, nearest: HelpRow | null, rows: readonly HelpRow[], lang: Lang): Content {
  return content(
    lang,
    text(
      ...{ zh: ['这里没有“', strong(word), '”这个命令'], en: ['There is no command “', strong(word), '” here'] }[lang],
    ),
    commandList(nearest === null ? rows.slice(0, DAILY) : [nearest], lang),
    nearest === null
      ? quiet(...{ zh: ['全部命令：', code(all[lang])], en: ['All commands: ', code(all[lang])] }[lang])
      : null,
    nearest === null ? null : actions(useButton(nearest, lang)),
  )
}

function commandList(rows: readonly HelpRow[], lang: Lang): Block | null {
  return fields(...rows.map(row => field(`/${row.word[lang]}`, `${row.summary[lang]}  `, code(row.example[lang]))))
}

/** The others by their words alone. */
function alsoThere(rows: readonly HelpRow[], lang: Lang): Block | null {
  if (rows.length === 0) return null
  const words = rows.map(({ word }) => `/${word[lang]}`).join({ zh: '　', en: '  ' }[lang])
  return text(
    { zh: '还有：', en: 'Also: ' }[lang],
    words,
    { zh: '。都有说明：', en: '. All explained: ' }[lang],
    code(all[lang]),
  )
}

const all: Words = { zh: '/帮助 全部', en: '/help all' }

function useButton(row: HelpRow, lang: Lang): Button {
  return { id: 'help.use', label: row.word[lang], words: `/${row.word[lang]}`, value: row.name }
}

const typing: Words = {
  zh: '中文英文都行，全角空格也没关系；在群里也可以@我再说。想看某一条：/帮助 计划',
  en: 'Chinese and English both work; in a group you can also mention me instead of the slash. More on one: /help plan',
}

const hints: Readonly<Record<GuestHint, Words>> = {
  'group-without-team': {
    zh: '这个群还没有团队。跟我说句话，我就带你建一个，一分钟就好。',
    en: 'This group has no team yet. Say a word to me and I will help you make one; it takes a minute.',
  },
  'not-joined': {
    zh: '你还不在这个团队里。在群里跟我说句话就加入了，之后能做的会更多。',
    en: 'You are not in this team yet. Say a word to me in the group to join, and there is more you can do.',
  },
  'in-no-team': {
    zh: '你还不在任何团队里。到团队的群里跟我说句话就加入了；群里还没有团队，我会带你建一个。',
    en: 'You are in no team yet. Say a word to me in your team’s group to join; if it has no team, I will help you make one.',
  },
}
