import type { Words } from '../../base/words.ts'
import { platformName } from '../team/platform-names.ts'
import type { Audible, Group } from './hearing-reach.ts'

/** Why a rule does not hold in a group, or only in part. */
export function unheardWords({ platform }: Pick<Group, 'platform'>, audible: Exclude<Audible, 'wholly'>): Words {
  const [zh, en] = [platformName(platform, 'zh'), platformName(platform, 'en')]
  return audible === 'not'
    ? {
        zh: `这里听不到：${zh}只把 @机器人 的消息告诉机器人`,
        en: `cannot be heard here: ${en} tells a bot only what mentions it`,
      }
    : {
        zh: `这里只能听到一部分：${zh}只把 @机器人 的消息告诉机器人`,
        en: `heard here in part: ${en} tells a bot only what mentions it`,
      }
}

export function groupName({ name, platform }: Group, lang: 'zh' | 'en'): string {
  return `${platformName(platform, lang)} · ${name ?? { zh: '未命名的群', en: 'a group without a name' }[lang]}`
}
