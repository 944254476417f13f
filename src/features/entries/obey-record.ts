import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import { recordByHand } from './record-by-hand.ts'
import { previewSheet } from './sheet/preview.ts'
import { dropSheet, recordSheet } from './sheet/record.ts'
import { readSheetRequest } from './sheet/request.ts'

/** Answers `/record`: a figure by hand, or for managers a whole sheet. */
export async function obeyRecord(ctx: MemberContext, text: string): Promise<void> {
  const request = readSheetRequest(text)
  if (request === null) return recordByHand(ctx, text)
  requireRole(ctx, 'manager')
  switch (request.kind) {
    case 'paste':
      return previewSheet(ctx, request.text)
    case 'record':
      return recordSheet(ctx)
    case 'drop':
      return dropSheet(ctx)
  }
}
