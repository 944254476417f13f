import type { Feature } from '../feature.ts'
import { keepsOfMail } from './keeps.ts'
import { obeyMail } from './obey-mail.ts'

/** Where people are written to. It is a word of `/my`. */
export const mail: Feature = {
  name: 'mail',
  topics: [
    {
      words: ['mail', 'email', 'e-mail', 'my mail', '邮箱', '邮件', '我的 邮箱'],
      run: ctx => obeyMail(ctx, { want: 'show' }),
    },
  ],
  keeps: keepsOfMail,
}
