import type { PersonContext } from '../../context.ts'
import { zoneOfPerson } from './account-store.ts'
import { setUpDefaults, type UsualSetUp } from './setup-input.ts'

/** As the founder's own, where their platform tells. */
export async function usualSetUp({ tx, actor, lang }: PersonContext): Promise<UsualSetUp> {
  return { lang, zone: (await zoneOfPerson(tx, actor.personId)) ?? setUpDefaults.zone }
}
