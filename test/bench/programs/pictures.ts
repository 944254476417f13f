/**
 * Draws a picture so many times, one after the other as the house does, in a process with nothing else in it: its name in
 * the samples and how often are the arguments. Tells how long each took and what memory there was by then, in MB.
 */
import { openStudio } from '../../../src/pictures/studio.ts'
import { samples } from '../../pictures/samples.ts'

const [, , name = '', count = ''] = process.argv
const drawing = samples[name]
if (drawing === undefined) throw new Error(`There is no sample ${name}`)
const studio = openStudio()
const took: number[] = []
const memory: number[] = []
for (let at = 0; at < Number(count); at++) {
  const from = performance.now()
  await studio(drawing, { theme: at % 2 === 0 ? 'light' : 'dark', type: 'image/jpeg' })
  took.push(performance.now() - from)
  memory.push(process.memoryUsage.rss() / 2 ** 20)
}
process.stdout.write(JSON.stringify({ took, memory }))
