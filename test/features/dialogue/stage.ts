import { afterAll, beforeAll } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { openPlainPlatform } from '../plain-platform.ts'

type Platform = Awaited<ReturnType<typeof openPlainPlatform>>
type Options = Omit<Parameters<typeof openPlainPlatform>[0], 'store'>

/** Opens groups on a platform without forms, all of them on one database of this file. */
export function useStage() {
  let database: TemporaryDatabase
  beforeAll(async () => {
    database = await temporaryStore()
  })
  afterAll(() => database.close())

  async function open(options: Options = {}) {
    const platform = await openPlainPlatform({ store: database.store, ...options })
    return {
      ...platform,
      wang: inTalk(platform.wang),
      li: inTalk(platform.person('李')),
      /** Li, who has joined the team. */
      async liJoins() {
        await platform.person('李').says('/加入')
        return inTalk(platform.person('李'))
      },
    }
  }

  /** Where Wang was asked the first question of the day's report. */
  async function openAsked(options?: Options) {
    const stage = await open(options)
    await stage.wang.tells('/日报', '填写')
    return stage
  }

  return { open, openAsked }
}

/** Somebody whose words in the direct chat bring back what they hear to the last of them. */
function inTalk(person: Platform['wang']) {
  return {
    ...person,
    async tells(...texts: readonly string[]): Promise<string> {
      for (const text of texts) await person.tells(text)
      return person.heard()
    },
    /** The very same message, brought by the platform twice; what the second time brings. */
    async tellsTwice(text: string): Promise<string> {
      await person.tells(text, `twice: ${text}`)
      await person.tells(text, `twice: ${text}`)
      return person.heard()
    },
    async presses(label: string): Promise<string> {
      await person.presses(label)
      return person.heard()
    },
  }
}
