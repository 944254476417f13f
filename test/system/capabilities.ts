/**
 * `npm run capabilities`: writes into both READMEs what each platform can do, as its adapter declares it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { surfacesOf as dingtalk } from '../../adapters/dingtalk/surfaces.ts'
import { readSettings as readMail } from '../../adapters/mail/settings.ts'
import { surfacesOf as mail } from '../../adapters/mail/surfaces.ts'
import { surfaces as room } from '../../adapters/room/surfaces.ts'
import { surfaces as slack } from '../../adapters/slack/surfaces.ts'
import type { WeComSettings } from '../../adapters/wecom/settings.ts'
import { surfacesOf as wecom } from '../../adapters/wecom/surfaces.ts'
import type { Lang, Words } from '../../src/base/words.ts'
import type { Surface, SurfaceKind } from '../../src/platform/adapter.ts'

type Surfaces = Readonly<Record<SurfaceKind, Surface>>

/** A platform, or one set up in a way that changes what it can do. */
interface Column {
  readonly name: Words
  readonly surfaces: Surfaces
  /** It reaches people one by one, and only where they have said that they want it. */
  readonly isMail?: true
}

interface Line {
  readonly what: Words
  tell(surfaces: Surfaces, lang: Lang): string
  /** What holds of mail, where its surfaces do not tell all of it. */
  readonly ofMail?: Words
  /** It is about groups, of which mail has none. */
  readonly isOfGroups?: true
}

const bot: WeComSettings['bot'] = { botId: 'bot', secret: 'secret', name: null, wsUrl: 'wss://localhost' }
const callback = { token: 'token', aesKey: 'key' }
const app: WeComSettings['app'] = { corpId: 'corp', agentId: 1, secret: 'secret', callback }
const webhooks: WeComSettings['webhooks'] = [{ group: null, key: 'key' }]
const noLane: WeComSettings = { bot: null, app: null, webhooks: [], apiUrl: 'https://localhost' }

/** As far as nothing else is set. */
function usualMail(): Surfaces {
  const read = readMail({ SMTP_HOST: 'smtp.example.com', SMTP_FROM: 'bot@example.com' })
  if (read.kind !== 'read') throw new Error('these settings are not enough for mail any more')
  return mail(read.settings)
}

const columns: readonly Column[] = [
  { name: { zh: '演练群', en: 'Room' }, surfaces: room },
  { name: { zh: 'Slack', en: 'Slack' }, surfaces: slack },
  { name: { zh: '钉钉', en: 'DingTalk' }, surfaces: dingtalk({ cardTemplateId: null }) },
  { name: { zh: '钉钉＋卡片', en: 'DingTalk, cards' }, surfaces: dingtalk({ cardTemplateId: 'cards.schema' }) },
  { name: { zh: '企业微信机器人', en: 'WeCom, bot' }, surfaces: wecom({ ...noLane, bot }) },
  { name: { zh: '企业微信三条通道', en: 'WeCom, all lanes' }, surfaces: wecom({ ...noLane, bot, app, webhooks }) },
  { name: { zh: '邮件', en: 'E-mail' }, surfaces: usualMail(), isMail: true },
]

const hears: Readonly<Record<Surface['hears'], Words>> = {
  everything: { zh: '每句话', en: 'everything' },
  mentions: { zh: '@ 它的话', en: 'when mentioned' },
  nothing: { zh: '听不到', en: 'nothing' },
}

const starts: Readonly<Record<Surface['starts'], Words>> = {
  always: { zh: '可以', en: 'yes' },
  'after-contact': { zh: '有人先找过它之后', en: 'after contact' },
  never: { zh: '不能', en: 'no' },
}

const mentions: Readonly<Record<Surface['canvas']['mentions'], Words>> = {
  inline: { zh: '可以', en: 'yes' },
  appended: { zh: '在句末', en: 'at the end' },
  none: { zh: '只写名字', en: 'by name only' },
}

const yesOrNo = (is: boolean, lang: Lang): string => (is ? { zh: '可以', en: 'yes' } : { zh: '不能', en: 'no' })[lang]

/** A platform without groups has one place alone, and of it everything is told. */
function cell({ tell, ofMail, isOfGroups }: Line, { surfaces, isMail }: Column, lang: Lang): string {
  if (!isMail) return tell(surfaces, lang)
  if (isOfGroups) return { zh: '没有群', en: 'has none' }[lang]
  return ofMail?.[lang] ?? tell({ group: surfaces.direct, direct: surfaces.direct }, lang)
}

/** The same answer for both places is given once. */
function inBoth(read: (surface: Surface, lang: Lang) => string): Line['tell'] {
  return ({ group, direct }, lang) => {
    const [there, here] = [read(group, lang), read(direct, lang)]
    if (there === here) return there
    return { zh: `群 ${there}，单聊 ${here}`, en: `group ${there}, direct ${here}` }[lang]
  }
}

