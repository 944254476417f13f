import type { Theme } from '../drawn.ts'

/** From one colour to another. */
export type Blend = readonly [string, string]

/** The colours of a theme, named by what they are for; the same as on the Room's pages. */
export interface Look {
  readonly ground: string
  readonly surface: string
  readonly line: string
  readonly track: string
  /** Bars of what was planned, beside those of what was done. */
  readonly planned: string
  readonly ink: string
  readonly quiet: string
  readonly accent: string
  readonly tint: string
  readonly goal: string
  readonly up: string
  readonly down: string
  /** Behind a title. */
  readonly band: Blend
  readonly onBand: string
  readonly quietOnBand: string
  readonly bar: Blend
  readonly medals: readonly [Blend, Blend, Blend]
  /** Behind initials, which are white. */
  readonly faces: readonly string[]
  readonly faceGround: string
}

const faces = ['#0f6b5c', '#8a5a06', '#7a3e8e', '#a8322a', '#2b5c9e', '#4f6b14', '#9a3b6a', '#4a5560']

const light: Look = {
  ground: '#f3f1ec',
  surface: '#fffdf9',
  line: '#e6e2d8',
  track: '#ece8de',
  planned: '#d2c9b4',
  ink: '#1f2628',
  quiet: '#5c6567',
  accent: '#0f6b5c',
  tint: '#dff0ea',
  goal: '#c07f10',
  up: '#0f7a4f',
  down: '#a85a24',
  band: ['#0b5247', '#178670'],
  onBand: '#ffffff',
  quietOnBand: '#cfe9e1',
  bar: ['#0f6b5c', '#35a88e'],
  medals: [
    ['#f6d27a', '#fbeecb'],
    ['#cfd6da', '#eaeef0'],
    ['#e3b48b', '#f6e3d1'],
  ],
  faces,
  faceGround: '#f1ece0',
}

const dark: Look = {
  ground: '#121617',
  surface: '#1c2324',
  line: '#2e3738',
  track: '#2c3536',
  planned: '#566364',
  ink: '#edf1ef',
  quiet: '#a6b1b0',
  accent: '#63cdb5',
  tint: '#17362f',
  goal: '#f0bd5c',
  up: '#6bd6a0',
  down: '#eba276',
  band: ['#0e2f29', '#175548'],
  onBand: '#f4faf8',
  quietOnBand: '#a9d4c8',
  bar: ['#2f9d85', '#63cdb5'],
  medals: [
    ['#7d6120', '#3d3218'],
    ['#536068', '#2c3539'],
    ['#714c30', '#38291d'],
  ],
  faces,
  faceGround: '#293233',
}

const looks: Readonly<Record<Theme, Look>> = { light, dark }

export function lookOf(theme: Theme): Look {
  return looks[theme]
}
