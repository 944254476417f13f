import type { Block } from '../../content/content.ts'
import type { TeamContext } from '../../context.ts'
import { keepDrawing } from '../../store/pictures.ts'
import { periodWords, placeValue } from './words/rule.ts'
import type { PublicStanding } from './words/standing.ts'

/** The standing as a picture; the same stands in the text beside it. Nothing to draw without anybody on it. */
export async function pictureOf({ tx, now, team }: TeamContext, standing: PublicStanding): Promise<Block | null> {
  const { contest, top } = standing
  const { lang } = team
  if (top.length === 0) return null
  const rows = top.map(place => ({
    ...{ rank: place.rank, name: place.name, value: placeValue(standing, place, lang) },
    ...{ length: place.value },
    ...(place.on === null ? {} : { note: place.on }),
  }))
  const ref = await keepDrawing(
    tx,
    { kind: 'board', title: contest.name, subtitle: periodWords(contest, lang), rows },
    now,
  )
  return { b: 'image', ref, alt: contest.name }
}
