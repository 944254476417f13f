export const mostWords = 10_000
/** In letters, as they are looked for. */
export const longestWord = 64
export const longestSuggestion = 500
