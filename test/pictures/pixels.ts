import { type Canvas, createCanvas, type Image, loadImage } from '@napi-rs/canvas'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue, alpha. */
  readonly data: Uint8ClampedArray
}

/** As wide as the pictures are kept that were looked at: small enough to keep, and a changed digit is still seen. */
const keptWidth = 360

export function reduced(whole: Canvas | Image): Canvas {
  const canvas = createCanvas(keptWidth, Math.round((whole.height * keptWidth) / whole.width))
  const ctx = canvas.getContext('2d')
  ctx.imageSmoothingQuality = 'high'
  ctx.drawImage(whole, 0, 0, canvas.width, canvas.height)
  return canvas
}

export function pixelsOf(canvas: Canvas): Pixels {
  const { width, height } = canvas
  return { width, height, data: canvas.getContext('2d').getImageData(0, 0, width, height).data }
}

export async function pixelsIn(file: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(file))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return pixelsOf(canvas)
}

/** Less than this is the work of an encoder or of another way to smooth edges. */
const noticeable = 36

/** How many pixels are noticeably lighter or darker; all of them in pictures of another size. */
export function differing(one: Pixels, other: Pixels, least = noticeable): number {
  if (one.width !== other.width || one.height !== other.height) return one.width * one.height
  let count = 0
  for (let at = 0; at < one.data.length; at += 4)
    if (Math.abs(lightOf(one, at) - lightOf(other, at)) > least) count += 1
  return count
}

/** What the encoder keeps of every pixel; colours it keeps of every other. */
function lightOf({ data }: Pixels, at: number): number {
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
}

/** Red, green and blue on average. */
export function averageOf({ data }: Pixels): readonly [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0]
  for (let at = 0; at < data.length; at += 4)
    for (const color of [0, 1, 2] as const) sums[color] += data[at + color] ?? 0
  const [red, green, blue] = sums
  const count = data.length / 4
  return [red / count, green / count, blue / count]
}
