import type { MemberContext } from '../../../context.ts'
import { openEvidence, sealEvidence } from './evidence.ts'
import { findingsIn, rewriteEvidence } from './store.ts'

/**
 * Puts the masked copy, the one that is given or that was kept, in place of what is kept of a message, for every rule that
 * found something in it, and answers it; without one, nothing is kept any more.
 */
export async function maskEvidence(
  { tx, actor, sealing }: MemberContext,
  { eventId, channelId }: { readonly eventId: string; readonly channelId: string },
  given: string | undefined,
): Promise<string | null> {
  const found = await findingsIn(tx, { eventId, channelId, memberId: actor.memberId })
  const kept = found.map(finding => ({ finding, evidence: openEvidence(sealing, finding) }))
  const copies = kept.flatMap(({ finding: { mode }, evidence }) => (mode === 'on' ? (evidence?.masked ?? []) : []))
  const masked = given ?? copies[0] ?? null
  for (const { finding, evidence } of kept) {
    // Stars may be fewer than what they hide, so where it was does not tell where it is.
    const told = { what: evidence?.what ?? [], ranges: [] }
    const sealed =
      masked === null || sealing === null ? null : sealEvidence(sealing, finding.ruleId, masked, { ...told, masked })
    await rewriteEvidence(tx, finding.id, sealed)
  }
  return masked
}
