import { expect, it } from 'vitest'
import { evidenceOf, learnWeights, missingOf, needed } from '#domain/matching/learning.ts'
import { builtInWeights } from '#domain/matching/weights.ts'
import { LearningPage } from '#ui/weights/learning-page.tsx'
import { LessonShown } from '#ui/weights/lesson.tsx'
import { render } from '../support/render.tsx'
import { shownLists } from '../support/weights.ts'

const lists = shownLists({ scenarios: 120 })
const evidence = evidenceOf(lists, builtInWeights)
const learned = learnWeights(lists, builtInWeights)

it('shows what was recorded with its denominators, and opens the form once there is enough', () => {
  const view = {
    ...{ evidence, missing: missingOf(lists, builtInWeights), needed, inForce: 1 },
    ...{ may: { ok: true as const }, formKey: 'k' },
  }
  const zh = render(<LearningPage view={view} answer={undefined} />)
  expect(zh).toContain('120 / 1,200')
  expect(zh).toContain('2026 年 1 月 1 日 至 2026 年 4 月 30 日')
  expect(zh).toContain('试算并提出建议')
  const closed = { ...view, missing: { pairs: 0, later: 7 } }
  const en = render(<LearningPage view={closed} answer={undefined} />, 'en')
  expect(en).toContain('0 comparisons, 7 scenarios')
  expect(en).not.toContain('Work out and propose')
  for (const html of [zh, en]) expect(html).not.toMatch(/weights\.\w+\./)
})

it('says that weights learned from chance are not recommended, with the figure', () => {
  if (learned.kind === 'tooLittle') throw new Error('there is enough')
  const { lesson } = learned
  const zh = render(<LessonShown learned={{ evidence, lesson }} />)
  expect(zh).toContain('不建议采用')
  expect(zh).toContain('36 个场景')
  const better = {
    ...lesson,
    advised: true,
    gain: { ...lesson.gain, difference: 0.0213, low: 0.004, high: 0.031 },
  }
  const en = render(<LessonShown learned={{ evidence, lesson: better }} />, 'en')
  expect(en).toContain('Better on later time')
  expect(en).toContain('＋0.021 (95% interval ＋0.004 to ＋0.031')
})
