import type { Feature } from '../feature.ts'
import { explainHabit } from './explain-habit.ts'
import { keepsOfHabits } from './keeps.ts'
import { noticeHabits } from './notice-habits.ts'
import { fairnessSettingDeclarations } from './settings-words.ts'

/** Ways of reporting that stand out: the person hears first; a manager, later, gets a hint and never a verdict. */
export const fairness: Feature = {
  name: 'fairness',
  commands: [
    {
      name: 'explain',
      words: ['explain', '说明', '解释'],
      summary: { zh: '对填报习惯的提示说一句原因', en: 'Give the reason to a hint about your way of reporting' },
      example: { zh: '/说明 这周都在展会', en: '/explain at a trade fair all week' },
      least: 'rep',
      run: explainHabit,
    },
  ],
  reactions: [{ on: 'report.submitted', run: noticeHabits }],
  keeps: keepsOfHabits,
  settings: fairnessSettingDeclarations,
}
