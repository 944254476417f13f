import { withoutWords } from '../../src/base/log.ts'
import { within } from '../shared/wait.ts'
import type { DoorParts } from './doors.ts'
import { homeView } from './home-view.ts'

/** The Home tabs: a page for each person, drawn anew whenever they come to it. */
export interface Homes {
  /** Returns at once. */
  publish(userId: string): void
  /** Once more, when what the person just did there has had time to happen. */
  publishSoon(userId: string): void
  /** Resolves when all that was begun is done. */
  settled(): Promise<void>
}

/** Milliseconds: to learn who somebody is, and for what they did to be handled. */
const learntWithin = 2_000
const handledWithin = 1_500

type Parts = Pick<DoorParts, 'house' | 'directory' | 'client' | 'log'>

export function createHomes({ house, directory, client, log }: Parts): Homes {
  const begun = new Set<Promise<void>>()
  /** Pages of one person are published one after the other, so that the newest stays. */
  const last = new Map<string, Promise<void>>()

  async function draw(userId: string): Promise<void> {
    const person = directory.person(userId) ?? (await within(directory.learnPerson(userId), learntWithin, null))
    if (person === 'bot') return
    const page = await house.home(person ?? { accountId: userId })
    const view = homeView(page, () => null)
    await client.ask('views.publish', web => web.views.publish({ user_id: userId, view }))
  }

  async function drawAfter(before: Promise<void> | undefined, userId: string): Promise<void> {
    await before
    try {
      await draw(userId)
    } catch (error) {
      log.warn({ fault: withoutWords(error) }, 'slack: a home page could not be published')
    }
  }

  function publish(userId: string): void {
    const drawing = drawAfter(last.get(userId), userId)
    begun.add(drawing)
    last.set(userId, drawing)
    drawing.finally(() => {
      begun.delete(drawing)
      if (last.get(userId) === drawing) last.delete(userId)
    })
  }

  return {
    publish,
    publishSoon: userId => void setTimeout(publish, handledWithin, userId).unref(),
    async settled() {
      while (begun.size > 0) await Promise.all(begun)
    },
  }
}
