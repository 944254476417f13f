import type { Lang } from '../../../base/words.ts'
import type { WorkCalendar } from '../../../calendar/work-calendar.ts'

const weekdays = {
  zh: ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

/** The usual week of a calendar in one phrase. */
export function usualWeek(calendar: WorkCalendar, lang: Lang): string {
  const holidays = { zh: '，过法定节假日', en: ', with statutory holidays' }[lang]
  const tail = calendar.kind !== 'cn' && calendar.cnHolidays ? holidays : ''
  switch (calendar.kind) {
    case 'cn':
      return { zh: '法定工作日（含调休）', en: 'China’s official workdays, make-up days included' }[lang]
    case 'mon-fri':
      return { zh: '周一至周五', en: 'Monday to Friday' }[lang] + tail
    case 'alternating': {
      const { bigWeek } = calendar
      return (
        { zh: `大小周（${bigWeek} 是大周）`, en: `alternating weeks (six days in the week of ${bigWeek})` }[lang] + tail
      )
    }
    case 'single-rest': {
      const day = weekdays[lang][calendar.restDay]
      return { zh: `单休（${day}休息）`, en: `one day of rest (${day})` }[lang] + tail
    }
  }
}
