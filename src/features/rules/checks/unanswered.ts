import type { Check } from './check.ts'

const mark = /[?？]/u
/** At the end of a clause: particles that ask, and "or not" in its spoken forms. */
const particle =
  /(?:吗|嘛|呢|么|没有|没|不|好不好|行不行|可以不|怎么样|如何|啥时候|什么时候|多少|哪里|哪个)[\s。！!~～…]*$/mu
const english =
  /(?:^|[,，:：.!。！]|[@＠]\S+\s)\s*(?:can|could|would|will|do|does|did|have|has|are|is|when|what|where|who|why|how|which|any update|any news)\s+(?:you|we|it|the|that|this|is|are|do|does|did|much|many|on|about|time)\b/imu

/** Whether somebody wants to know something. */
export function looksLikeQuestion(text: string): boolean {
  return mark.test(text) || particle.test(text) || english.test(text)
}

/** With more people than that it is asked of everybody, and nobody in particular owes the answer. */
const mostAsked = 2

/** One or two who are asked something by name: they are what is found, by their ids. */
export const unanswered: Check = said => {
  const { asked, text, mentionsAll } = said
  if (asked.length === 0 || asked.length > mostAsked || mentionsAll || !looksLikeQuestion(text)) return null
  return { ranges: [], what: asked }
}
