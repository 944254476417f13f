import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'

const require = createRequire(import.meta.url)

/**
 * Our own fonts under our own names, so that a picture looks the same on every machine. Where the first has no glyph the
 * next is asked: simplified forms, then rare characters of names (𠮷), then emoji in colour.
 */
const families = [
  {
    family: 'Bellwether Sans',
    files: ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'],
  },
  {
    family: 'Bellwether Han',
    files: ['noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf', 'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'],
  },
  { family: 'Bellwether Emoji', files: ['noto-color-emoji/400Regular/NotoColorEmoji_400Regular.ttf'] },
]

export const fontFiles: readonly string[] = families.flatMap(({ files }) => files.map(pathOf))

/** For `font` in CSS and in charts. */
export const fontFamily = families.map(({ family }) => `"${family}"`).join(', ')

for (const { family, files } of families) {
  for (const file of files) {
    if (!GlobalFonts.registerFromPath(pathOf(file), family)) throw new Error(`The font ${file} cannot be read`)
  }
}

function pathOf(file: string): string {
  return require.resolve(`@expo-google-fonts/${file}`)
}
