import { stepByStepAction } from '../../content/step-by-step.ts'
import type { Feature } from '../feature.ts'
import { beginLast, beginNamed } from './begin.ts'
import { hearAnswer } from './hear.ts'
import type { Catalogue } from './submit.ts'
import { useAnswer, useControl } from './use.ts'

/** Forms without forms: their inputs are asked for one by one in the direct chat. `actions` are those of all features. */
export function createDialogue(actions: Catalogue): Feature {
  return {
    name: 'dialogue',
    commands: [
      {
        name: 'fill',
        words: ['fill', '填写'],
        summary: { zh: '不用表单，一项一项地填', en: 'Fill in a form question by question' },
        example: { zh: '/填写', en: '/fill' },
        least: 'guest',
        run: beginLast,
      },
    ],
    actions: [
      { id: stepByStepAction, least: 'guest', run: (ctx, { value = '' }) => beginNamed(ctx, value) },
      { id: 'dialogue.answer', least: 'guest', run: (ctx, { value }) => useAnswer(ctx, value, actions) },
      { id: 'dialogue.control', least: 'guest', run: (ctx, { value }) => useControl(ctx, value, actions) },
    ],
    hears: (ctx, said) => hearAnswer(ctx, said, actions),
  }
}
