import type { Block, BlockKind } from '../../src/content/content.ts'
import { typeOf } from '../../src/pictures/drawn.ts'
import { openStudio } from '../../src/pictures/studio.ts'
import type { Files } from '../../src/platform/files.ts'
import type { Pictures } from '../../src/platform/pictures.ts'
import { samples as drawings } from '../pictures/samples.ts'

interface BlockSample {
  readonly block: Block
  /** What a reader must find in it, however it is drawn. */
  readonly words: readonly string[]
  /** What they can type instead; must be said where there is nothing to press. */
  readonly typed?: string
}

/** One block of each kind. */
export const blockSamples: Readonly<Record<BlockKind, BlockSample>> = {
  heading: { block: { b: 'heading', text: 'Digest' }, words: ['Digest'] },
  text: {
    block: { b: 'text', spans: [{ t: 'text', text: 'strong words', style: 'strong' }] },
    words: ['strong words'],
  },
  fields: {
    block: { b: 'fields', fields: [{ label: 'Calls', value: [{ t: 'text', text: '25' }] }] },
    words: ['Calls', '25'],
  },
  list: {
    block: { b: 'list', items: [[{ t: 'text', text: 'one' }], [{ t: 'text', text: 'two' }]] },
    words: ['one', 'two'],
  },
  table: {
    block: {
      b: 'table',
      columns: [{ label: 'Name' }, { label: 'Deals', align: 'end' }],
      rows: [[[{ t: 'text', text: '李' }], [{ t: 'text', text: '8' }]]],
    },
    words: ['李', '8'],
  },
  quiet: { block: { b: 'quiet', spans: [{ t: 'text', text: 'by the way' }] }, words: ['by the way'] },
  divider: { block: { b: 'divider' }, words: ['before'] },
  actions: {
    block: { b: 'actions', buttons: [{ id: 'a.b', label: 'Open', words: '/report' }] },
    words: ['Open'],
    typed: '/report',
  },
  form: {
    block: { b: 'form', form: { id: 'a.c', title: 'Report', submit: 'Send', words: '/report 拜访2', inputs: [] } },
    words: ['Report'],
    typed: '/report',
  },
  details: { block: { b: 'details' }, words: ['before'] },
  image: { block: { b: 'image', ref: 'chart-1', alt: 'calls by week' }, words: ['calls by week'] },
  file: {
    block: { b: 'file', ref: 'week-1', name: 'week.xlsx', alt: 'three sheets; elsewhere /weekly xlsx' },
    words: ['week.xlsx'],
  },
}

/** The file of the sample, as the house keeps it. */
export const keptFiles: Files = async ref =>
  ref === 'week-1'
    ? { bytes: new Uint8Array(64).fill(7), filename: 'week.xlsx', type: 'application/octet-stream' }
    : null

const studio = openStudio()

/** Any picture by the name of its sample, drawn as the house draws it. */
export const drawnPictures: Pictures = async name => {
  const drawing = drawings[name]
  return drawing ? studio(drawing, { theme: 'light', type: typeOf(drawing) }) : null
}

/** One drawing of each kind. */
export const kindsOfDrawings: readonly string[] = [
  ...new Map(Object.entries(drawings).map(([name, { kind }]) => [kind, name])).values(),
]

/** Words that platforms or pages would read as something else if they were not escaped. */
export const hostileTexts = [
  '@all please',
  '@所有人 开会',
  '<!channel> and <!here> and <@U123>',
  '<script>alert(1)</script>',
  '*bold* _it_ ~no~ `code`',
  '[click](https://evil.example)',
  '<https://evil.example|bank>',
  '&lt;b&gt; &amp;',
  '> quoted',
  '# heading',
  '{{7*7}} %s \\n',
] as const
