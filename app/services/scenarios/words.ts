import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'

/** What a scenario says, without its moments, which are facts of their own. */
export type Words = Omit<ScenarioDraft, 'bidDeadline' | 'questionsUntil'>

/** A row's content as pages take it. In the row the moments are text; the deadline has a column of its own. */
export function wordsIn(content: ScenarioDraft): { words: Words; questionsUntil: Date | null } {
  const { bidDeadline: _, questionsUntil, ...words } = content
  return { words, questionsUntil: questionsUntil ? new Date(questionsUntil) : null }
}
