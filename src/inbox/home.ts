import { divider } from '../content/build.ts'
import type { Block, Content } from '../content/content.ts'
import type { Feature } from '../features/feature.ts'
import type { InboundEvent } from '../platform/events.ts'
import type { HandleDeps } from './handle.ts'
import { behindTheScene } from './rehearse.ts'

/** A person's own page: what each feature puts there, in the order of the features. */
export function homeOf(
  deps: HandleDeps & { readonly features: readonly Feature[] },
  { platform, author }: Pick<InboundEvent, 'platform' | 'author'>,
): Promise<Content> {
  const visit: InboundEvent = {
    platform,
    author,
    eventId: 'home',
    place: { kind: 'direct' },
    body: { kind: 'profile' },
  }
  return behindTheScene(deps, visit, async ctx => {
    const parts: Block[][] = []
    for (const feature of deps.features) parts.push([...((await feature.home?.(ctx)) ?? [])])
    const blocks = parts.filter(part => part.length > 0).flatMap((part, n) => (n === 0 ? part : [divider, ...part]))
    return { lang: ctx.lang, blocks }
  })
}