const lines: readonly Line[] = [
  {
    what: { zh: '在群里听到', en: 'Hears in a group' },
    isOfGroups: true,
    tell: ({ group }, lang) => hears[group.hears][lang],
  },
  { what: { zh: '在单聊里听到', en: 'Hears in a direct chat' }, tell: ({ direct }, lang) => hears[direct.hears][lang] },
  {
    what: { zh: '在群里先开口', en: 'Speaks first in a group' },
    isOfGroups: true,
    tell: ({ group }, lang) => starts[group.starts][lang],
  },
  {
    what: { zh: '先私聊某人', en: 'Speaks first to a person' },
    ofMail: { zh: '本人登记邮箱之后，只发通知和紧急事项', en: 'once they gave an address: notices and urgent matters' },
    tell: ({ direct }, lang) => starts[direct.starts][lang],
  },
  {
    what: { zh: '群里只给一人看', en: 'Whispers in a group' },
    isOfGroups: true,
    tell: ({ group }, lang) =>
      group.whispers ? yesOrNo(true, lang) : { zh: '改为私聊', en: 'says it in a direct chat' }[lang],
  },
  {
    what: { zh: '按钮', en: 'Buttons' },
    tell: inBoth(({ canvas }, lang) =>
      canvas.blocks.has('actions') ? yesOrNo(true, lang) : { zh: '打字代替', en: 'words to type' }[lang],
    ),
  },
  {
    what: { zh: '表单', en: 'Forms' },
    tell: inBoth(({ canvas }, lang) => {
      if (!canvas.blocks.has('form')) return { zh: '打字或逐项问答', en: 'words, or step by step' }[lang]
      return canvas.forms
        ? { zh: '只限选择题，其余逐项问答', en: 'choices; else step by step' }[lang]
        : yesOrNo(true, lang)
    }),
  },
  {
    what: { zh: '表格', en: 'Tables' },
    tell: inBoth(({ canvas }, lang) =>
      canvas.blocks.has('table') ? yesOrNo(true, lang) : { zh: '改写成行', en: 'as lines' }[lang],
    ),
  },
  { what: { zh: '图片', en: 'Pictures' }, tell: inBoth(({ canvas }, lang) => yesOrNo(canvas.images, lang)) },
  {
    what: { zh: '文件', en: 'Files' },
    tell: inBoth(({ canvas }, lang) => yesOrNo(canvas.blocks.has('file'), lang)),
  },
  {
    what: { zh: '收成员发来的文件', en: 'Takes a file from a member' },
    ofMail: { zh: '不能', en: 'no' },
    tell: inBoth(({ takesFiles }, lang) => yesOrNo(takesFiles, lang)),
  },
  { what: { zh: '@ 某人', en: 'Mentions' }, tell: ({ group }, lang) => mentions[group.canvas.mentions][lang] },
  {
    what: { zh: '原地修改', en: 'Revises in place' },
    ofMail: { zh: '不能', en: 'no' },
    tell: inBoth(({ revises }, lang) => (revises ? yesOrNo(true, lang) : { zh: '补一句', en: 'adds a line' }[lang])),
  },
  { what: { zh: '撤回', en: 'Recalls' }, tell: inBoth(({ recalls }, lang) => yesOrNo(recalls, lang)) },
  {
    what: { zh: '替成员撤回群里的话', en: 'Takes back what a member said' },
    tell: ({ group }, lang) => yesOrNo(group.recallsOthers, lang),
  },
  {
    what: { zh: '每分钟最多', en: 'Messages a minute' },
    tell: inBoth(
      ({ pace }, lang) => `${pace.perMinute}${pace.scope === 'channel' ? '' : { zh: '（合计）', en: ' in all' }[lang]}`,
    ),
  },
  {
    what: { zh: '一条装得下', en: 'One message holds' },
    tell: inBoth(({ canvas: { limit } }, lang) => {
      const unit = { characters: { zh: '字', en: 'characters' }, bytes: { zh: '字节', en: 'bytes' } }[limit.unit]
      return `${limit.size} ${unit[lang]}`
    }),
  },
]

/** A Markdown table, a row for each capability. */
function table(lang: Lang): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(['', ...columns.map(({ name }) => name[lang])]),
    row(['-', ...columns.map(() => '-')]),
    ...lines.map(line => row([line.what[lang], ...columns.map(column => cell(line, column, lang))])),
  ].join('\n')
}

const mark = /(<!-- capabilities: .*? -->\n)[\s\S]*?(<!-- \/capabilities -->)/

/** The text with the table as it is now; throws where no place is marked for it. */
export function withTable(text: string, lang: Lang): string {
  if (!mark.test(text)) throw new Error('There is no place marked for the table of capabilities')
  return text.replace(mark, (_, before: string, after: string) => `${before}\n${table(lang)}\n\n${after}`)
}

export const readmes: readonly { readonly file: string; readonly lang: Lang }[] = [
  { file: path.join(import.meta.dirname, '../../README.md'), lang: 'en' },
  { file: path.join(import.meta.dirname, '../../README.zh-CN.md'), lang: 'zh' },
]

if (import.meta.main) {
  for (const { file, lang } of readmes) writeFileSync(file, withTable(readFileSync(file, 'utf8'), lang))
}
