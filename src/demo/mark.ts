import type { Tx } from '../store/transaction.ts'

const key = 'demo'

/** True for whoever is first to make the demo of this installation; it is made once, and not again after its removal. */
export async function claimDemo(tx: Tx): Promise<boolean> {
  const { count } = await tx.installation.createMany({ data: [{ key, value: 'made' }], skipDuplicates: true })
  return count === 1
}

/** Lets it be made once more. */
export async function releaseDemo(tx: Tx): Promise<void> {
  await tx.installation.deleteMany({ where: { key } })
}

/** Keeps it from being made at the next start. */
export async function keepDemoAway(tx: Tx): Promise<void> {
  await tx.installation.createMany({ data: [{ key, value: 'removed' }], skipDuplicates: true })
}
