import type { Log } from '../../../src/base/log.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { mayPass } from '../../shared/persist.ts'
import { taskOf } from '../cards/task.ts'
import type { TemplateCard } from '../cards/template-card.ts'
import { laneOf, type Way } from '../lanes/ways.ts'
import type { Course, Place } from './course.ts'
import type { Destination, Outlet, Piece, Say } from './outlets.ts'
import type { Step } from './steps.ts'

/** A delivery on its way: what is out, and what is still to be said. */
export interface Sending {
  readonly to: Omit<Destination, 'call' | 'key' | 'begin'>
  /** The delivery's. */
  readonly key: string
  readonly steps: readonly Step[]
  readonly out: Outlet[]
  place: Place
  /** What it answers; used up by the first answer. */
  call: string | null
}

export interface Means {
  readonly say: Say
  readonly log: Log
  keep(course: Pick<Course, 'out' | 'place' | 'saying'>): Promise<void>
}

/** Says what is left, in order. What it keeps is where another one goes on, once it has thrown or died. */
export async function proceed(sending: Sending, means: Means): Promise<void> {
  for (let step = stepOf(sending); step !== undefined; step = stepOf(sending)) {
    try {
      await take(sending, step, means)
    } catch (error) {
      if (step.do === 'words' || !isFinal(error)) throw error
      means.log.warn({ why: error.message, step: step.do }, 'cannot be shown: words say the same')
      const { at } = sending.place
      sending.place = step.do === 'file' ? { at: at + 1 } : { at, instead: true }
    }
  }
}

/** What is to be said next. Words that were begun by one way go on by it. */
function stepOf({ steps, place: { at, instead, by, said } }: Sending): Step | undefined {
  const planned = steps[at]
  if (planned === undefined) return undefined
  const step: Step =
    instead && 'instead' in planned ? { do: 'words', words: planned.instead, ways: planned.wordWays } : planned
  if (step.do !== 'words' || by === undefined) return step
  const lane = laneOf(by)
  return { ...step, words: { ...step.words, [lane]: step.words[lane].slice(said) }, ways: [by] }
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

async function takeBy(way: Way, sending: Sending, step: Step, { say, keep }: Means): Promise<void> {
  const { call, out, place } = sending
  const { piece, next } = cutOff(way, sending, step)
  let saying = false
  const begin = async () => {
    await keep({ out, place: next, saying: way })
    saying = true
  }
  // An answer that was begun cannot be begun again, whatever became of it.
  if (way === 'respond') sending.call = null
  try {
    out.push(await say(way, piece, { ...sending.to, call, key: `${sending.key}:${out.length}`, begin }))
  } catch (error) {
    if (error instanceof PlatformError && error.kind === 'rate-limited') sending.call = call
    if (saying && surelyNotOut(error)) await keep({ out, place, saying: null })
    throw error
  }
  sending.place = next
  await keep({ out, place: next, saying: null })
}

function surelyNotOut(error: unknown): boolean {
  return error instanceof PlatformError && error.kind !== 'uncertain'
}

/** What can be said at once, and where it goes on then. */
function cutOff(way: Way, { steps, place, key }: Sending, step: Step): { piece: Piece; next: Place } {
  const { at, said = 0 } = place
  const next = { at: at + 1 }
  if (step.do === 'picture' || step.do === 'file') return { piece: { do: step.do, ref: step.ref }, next }
  if (step.do === 'card') return { piece: { do: 'card', card: named(step, key) }, next }
  const [text = '', ...more] = step.words[laneOf(way)]
  if (more.length > 0)
    return { piece: { do: 'words', text }, next: { ...place, by: way === 'respond' ? 'push' : way, said: said + 1 } }
  const following = steps[at + 1]
  if (way === 'respond' && following?.do === 'card')
    return { piece: { do: 'words', text, card: named(following, key) }, next: { at: at + 2 } }
  return { piece: { do: 'words', text }, next }
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
