import { features } from '../src/features/index.ts'
import { openTalk, type Speaker, type Talk, type TalkOptions } from './talk.ts'

export interface TeamTalk<Id extends string> extends Talk {
  readonly who: Readonly<Record<Id, Speaker>>
}

interface TeamTalkOptions<Id extends string> extends Omit<TalkOptions, 'people' | 'features'> {
  /** By id and name; the first one sets the team up and is its admin. */
  readonly people: Readonly<Record<Id, string>>
  /** All, unless told. */
  readonly features?: TalkOptions['features']
}

/** A team of these people in the Room, who have done nothing yet but set it up and join it. */
export async function openTeam<Id extends string>(options: TeamTalkOptions<Id>): Promise<TeamTalk<Id>> {
  const talk = await openTalk({ features, ...options })
  const ids = Object.keys(options.people) as Id[]
  const who = Object.fromEntries(ids.map(id => [id, talk.person(id)])) as Record<Id, Speaker>
  for (const [at, id] of ids.entries()) await who[id].says(at === 0 ? '/setup 销售一部' : '/加入')
  return { ...talk, who }
}
