import { lifecycle } from '../shared/lifecycle.ts'

export type ScenarioStatus =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'published'
  | 'evaluating'
  | 'awarded'
  | 'piloting'
  | 'accepted'
  | 'archived'
  | 'withdrawn'
  | 'terminated'

export type ScenarioDeed =
  | 'submit'
  | 'return'
  | 'publish'
  | 'open'
  | 'award'
  | 'startPilot'
  | 'accept'
  | 'archive'
  | 'withdraw'
  | 'terminate'

/** 场景: 草稿 → 待审 → 已发布 → 遴选中 → 已遴选 → 试点中 → 已验收 → 归档. */
export const scenarioLifecycle = lifecycle<ScenarioStatus, ScenarioDeed>('scenario', {
  initial: 'draft',
  table: {
    draft: { submit: 'submitted', withdraw: 'withdrawn' },
    submitted: { publish: 'published', return: 'returned', withdraw: 'withdrawn' },
    returned: { submit: 'submitted', withdraw: 'withdrawn' },
    published: { open: 'evaluating', withdraw: 'withdrawn', archive: 'archived' },
    evaluating: { award: 'awarded', terminate: 'terminated' },
    awarded: { startPilot: 'piloting', terminate: 'terminated' },
    piloting: { accept: 'accepted', terminate: 'terminated' },
    accepted: { archive: 'archived' },
    archived: {},
    withdrawn: {},
    terminated: {},
  },
})
