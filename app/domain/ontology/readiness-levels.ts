import type { Localized } from '../shared/localized.ts'
import type { Maturity } from '../vocabulary.ts'

interface ReadinessLevel {
  level: number
  label: Localized
  /** 样机 and earlier have no stage: nothing that could be tried on a site exists yet. */
  stage: Maturity | null
}

/**
 * 技术就绪水平 1 to 9. GB/T 22900-2022 defines the scale; these sentences are the generic reading of it, not its text,
 * and the stage beside each (未定型 6–7, 定型 8, 量产 9) is this platform's own.
 */
export const readinessLevels: readonly ReadinessLevel[] = [
  { level: 1, label: { zh: '发现基本原理', en: 'Basic principles observed' }, stage: null },
  { level: 2, label: { zh: '提出技术方案', en: 'Concept formulated' }, stage: null },
  {
    level: 3,
    label: { zh: '在实验室证明可行', en: 'Shown to be possible in the laboratory' },
    stage: null,
  },
  {
    level: 4,
    label: { zh: '部件在实验室验证', en: 'Components validated in the laboratory' },
    stage: null,
  },
  {
    level: 5,
    label: { zh: '部件在相近环境验证', en: 'Components validated in a relevant environment' },
    stage: null,
  },
  {
    level: 6,
    label: { zh: '样机在相近环境演示', en: 'Prototype shown in a relevant environment' },
    stage: 'unfinalised',
  },
  {
    level: 7,
    label: { zh: '样机在真实环境演示', en: 'Prototype shown in the real environment' },
    stage: 'unfinalised',
  },
  { level: 8, label: { zh: '产品定型并通过检验', en: 'Finalised and qualified' }, stage: 'finalised' },
  { level: 9, label: { zh: '产品成批使用', en: 'In use in series' }, stage: 'series' },
]
