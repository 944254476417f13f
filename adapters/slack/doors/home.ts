import { withoutWords } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import { createErrands } from '../../shared/errands.ts'
import { homeView } from '../render/home-view.ts'
import type { DoorParts } from './doors.ts'

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
  /** Pages of one person are published one after the other, so that the newest stays. */
  const drawings = createErrands(error =>
    log.warn({ fault: withoutWords(error) }, 'slack: a home page could not be published'),
  )

  async function draw(userId: string): Promise<void> {
    const person = directory.person(userId) ?? (await within(directory.learnPerson(userId), learntWithin, null))
    if (person === 'bot') return
    const page = await house.home(person ?? { accountId: userId })
    const view = homeView(page, () => null)
    await client.ask('views.publish', web => web.views.publish({ user_id: userId, view }))
  }

  const publish = (userId: string) => drawings.run(userId, () => draw(userId))

  return {
    publish,
    publishSoon: userId => void setTimeout(publish, handledWithin, userId).unref(),
    settled: drawings.settled,
  }
}
