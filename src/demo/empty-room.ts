import type { Lang } from '../base/words.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'
import { emptyGroup, guests } from './cast.ts'

/** Without a demo, a Room that nobody is in yet gets an empty group and two guests, one of whom can make a team there. */
export async function openEmptyRoom(store: Store, lang: Lang): Promise<void> {
  await inTransaction(store, async tx => {
    if ((await tx.roomUser.count()) > 0) return
    const users = guests.map(({ id, name }, position) => ({ id, name: name[lang], position }))
    await tx.roomUser.createMany({ data: users, skipDuplicates: true })
    await tx.roomChannel.createMany({
      data: [{ id: emptyGroup.id, name: emptyGroup.name[lang] }],
      skipDuplicates: true,
    })
  })
}
