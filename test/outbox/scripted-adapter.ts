import { setImmediate } from 'node:timers/promises'
import type { Content } from '../../src/content/content.ts'
import { plain } from '../../src/content/plain.ts'
import type {
  Adapter,
  Address,
  Outgoing,
  Progress,
  Receipt,
  SaidThere,
  Surface,
  SurfaceKind,
} from '../../src/platform/adapter.ts'
import { PlatformError, type PlatformErrorKind } from '../../src/platform/errors.ts'
import type { PlatformId } from '../../src/platform/events.ts'

export const surface: Surface = {
  hears: 'everything',
  starts: 'always',
  canvas: {
    blocks: new Set(['heading', 'text', 'list']),
    mentions: 'inline',
    images: false,
    limit: { unit: 'characters', size: 200 },
  },
  whispers: true,
  revises: true,
  recalls: true,
  recallsOthers: false,
  takesFiles: false,
  pace: { perMinute: 6000, scope: 'channel' },
  idempotent: false,
}

interface Payload {
  readonly text: string
  readonly mentions: readonly string[]
}

export type Call =
  | { readonly call: 'send'; readonly address: Address; readonly text: string; readonly key: string }
  | { readonly call: 'revise'; readonly message: string; readonly text: string }
  | { readonly call: 'recall'; readonly message: string }
  | { readonly call: 'recall-said'; readonly address: Address; readonly eventId: string }
  | { readonly call: 'find'; readonly key: string; readonly after: Receipt | undefined; readonly kept: unknown }

/** What the platform finds: a message, nothing, or that it cannot tell. */
type Found = 'there' | 'not there' | PlatformErrorKind

type Answer = 'taken' | PlatformErrorKind | Error | (() => Promise<void>)

/** A platform that takes exactly the calls that the test announced; any other is an error and is kept in `unexpected`. */
export class ScriptedAdapter implements Adapter<Payload> {
  readonly platform: PlatformId
  readonly surfaces: Readonly<Record<SurfaceKind, Surface>>
  readonly calls: Call[] = []
  readonly mentioned: string[] = []
  readonly unexpected: Call[] = []
  /** The largest number of calls that were open at the same time. */
  mostAtOnce = 0
  /** Of what is being sent. */
  progress: Progress | undefined
  #open = 0
  #answers: Answer[] = []
  #always = false
  /** Only where the test says what is found can the platform be asked at all. */
  find?: NonNullable<Adapter<Payload>['find']>

  constructor(settings: { platform?: PlatformId; group?: Partial<Surface>; direct?: Partial<Surface> } = {}) {
    this.platform = settings.platform ?? 'slack'
    this.surfaces = {
      group: { ...surface, ...settings.group },
      direct: { ...surface, whispers: false, ...settings.direct },
    }
  }

  /** The answers to the next calls, in order. */
  will(...answers: readonly Answer[]): this {
    this.#answers.push(...answers)
    return this
  }

  takeAll(): this {
    this.#always = true
    return this
  }

  /** The platform can be asked what arrived; the answers to that, in order. */
  willFind(...found: readonly Found[]): this {
    const left = [...found]
    this.find = async ({ key, after, kept }) => {
      const next = left.shift()
      if (next !== undefined) this.#answers.unshift(next === 'there' || next === 'not there' ? 'taken' : next)
      await this.#take({ call: 'find', key, after, kept })
      return next === 'there' ? { message: `found ${key.split(':').at(-1)}` } : null
    }
    return this
  }

  get answersLeft(): number {
    return this.#answers.length
  }

  get texts(): string[] {
    return this.calls.flatMap(call => ('text' in call ? [call.text] : []))
  }

  render(content: Content, _kind: SurfaceKind, accountOf: (id: string) => { accountId: string } | null): Payload {
    const spans = content.blocks.flatMap(block => (block.b === 'text' ? block.spans : []))
    const mentions = spans.flatMap(span => (span.t === 'member' ? [accountOf(span.id)?.accountId ?? '?'] : []))
    return { text: plain(content), mentions }
  }

  async send({ address, payload, key, progress }: Outgoing<Payload>): Promise<Receipt> {
    this.progress = progress
    await this.#take({ call: 'send', address, text: payload.text, key })
    this.mentioned.push(...payload.mentions)
    return { message: `m${this.calls.length}` }
  }

  async revise(receipt: Receipt, payload: Payload): Promise<void> {
    await this.#take({ call: 'revise', message: receipt['message'] ?? '', text: payload.text })
  }

  async recall(receipt: Receipt): Promise<void> {
    await this.#take({ call: 'recall', message: receipt['message'] ?? '' })
  }

  async recallSaid(said: SaidThere): Promise<void> {
    await this.#take({ call: 'recall-said', ...said })
  }

  async #take(call: Call): Promise<void> {
    this.#open += 1
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open)
    try {
      await setImmediate()
      await this.#answer(call)
    } finally {
      this.#open -= 1
    }
  }

  async #answer(call: Call): Promise<void> {
    this.calls.push(call)
    const answer = this.#answers.shift() ?? (this.#always ? 'taken' : undefined)
    if (answer === undefined) {
      this.unexpected.push(call)
      throw new PlatformError('rejected', 'the test announced no such call')
    }
    if (typeof answer === 'function') await answer()
    else if (answer instanceof Error) throw answer
    else if (answer !== 'taken') throw new PlatformError(answer, `scripted ${answer}`)
  }
}
