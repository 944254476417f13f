import { Prisma } from '../../prisma/client/client.ts'
import { newId } from '../base/ids.ts'
import type { Content } from '../content/content.ts'
import type { Reason } from '../context.ts'
import type { Tx } from '../store/transaction.ts'
import type { NewDelivery } from './delivery.ts'
import { withoutUnaddressed } from './mail-addresses.ts'

/**
 * Writes deliveries in the transaction of the effects that they tell of. What was said before under the same key is left
 * alone, and so is who has no address to be written to. Answers the conversations that may have something to send after commit.
 */
export async function writeDeliveries(tx: Tx, wanted: readonly NewDelivery[]): Promise<string[]> {
  const deliveries = await withoutUnaddressed(tx, wanted)
  if (deliveries.length === 0) return []
  await tx.delivery.createMany({ data: deliveries.map(rowOf), skipDuplicates: true })
  return [...new Set(deliveries.map(delivery => delivery.conversation))]
}

function rowOf(delivery: NewDelivery): Prisma.DeliveryCreateManyInput {
  return {
    ...delivery,
    id: newId(delivery.createdAt),
    content: json(delivery.content),
    short: delivery.short ? json(delivery.short) : Prisma.DbNull,
    reason: delivery.reason ? json(delivery.reason) : Prisma.DbNull,
  }
}

/** Our interfaces have no index signature, which Prisma's type of JSON asks for; it takes anything that says its JSON. */
function json(value: Content | Reason): Prisma.InputJsonValue {
  return { toJSON: () => value }
}
