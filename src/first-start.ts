import type { Config } from './config.ts'
import { openEmptyRoom } from './demo/empty-room.ts'
import { type DemoHouse, seedDemo } from './demo/seed.ts'

export type Seed = 'demo' | 'empty-room' | 'nothing'

/** What a first start puts into an empty database. Beside a real platform nobody is made up: its people come from there. */
export function whatToSeed({ room, demo, platforms }: Pick<Config, 'room' | 'demo' | 'platforms'>): Seed {
  if (!room.on || platforms.some(({ isChat }) => isChat)) return 'nothing'
  return demo.on ? 'demo' : 'empty-room'
}

/** Puts it there; what is there already stays as it is. */
export async function seed(what: Seed, house: DemoHouse): Promise<void> {
  if (what === 'nothing') return
  if (what === 'demo') await seedDemo(house)
  await openEmptyRoom(house.store, house.lang)
}
