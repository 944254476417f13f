import type { HomeView } from '@slack/types'
import { quiet } from '../../../src/content/build.ts'
import type { Content } from '../../../src/content/content.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import type { AccountOf, Canvas } from '../../../src/platform/adapter.ts'
import { surfaces } from '../surfaces.ts'
import { drawBlocks } from './blocks.ts'

/** A home tab takes 100 blocks, no pictures of ours, has no threads, and is no delivery whose forms could be found again. */
const canvas: Canvas = {
  ...surfaces.direct.canvas,
  blocks: new Set(
    [...surfaces.direct.canvas.blocks].filter(
      kind => kind !== 'image' && kind !== 'file' && kind !== 'details' && kind !== 'form',
    ),
  ),
  limit: { unit: 'characters', size: 5_000 },
  blocksAtMost: 60,
}

const more = {
  zh: '这里放不下更多了，其余请私聊我“我的”',
  en: 'There is no room for more; message me "my" to see the rest',
}

/** A person's own page. There is one page and no next message, so what exceeds it is pointed to. */
export function homeView({ lang, blocks }: Content, accountOf: AccountOf): HomeView {
  const [page = { lang, blocks: [] }, ...rest] = fitTo({ lang, blocks }, canvas)
  const shown = rest.length === 0 ? page.blocks : [...page.blocks, quiet(more[lang])]
  return { type: 'home', blocks: drawBlocks(shown, { lang, accountOf, tables: 0 }).blocks }
}
