import { fileURLToPath } from 'node:url'
import { GlobalFonts } from '@napi-rs/canvas'

/**
 * Our own fonts under our own names, so that a picture looks the same on every machine. Where the first has no glyph the
 * next is asked: simplified forms, then rare characters of names (𠮷), then emoji in colour.
 */
const fonts = [
  ['Bellwether Sans', import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')],
  ['Bellwether Sans', import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')],
  ['Bellwether Han', import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf')],
  ['Bellwether Han', import.meta.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf')],
  [
    'Bellwether Emoji',
    import.meta.resolve('@expo-google-fonts/noto-color-emoji/400Regular/NotoColorEmoji_400Regular.ttf'),
  ],
] as const

/** For `font` in CSS and in charts. */
export const fontFamily = [...new Set(fonts.map(([family]) => `"${family}"`))].join(', ')

for (const [family, file] of fonts) {
  if (!GlobalFonts.registerFromPath(fileURLToPath(file), family)) throw new Error(`The font ${file} cannot be read`)
}
