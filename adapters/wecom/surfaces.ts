import type { BlockKind, Form } from '../../src/content/content.ts'
import type { Canvas, Surface, SurfaceKind } from '../../src/platform/adapter.ts'
import { formCard } from './cards/form-card.ts'
import type { WeComSettings } from './settings.ts'

const drawn: readonly BlockKind[] = ['heading', 'text', 'fields', 'list', 'table', 'quiet', 'divider', 'image', 'file']

/**
 * Of plain text, in bytes. WeCom takes 20,480 of them from the bot, 4,096 from a webhook and 2,048 from the app; the rest
 * is room for marks, and words that are full of signs go on in a further message.
 */
const bytes = { bot: 6_000, webhook: 3_000, app: 1_600 } as const

/**
 * WeCom allows 30 a minute in a chat of the bot's or to a person of the app's, and 20 over a webhook. Whoever fills in a
 * form step by step answers quickly, and is not to wait for the next question.
 */
const pace = { talk: 25, webhook: 18, talkAtOnce: 10 } as const

type Lanes = Readonly<Record<'bot' | 'webhook' | 'app' | 'hearingApp', boolean>>

/** What can be done in each kind of place depends on which of the three lanes there are. */
export function surfacesOf({ bot, webhooks, app }: WeComSettings): Readonly<Record<SurfaceKind, Surface>> {
  const lanes = { bot: bot !== null, webhook: webhooks.length > 0, app: app !== null, hearingApp: !!app?.callback }
  return { group: groupOf(lanes), direct: directOf(lanes) }
}

/** Nothing that was said in a group can be taken back or changed. */
function groupOf({ bot, webhook }: Lanes): Surface {
  return {
    ...common,
    hears: bot ? 'mentions' : 'nothing',
    starts: webhook ? 'always' : bot ? 'after-contact' : 'never',
    canvas: canvasOf({ cards: bot, mentions: webhook, size: webhook ? bytes.webhook : bytes.bot }),
    recalls: false,
    recallsOthers: false,
    takesFiles: false,
    pace: { perMinute: webhook ? pace.webhook : pace.talk, scope: 'channel' },
  }
}

/** What the app said can be recalled for a day; but where there is a bot too, the message may be the bot's. */
function directOf({ bot, app, hearingApp }: Lanes): Surface {
  return {
    ...common,
    hears: bot || hearingApp ? 'everything' : 'nothing',
    starts: app ? 'always' : bot ? 'after-contact' : 'never',
    canvas: canvasOf({ cards: bot || hearingApp, mentions: false, size: app ? bytes.app : bytes.bot }),
    recalls: app && !bot,
    recallsOthers: false,
    takesFiles: bot,
    pace: { perMinute: pace.talk, scope: 'channel', burst: pace.talkAtOnce },
  }
}

/** Cards can be changed only within five seconds of a click: that is no revising. */
const common = { whispers: false, revises: false, idempotent: false } as const

/** What asks for more than to choose is asked for step by step, or typed. */
const isChoosable = (form: Form): boolean => formCard(form, 'zh') !== null

function canvasOf({ cards, mentions, size }: { cards: boolean; mentions: boolean; size: number }): Canvas {
  return {
    blocks: new Set(cards ? [...drawn, 'actions', 'form'] : drawn),
    forms: isChoosable,
    mentions: mentions ? 'inline' : 'none',
    images: true,
    limit: { unit: 'bytes', size },
  }
}
