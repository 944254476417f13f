import { declareSettings } from '../setting.ts'
import { clockTime, onOff, wholeNumber } from '../setting-kinds.ts'
import { rewardSettingsSchema } from './reward-settings.ts'

const { contestPoints, kudosPoints } = rewardSettingsSchema.shape
const unit = { zh: '分', en: 'points' }

export const rewardSettingDeclarations = declareSettings(
  { feature: 'rewards', group: { zh: '积分与奖励', en: 'Points and rewards' }, schema: rewardSettingsSchema },
  {
    points: {
      title: { zh: '积分', en: 'Points' },
      summary: {
        zh: '竞赛、感谢和经理可以给积分，积分换奖品；默认关，因为容易让人只为积分做事',
        en: 'Contests, thanks and managers give points for rewards; off unless wanted, since people may play for points alone',
      },
      kind: onOff,
    },
    contestPoints: {
      title: { zh: '竞赛积分', en: 'Points for a contest' },
      summary: { zh: '赢一次竞赛得几分', en: 'What each winner of a contest gets' },
      kind: wholeNumber(contestPoints, unit, 50),
    },
    kudosPoints: {
      title: { zh: '感谢积分', en: 'Points for thanks' },
      summary: { zh: '每被感谢一次得几分', en: 'What being thanked gets, each time' },
      kind: wholeNumber(kudosPoints, unit, 5),
    },
    poolsAt: {
      title: { zh: '奖池播报时间', en: 'Pools at' },
      summary: {
        zh: '工作日几点核对团队奖池，周五（或当周最后一个工作日）在群里说进度',
        en: 'When pools are checked on workdays, and told to the group on Friday or the week’s last workday',
      },
      kind: clockTime,
    },
  },
)
