import type { Lang } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Block } from '../../../content/content.ts'
import type { TeamContext } from '../../../context.ts'
import { keepDrawing } from '../../../store/pictures.ts'
import { amountsWords, percentWords } from '../words/pools.ts'
import type { PoolProgress } from './pool.ts'

/** How far a pool has come, as a picture; the same stands in the text beside it. */
export async function pictureOfPool(
  { tx, now }: Pick<TeamContext, 'tx' | 'now'>,
  progress: PoolProgress,
  lang: Lang,
): Promise<Block> {
  const { pool, share } = progress
  const ref = await keepDrawing(
    tx,
    {
      ...{ kind: 'progress', title: pool.name, subtitle: labelOf(pool.period, lang), done: Math.max(0, share) },
      ...{ percent: percentWords(share), words: amountsWords(progress, lang), prize: pool.unlocks },
    },
    now,
  )
  return { b: 'image', ref, alt: `${pool.name} ${percentWords(share)}` }
}
