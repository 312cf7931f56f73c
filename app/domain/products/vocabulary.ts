import type { Localized } from '../shared/localized.ts'

// Words without rules: what draws them needs no parser of forms in the browser.

/**
 * 产品证书 by kind: CR 机器人认证 (voluntary, since 2016), CCC 强制性产品认证, registration of medical devices by class
 * (医疗器械监督管理条例, 国务院令第 739 号: class II by the province, class III by the state), explosion protection
 * (GB/T 3836), quality systems (ISO 9001, ISO 13485), safety of electrical equipment of robots (GB/T 38124 test report),
 * ingress protection (GB/T 4208), SRRC 无线电发射设备型号核准 and network security tests.
 */
export const certificateKinds = {
  cr: { zh: 'CR 机器人认证', en: 'CR robot certification' },
  ccc: { zh: 'CCC 强制性产品认证', en: 'CCC compulsory certification' },
  medicalClassII: { zh: '医疗器械注册证（第二类）', en: 'Medical device registration, class II' },
  medicalClassIII: { zh: '医疗器械注册证（第三类）', en: 'Medical device registration, class III' },
  explosionProof: { zh: '防爆合格证', en: 'Explosion protection certificate' },
  iso9001: { zh: 'ISO 9001 质量管理体系认证', en: 'ISO 9001 quality management' },
  iso13485: { zh: 'ISO 13485 医疗器械质量管理体系认证', en: 'ISO 13485 medical device quality management' },
  gbt38124: { zh: 'GB/T 38124 检测报告', en: 'GB/T 38124 test report' },
  ingress: { zh: 'IP 防护等级检测报告', en: 'IP protection test report' },
  srrc: { zh: 'SRRC 无线电型号核准证', en: 'SRRC radio type approval' },
  security: { zh: '网络安全检测报告', en: 'Network security test report' },
  other: { zh: '其他证书', en: 'Other certificate' },
} as const satisfies Record<string, Localized>
export type CertificateKind = keyof typeof certificateKinds
export const certificateKindIds = Object.keys(certificateKinds) as [CertificateKind, ...CertificateKind[]]

/** 是否在用: not known is an answer of its own. */
export const useAnswers = {
  yes: { zh: '在用', en: 'In use' },
  no: { zh: '已停用', en: 'No longer in use' },
  unknown: { zh: '不清楚', en: 'Not known' },
} as const satisfies Record<string, Localized>
export type UseAnswer = keyof typeof useAnswers
export const useAnswerIds = Object.keys(useAnswers) as [UseAnswer, ...UseAnswer[]]

/** 应用案例到了哪一步: what is only announced, ordered, shown or researched is not in use anywhere yet. */
export const deploymentStages = {
  deployed: { zh: '已部署', en: 'Deployed' },
  pilot: { zh: '试用', en: 'On trial' },
  ordered: { zh: '已订购，未见部署', en: 'Ordered, not seen deployed' },
  announced: { zh: '已宣布，未见部署', en: 'Announced, not seen deployed' },
  demo: { zh: '演示', en: 'Demonstration' },
  research: { zh: '研究项目', en: 'Research' },
} as const satisfies Record<string, Localized>
export type DeploymentStage = keyof typeof deploymentStages
export const deploymentStageIds = Object.keys(deploymentStages) as [DeploymentStage, ...DeploymentStage[]]

/** 财政资金的级别; not known is an answer of its own. */
export const fundingLevels = {
  national: { zh: '国家级', en: 'National' },
  municipal: { zh: '省市级', en: 'Provincial or municipal' },
  district: { zh: '区级', en: 'District' },
  unknown: { zh: '说不清', en: 'Not known' },
} as const satisfies Record<string, Localized>
export type FundingLevel = keyof typeof fundingLevels
export const fundingLevelIds = Object.keys(fundingLevels) as [FundingLevel, ...FundingLevel[]]

export const mostGrants = 6
