import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { Action, Feature } from '../feature.ts'
import { acknowledge, showReaders } from './acknowledge.ts'
import { announceJob } from './announce.ts'
import { obeyEdit, submitEdit } from './edit-rule.ts'
import { exempt } from './exempt.ts'
import { keepsOfFindings } from './findings/keeps.ts'
import { obeyFindings } from './findings/obey.ts'
import { hearingActions, hearingJobs } from './hearing/offer.ts'
import { overhear } from './hearing/overhear.ts'
import { hearingSettingDeclarations } from './hearing/settings-words.ts'
import { showHistory } from './history.ts'
import { exportRules, previewImport, takeImport } from './import-rules.ts'
import { keepsOfRules } from './keeps.ts'
import { obeyWords } from './obey-words.ts'
import { howToAsk } from './refusals.ts'
import { readRuleRequest } from './request.ts'
import { ruleStates } from './rule.ts'
import { ruleSettingDeclarations } from './settings-words.ts'
import { showCatalogue, showRules } from './show-rules.ts'
import { switchRule } from './switch-rule.ts'

/** What holds in the team's groups: agreed, shown, changed. */
export const rules: Feature = {
  name: 'rules',
  commands: [
    {
      name: 'rules',
      words: ['rules', 'rule', '群规', '规则'],
      summary: {
        zh: '这里有哪些规矩；经理可以启用、试行、修改',
        en: 'What holds here; managers take, try and change rules',
      },
      example: { zh: '/群规', en: '/rules' },
      least: 'rep',
      run: obeyRules,
    },
  ],
  actions: [
    { id: 'rules.read', least: 'rep', run: (ctx, { value }) => acknowledge(ctx, value) },
    { id: 'rules.list', least: 'rep', run: showCatalogue },
    ...ruleStates.map(
      (state): Action => ({
        id: `rules.${state}`,
        least: 'manager',
        run: (ctx, { value = '' }) => switchRule(ctx, value, state),
      }),
    ),
    { id: 'rules.edit', least: 'manager', run: (ctx, { value = '', values = {} }) => submitEdit(ctx, value, values) },
    { id: 'rules.import', least: 'manager', run: (ctx, { value }) => takeImport(ctx, value) },
    ...hearingActions,
  ],
  jobs: [announceJob, ...hearingJobs],
  overhears: overhear,
  keeps: async (ctx, about) => [...(await keepsOfRules(ctx, about)), ...(await keepsOfFindings(ctx, about))],
  settings: [...ruleSettingDeclarations, ...hearingSettingDeclarations],
}

async function obeyRules(ctx: MemberContext, rest: string): Promise<void> {
  if (await obeyFindings(ctx, rest)) return
  const request = readRuleRequest(rest)
  switch (request.kind) {
    case 'show':
      return showRules(ctx)
    case 'list':
      return showCatalogue(ctx)
    case 'read':
      return acknowledge(ctx)
    case 'readers':
      return showReaders(ctx)
    case 'switch':
      return switchRule(ctx, request.name, request.state)
    case 'edit':
      return obeyEdit(ctx, request.text)
    case 'export':
      return exportRules(ctx, request.text)
    case 'import':
      return previewImport(ctx, request.text)
    case 'take-import':
      return takeImport(ctx)
    case 'history':
      return showHistory(ctx, request.text)
    case 'words':
      return obeyWords(ctx, request.text)
    case 'exempt':
      return exempt(ctx, request.who, request.name, request.isExempt)
    case 'unclear':
      throw new UserError('rules.unclear', howToAsk)
  }
}
