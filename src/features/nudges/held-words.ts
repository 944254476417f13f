import type { Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { weekdayOf } from '../../calendar/dates.ts'
import { weekdayWords } from '../../calendar/schedule-words.ts'
import type { DayKind } from '../../calendar/workdays.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import type { Held } from './budget.ts'
import { hoursWords } from './quiet-hours.ts'

/** Why nothing was said, as `/why` tells it later. */
export function heldWords(held: Held, zone: Zone): Words {
  switch (held.kind) {
    case 'answered':
      return { zh: '你已经交了', en: 'you had answered already' }
    case 'not-a-workday':
      return notAWorkday(held.date, held.day)
    case 'on-leave':
      return {
        day: { zh: '你今天请假', en: 'you are on leave that day' },
        am: { zh: '你上午请假', en: 'you are on leave that morning' },
        pm: { zh: '你下午请假', en: 'you are on leave that afternoon' },
      }[held.part]
    case 'asked-for-quiet': {
      const { date, time } = toLocal(held.until, zone)
      return {
        zh: `你要求在 ${date} ${time} 之前不提醒`,
        en: `you asked for quiet until ${time} on ${date}`,
      }
    }
    case 'quiet-hours':
      return {
        zh: `这是免打扰时间（${hoursWords(held.hours)}）`,
        en: `these are quiet hours (${hoursWords(held.hours)})`,
      }
    case 'budget':
      return {
        zh: `今天已提醒 ${held.spent} 次，到了每天的上限`,
        en: `you were reminded ${held.spent === 1 ? 'once' : `${held.spent} times`} that day, which is the limit`,
      }
    case 'in-turn':
      return {
        zh: '这类提醒每周只发给一半的人，轮流来，好看出它有没有用；这周没有轮到你',
        en: 'such nudges go to half of the team each week in turn, which shows whether they help; this week was not yours',
      }
    case 'retired':
      return { zh: '团队停用了这种提醒', en: 'the team wants such nudges no more' }
  }
}

function notAWorkday(date: LocalDate, day: DayKind): Words {
  const weekday = weekdayWords[weekdayOf(date)]
  if (day.reason === 'holiday') {
    return { zh: `${date} 放假（日历：${day.name}）`, en: `${date} is a holiday (calendar: ${day.name})` }
  }
  if (day.reason === 'custom') {
    return { zh: `${date} 是团队设定的休息日`, en: `${date} is a day off that the team has set` }
  }
  return {
    zh: `${weekday.zh}不是工作日（日历：你的工作周）`,
    en: `${weekday.en} is no workday (calendar: your usual week)`,
  }
}
