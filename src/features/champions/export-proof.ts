import { UserError } from '../../base/errors.ts'
import { content, heading, quiet, text } from '../../content/build.ts'
import type { MemberContext } from '../../context.ts'
import { findAward } from './find-award.ts'
import { line } from './ledger.ts'
import { noSuchPage } from './refusals.ts'
import type { Which } from './request.ts'
import { titleOf, typed } from './words.ts'
import { readLedger } from './work-out.ts'

/** Lines of the export in one answer, and of these in one block: as much as any platform takes at once. */
const PAGE = 200
const BLOCK = 12

/**
 * Gives a manager the canonical export as text, to the manager alone: pasted together and given to any program that reads
 * CSV it decides the award again. Its last line is the proof.
 */
export async function exportProof(ctx: MemberContext, which: Which, page: number): Promise<void> {
  const { lang } = ctx
  const { award, metric } = await findAward(ctx, which)
  const lines = [...(await readLedger(ctx.tx, award)), line('proof', award.proof)]
  const pages = Math.ceil(lines.length / PAGE)
  if (page > pages) throw new UserError('champion-page', noSuchPage(pages))
  const shown = lines.slice((page - 1) * PAGE, page * PAGE)
  const next = typed({ zh: '/冠军 导出', en: '/champion export' }, metric, award.period, lang, String(page + 1))
  ctx.say({
    to: { reply: 'private' },
    content: content(
      lang,
      heading(titleOf(metric, award.period)[lang]),
      ...blocksOf(shown).map(block => text(block)),
      page === pages
        ? null
        : quiet({ zh: `第 ${page}/${pages} 页，下一页：${next}`, en: `Page ${page} of ${pages}; next: ${next}` }[lang]),
    ),
    lane: 'reply',
    purpose: 'champions.export',
  })
}

function blocksOf(lines: readonly string[]): readonly string[] {
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += BLOCK) blocks.push(lines.slice(at, at + BLOCK).join('\n'))
  return blocks
}
