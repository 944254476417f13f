/** How a sign of Han is read: the syllable without its tone, in the letters of a keyboard (`lv` for 绿), and the tone from 1, 0 for none. */
export interface Reading {
  readonly syllable: string
  readonly tone: number
}

export interface Sounds {
  /** As the word is read, sign by sign; null for what has something else than Han in it. */
  ofWord(word: string): readonly Reading[] | null
  /** Every way in which this sign is read. */
  ofSign(sign: string): readonly Reading[]
}

/** The table of readings is large, so it is loaded by those alone who ask for it. */
export async function loadSounds(): Promise<Sounds> {
  const { pinyin, polyphonic } = await import('pinyin-pro')
  return {
    ofWord(word) {
      if (!/^\p{Script=Han}+$/u.test(word)) return null
      const read = pinyin(word, { toneType: 'num', type: 'array', v: true }).flatMap(readingOf)
      return read.length === [...word].length ? read : null
    },
    ofSign: sign => (polyphonic(sign, { toneType: 'num', type: 'array' })[0] ?? []).flatMap(readingOf),
  }
}

function readingOf(spelled: string): readonly Reading[] {
  const [, syllable, tone = '0'] = /^([a-zü]+)([1-5]?)$/.exec(spelled) ?? []
  return syllable === undefined ? [] : [{ syllable: syllable.replace('ü', 'v'), tone: Number(tone) % 5 }]
}
