import type { Lang } from '../../../src/base/words.ts'
import type { Block, Button, Content, Span } from '../../../src/content/content.ts'
import { plain } from '../../../src/content/plain.ts'
import type { AccountOf, SurfaceKind } from '../../../src/platform/adapter.ts'
import { buttonCard, mostButtons } from '../cards/button-card.ts'
import { formCard } from '../cards/form-card.ts'
import type { TemplateCard } from '../cards/template-card.ts'
import type { LaneName } from '../lanes/lane.ts'
import { called } from './called.ts'
import { firstDialect, wholeDialect } from './dialect.ts'
import { calledBy, type Pen } from './spans.ts'
import { type Said, type Writing, written } from './words.ts'

/** What one message of each lane holds, in bytes. */
export const holds: Readonly<Record<LaneName, number>> = { bot: 20_480, webhook: 4_096, app: 2_048 }

/** The same words for each lane; nearly always one message. */
export type Worded = Readonly<Record<LaneName, readonly string[]>>

export interface PlacedCard {
  readonly card: TemplateCard
  /** The same as words to type, for where the card cannot go. */
  readonly typed: Worded
}

/** A message in all the ways in which WeCom could show it: by which one it goes is found out when it is sent. */
export interface WeComPayload {
  readonly lang: Lang
  /** Everything but what stands on cards. */
  readonly words: Worded
  /** Everything, with what to type where there are buttons. */
  readonly whole: Worded
  readonly webhookFormat: 'markdown' | 'markdown_v2'
  /** Somebody's phone is to ring. */
  readonly calls: boolean
  readonly cards: readonly PlacedCard[]
  /** The only card says everything itself. */
  readonly cardAlone: boolean
  /** By what the files are kept that go along, where there are any. */
  readonly files?: readonly string[]
  readonly pictures: readonly { readonly ref: string; readonly alt: string; readonly words: Worded }[]
}

/** The bot of a group, which hears only what calls it; its name is null where nobody told it. */
export interface GroupBot {
  readonly name: string | null
}

/** Draws content that fits the canvas. In a direct chat there is nobody to call. */
export function render(
  content: Content,
  surface: SurfaceKind,
  accountIn: AccountOf,
  bot: GroupBot | null = null,
): WeComPayload {
  const { lang } = content
  const callBy = surface === 'group' && bot !== null ? `@${bot.name ?? { zh: '机器人', en: 'bot' }[lang]} ` : ''
  const blocks = content.blocks.map(block => called(block, callBy))
  const accountOf: AccountOf = surface === 'group' ? accountIn : () => null
  const said: Said = { lang, accountOf }
  const calls = callsSomebody(blocks, accountOf)
  // Only the first dialect calls people, and only the second has tables.
  const second = !calls && blocks.some(({ b }) => b === 'table')
  const ways: Readonly<Record<LaneName, Writing>> = {
    bot: { dialect: wholeDialect, bytes: holds.bot },
    webhook: { dialect: second ? wholeDialect : firstDialect, bytes: holds.webhook },
    app: { dialect: firstDialect, bytes: holds.app },
  }
  const wordsOf = (some: readonly Block[]): Worded => ({
    bot: written(some, ways.bot, said),
    webhook: written(some, ways.webhook, said),
    app: written(some, ways.app, said),
  })
  const plan = cardsOf({ lang, blocks })
  const files = blocks.flatMap(block => (block.b === 'file' ? [block.ref] : []))
  return {
    lang,
    words: wordsOf(plan.left.filter(({ b }) => b !== 'image')),
    whole: wordsOf(blocks.filter(({ b }) => b !== 'image')),
    webhookFormat: second ? 'markdown_v2' : 'markdown',
    calls,
    cards: plan.cards.map(({ card, of }) => ({ card, typed: wordsOf([of]) })),
    cardAlone: plan.alone,
    ...(files.length > 0 && { files }),
    pictures: blocks.flatMap(block =>
      block.b === 'image' ? [{ ref: block.ref, alt: plain({ lang, blocks: [block] }), words: wordsOf([block]) }] : [],
    ),
  }
}

interface CardPlan {
  readonly cards: readonly { readonly card: TemplateCard; readonly of: Block }[]
  /** What is to be said in words. */
  readonly left: readonly Block[]
  readonly alone: boolean
}

/** All buttons on one card, as many as it takes, and each form that asks only to choose on a card of its own. */
function cardsOf({ lang, blocks }: Content): CardPlan {
  const forms = blocks.flatMap(block => {
    const card = block.b === 'form' ? formCard(block.form, lang) : null
    return card === null ? [] : [{ card, of: block }]
  })
  const others = blocks.filter(block => block.b !== 'actions' && !forms.some(({ of }) => of === block))
  const buttons = blocks.flatMap(block => (block.b === 'actions' ? block.buttons : []))
  if (buttons.length === 0) return { cards: forms, left: others, alone: forms.length === 1 && others.length === 0 }
  const typed = buttons.slice(mostButtons)
  const left = typed.length === 0 ? others : [...others, actions(typed)]
  const { card, complete } = buttonCard(buttons, left, lang)
  const pressed = { card, of: actions(buttons.slice(0, mostButtons)) }
  return { cards: [pressed, ...forms], left, alone: complete && forms.length === 0 }
}

function actions(buttons: readonly Button[]): Block {
  return { b: 'actions', buttons }
}

function callsSomebody(blocks: readonly Block[], accountOf: AccountOf): boolean {
  const pen: Pen = { dialect: firstDialect, accountOf }
  return blocks.flatMap(spansIn).some(span => calledBy(span, pen) !== null)
}

function spansIn(block: Block): readonly Span[] {
  switch (block.b) {
    case 'text':
    case 'quiet':
      return block.spans
    case 'fields':
      return block.fields.flatMap(({ value }) => value)
    case 'list':
      return block.items.flat()
    case 'table':
      return block.rows.flat(2)
    default:
      return []
  }
}
