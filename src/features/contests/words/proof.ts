import type { Lang } from '../../../base/words.ts'
import type { Zone } from '../../../calendar/zone.ts'
import { content, field, fields, quiet, table, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Entrant } from '../contest.ts'
import type { Place } from '../standing.ts'
import { asOfWords } from './news.ts'
import { placeValue, type Shown } from './rule.ts'
import { aboutBlocks } from './standing.ts'

/** A kept result, counted again. */
export interface Recounted {
  readonly round: number
  readonly asOf: Date
  /** Those whom the reader may see. */
  readonly places: readonly Place[]
  /** Counted again it comes to what was posted. */
  readonly same: boolean
}

export interface Proof extends Shown {
  readonly entrants: readonly Entrant[]
  /** Those whose measure the reader may see. */
  readonly measures: readonly { readonly name: string; readonly divisor: string }[]
  readonly results: readonly Recounted[]
}

/** Rule, chance, figures, and whether counting again comes to the same. */
export function proofContent(proof: Proof, zone: Zone, lang: Lang): Content {
  const { contest, results, measures } = proof
  const w = {
    zh: { seed: '抽签种子', measure: '各自的基准', none: '还没有结果；结束后这里能看到每个数怎么来' },
    en: {
      seed: 'Seed of the draw',
      measure: 'Own measures',
      none: 'There is no result yet; once it is over, its figures are here',
    },
  }[lang]
  return content(
    lang,
    ...aboutBlocks(proof, lang),
    fields(
      field(w.seed, String(contest.seed)),
      measures.length === 0
        ? null
        : field(
            w.measure,
            measures.map(({ name, divisor }) => `${name} ${divisor}`).join({ zh: '、', en: ', ' }[lang]),
          ),
    ),
    ...(results.length === 0 ? [quiet(w.none)] : results.flatMap(result => resultBlocks(proof, result, zone, lang))),
  )
}

function resultBlocks(
  proof: Proof,
  { round, asOf, places, same }: Recounted,
  zone: Zone,
  lang: Lang,
): readonly (Block | null)[] {
  const title = round === 0 ? { zh: '结果', en: 'The result' } : { zh: `第 ${round} 轮`, en: `Round ${round}` }
  const labels = { zh: ['名次', '谁', '数字'], en: ['Rank', 'Who', 'Figure'] }[lang]
  return [
    text(`${title[lang]} · ${asOfWords(asOf, zone, lang)}`),
    table(
      labels.map(label => ({ label })),
      places.map(place => [
        String(place.rank),
        place.name,
        `${placeValue(proof, place, lang)}${place.on === null ? '' : ` · ${place.on}`}`,
      ]),
    ),
    quiet(
      same
        ? { zh: '刚才按同样的规则重算，结果相同', en: 'Counted again just now by the same rule: the same result' }[lang]
        : {
            zh: '刚才重算，和当时公布的不同：指标的公式或成员名单后来变过。以当时公布的为准',
            en: 'Counted again just now it differs: a formula or the list of members has changed since. What was posted holds',
          }[lang],
    ),
  ]
}
