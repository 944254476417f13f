import type { Log } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { mayPass } from '../../shared/persist.ts'
import { taskOf } from '../cards/task.ts'
import type { TemplateCard } from '../cards/template-card.ts'
import type { LaneName } from '../lanes/lane.ts'
import { laneOf, type Way } from '../lanes/ways.ts'
import type { Destination, Outlet, Piece, Say } from './outlets.ts'
import type { Step } from './steps.ts'

/** A delivery on its way: what is out, and what is still to be said. */
export interface Sending {
  readonly to: Omit<Destination, 'call' | 'key'>
  /** The delivery's. */
  readonly key: string
  readonly out: Outlet[]
  left: readonly Step[]
  /** What it answers; used up by the first answer. */
  call: string | null
}

export interface Means {
  readonly say: Say
  readonly log: Log
}

/** Says what is left, in order. When it throws it can be called again, and goes on where it stopped. */
export async function proceed(sending: Sending, means: Means): Promise<void> {
  for (let [step] = sending.left; step !== undefined; [step] = sending.left) {
    try {
      await take(sending, step, means)
    } catch (error) {
      if (step.do === 'words' || !isFinal(error)) throw error
      const rest = sending.left.slice(1)
      means.log.warn({ why: error.message, step: step.do }, 'cannot be shown: words say the same')
      sending.left = step.do === 'file' ? rest : [{ do: 'words', words: step.instead, ways: step.wordWays }, ...rest]
    }
  }
}

/** Takes one step by the first way that is open. Only where a way surely did not take it, the next one is tried. */
async function take(sending: Sending, step: Step, means: Means): Promise<void> {
  let closed = new PlatformError('unreachable', 'no lane of WeCom gets there')
  for (const way of step.ways) {
    if (way === 'respond' && sending.call === null) continue
    try {
      return await takeBy(way, sending, step, means)
    } catch (error) {
      if (!(error instanceof PlatformError) || !isClosed(way, error)) throw error
      closed = error
    }
  }
  throw closed
}

async function takeBy(way: Way, sending: Sending, step: Step, { say }: Means): Promise<void> {
  const { call } = sending
  const { piece, left } = cutOff(way, sending, step)
  // An answer that was begun cannot be begun again, whatever became of it.
  if (way === 'respond') sending.call = null
  try {
    sending.out.push(await say(way, piece, { ...sending.to, call, key: `${sending.key}:${sending.out.length}` }))
  } catch (error) {
    if (error instanceof PlatformError && error.kind === 'rate-limited') sending.call = call
    throw error
  }
  sending.left = left
}

/** What can be said at once, and what is left then. Words that were begun by one way go on by it. */
function cutOff(way: Way, { left: [, ...rest], key }: Sending, step: Step): { piece: Piece; left: readonly Step[] } {
  if (step.do === 'picture' || step.do === 'file') return { piece: { do: step.do, ref: step.ref }, left: rest }
  if (step.do === 'card') return { piece: { do: 'card', card: named(step, key) }, left: rest }
  const lane: LaneName = laneOf(way)
  const [text = '', ...more] = step.words[lane]
  if (more.length > 0) {
    const further: Step = { ...step, words: { ...step.words, [lane]: more }, ways: [way === 'respond' ? 'push' : way] }
    return { piece: { do: 'words', text }, left: [further, ...rest] }
  }
  const [next, ...others] = rest
  if (way === 'respond' && next?.do === 'card')
    return { piece: { do: 'words', text, card: named(next, key) }, left: others }
  return { piece: { do: 'words', text }, left: rest }
}

function named({ card, place }: Extract<Step, { do: 'card' }>, key: string): TemplateCard {
  return { ...card, task_id: taskOf(key, place) }
}

/** An answer that is refused as a whole may still be said piece by piece. */
function isClosed(way: Way, { kind }: PlatformError): boolean {
  if (kind === 'unreachable' || kind === 'forbidden' || kind === 'reply-expired') return true
  return way === 'respond' && kind === 'rejected'
}

/** It surely did not go out, and never will. */
function isFinal(error: unknown): error is PlatformError {
  return error instanceof PlatformError && !mayPass(error) && error.kind !== 'unauthorized'
}
