import { z } from 'zod'
import { createBatcher } from '../../../src/base/batch.ts'
import type { Lane } from '../../../src/platform/adapter.ts'
import type { DingTalkClient } from '../client.ts'

/** What became of a message to one person. */
export interface Told {
  readonly outcome: 'taken' | 'nobody' | 'held back'
  /** By it the message can be recalled; none where others were told in the same call, as it would be recalled from all. */
  readonly processQueryKey?: string | undefined
}

export const toPeople = 'v1.0/robot/oToMessages/batchSend'

/** DingTalk takes no more in one call. */
const MOST = 20

const staffIds = z.array(z.string()).nullish().catch(undefined)
const sent = z.object({
  processQueryKey: z.string().min(1).optional().catch(undefined),
  invalidStaffIdList: staffIds,
  flowControlledStaffIdList: staffIds,
})

type Tell = (staffId: string) => Promise<Told>

interface Gathering {
  readonly tell: Tell
  readonly waiting: Set<string>
}

/**
 * Tells people by the robot, each call of which is metered. Who is to be told the same while a call is under way is told with
 * the next one: a reminder to many people at nine costs a few calls, and nobody waits for company.
 */
export function createTeller(client: Pick<DingTalkClient, 'ask'>, robotCode: string) {
  const gatherings = new Map<string, Gathering>()

  async function tellAll(userIds: readonly string[], message: object, lane: Lane): Promise<readonly Told[]> {
    const answer = sent.parse(await client.ask(toPeople, { body: { robotCode, userIds, ...message }, lane }))
    const { processQueryKey, invalidStaffIdList, flowControlledStaffIdList } = answer
    return userIds.map(staffId => {
      if (invalidStaffIdList?.includes(staffId)) return { outcome: 'nobody' }
      if (flowControlledStaffIdList?.includes(staffId)) return { outcome: 'held back' }
      return { outcome: 'taken', ...(userIds.length === 1 && { processQueryKey }) }
    })
  }

  /** The same twice to one person is meant so; in one call it would be there once. */
  function gatheringFor(staffId: string, message: object, lane: Lane): readonly [string, Gathering] {
    let nth = 0
    const name = () => JSON.stringify([lane, message, nth])
    while (gatherings.get(name())?.waiting.has(staffId)) nth += 1
    const known = gatherings.get(name())
    if (known) return [name(), known]
    const tell = createBatcher((people: readonly string[]) => tellAll(people, message, lane), { max: MOST })
    const gathering: Gathering = { tell, waiting: new Set() }
    gatherings.set(name(), gathering)
    return [name(), gathering]
  }

  return async (staffId: string, message: object, lane: Lane): Promise<Told> => {
    const [name, { tell, waiting }] = gatheringFor(staffId, message, lane)
    waiting.add(staffId)
    try {
      return await tell(staffId)
    } finally {
      waiting.delete(staffId)
      if (waiting.size === 0) gatherings.delete(name)
    }
  }
}
