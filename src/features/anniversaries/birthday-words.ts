import type { Lang, Words } from '../../base/words.ts'
import type { LocalTime } from '../../calendar/dates.ts'
import { actions, content, quiet, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { offButton, whenWords } from './common-words.ts'
import { monthDayWords } from './day-words.ts'
import type { MonthDay } from './greeting-day.ts'

/** What the team knows of the reader's birthday. */
export function birthdayContent(day: MonthDay | null, greetAt: LocalTime | null, lang: Lang): Content {
  if (day === null) {
    return content(
      lang,
      text({ zh: '没有记你的生日', en: 'Your birthday is not noted' }[lang]),
      quiet(
        {
          zh: '想让群里祝贺就写 /生日 3-15，只记月日，不记年份',
          en: 'To be greeted type /birthday 3-15: day and month alone, never the year',
        }[lang],
      ),
    )
  }
  const shown = monthDayWords(day, lang)
  return content(
    lang,
    text({ zh: `你的生日记作 ${shown}，只有月日`, en: `Your birthday is noted as ${shown}, without a year` }[lang]),
    quiet(whenWords(greetAt, lang)),
    actions(offButton('anniversaries.birthday', { zh: '/生日', en: '/birthday' }[lang], lang)),
  )
}

export function birthdayOffContent(lang: Lang): Content {
  return content(
    lang,
    text({ zh: '好，你的生日已经删掉，不会在群里说', en: 'Your birthday is deleted and will not be mentioned' }[lang]),
  )
}

export const birthdayUnclear: Words = {
  zh: '没看懂日期。写月和日，例如 /生日 3-15 或 /生日 3月15日；不想要写 /生日 关。只能写自己的',
  en: 'The day is not understood. Give month and day, as in /birthday 3-15 or /birthday 15 March, or /birthday off. Only your own can be given',
}

export const onlySolar: Words = {
  zh: '只能记公历生日，例如 /生日 3-15',
  en: 'Only days of the Gregorian calendar can be kept, as in /birthday 3-15',
}
