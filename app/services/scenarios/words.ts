import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'

/** What a scenario says, without its moments, which are facts of their own. */
export type Words = Omit<ScenarioDraft, 'bidDeadline' | 'questionsUntil' | 'siteId' | 'siteVersion'>

/** A row's content as pages take it. In the row the moments are text; the deadline has a column of its own. */
export function wordsIn(content: ScenarioDraft): { words: Words; questionsUntil: Date | null } {
  // From which profile the site was taken is for its own people alone, and told apart.
  const { bidDeadline: _, siteId: __, siteVersion: ___, questionsUntil, ...words } = content
  return { words, questionsUntil: questionsUntil ? new Date(questionsUntil) : null }
}
