import type { Localized } from './shared/localized.ts'

/** Application domains: the ten of 工信部联通装〔2022〕187号 under their Beijing names (measure 8), plus 其他. */
export const domains = {
  manufacturing: { zh: '智能制造', en: 'Smart manufacturing' },
  agriculture: { zh: '智慧农业', en: 'Smart agriculture' },
  construction: { zh: '智能建造', en: 'Intelligent construction' },
  healthcare: { zh: '智慧医疗', en: 'Smart healthcare' },
  logistics: { zh: '智慧物流', en: 'Smart logistics' },
  eldercare: { zh: '智慧养老', en: 'Smart elderly care' },
  retail: { zh: '智慧商业', en: 'Smart commerce' },
  emergency: { zh: '智慧应急', en: 'Smart emergency response' },
  energy: { zh: '能源', en: 'Energy' },
  education: { zh: '教育', en: 'Education' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Localized>
export type DomainId = keyof typeof domains
export const domainIds = keysOf(domains)

/** 场景类别: 实施类 has its funding confirmed, 储备类 is an idea. */
export const readiness = {
  funded: { zh: '实施类，已落实经费', en: 'Funded and ready' },
  idea: { zh: '储备类，经费未落实', en: 'Reserve idea, not funded' },
} as const satisfies Record<string, Localized>
export const readinessIds = keysOf(readiness)

/** 经费落实依据 of an 实施类 scenario: what shows that the money is there. */
export const budgetEvidences = {
  annualBudget: { zh: '已列入本年度预算', en: 'In this year’s budget' },
  approval: { zh: '已立项批复', en: 'Project approved' },
  granted: { zh: '财政或专项资金已下达', en: 'Public funds granted' },
  ownFunds: { zh: '自有资金，已内部决策', en: 'Own funds, decided internally' },
  other: { zh: '其他依据，见说明', en: 'Other, see the note' },
} as const satisfies Record<string, Localized>
export const budgetEvidenceIds = keysOf(budgetEvidences)

/** 产品成熟度: 未定型 (engineering prototype), 定型 (design finalised), 量产 (in series). */
export const maturities = {
  unfinalised: { zh: '未定型', en: 'Not yet finalised' },
  finalised: { zh: '定型', en: 'Finalised' },
  series: { zh: '量产', en: 'Series production' },
} as const satisfies Record<string, Localized>
export type Maturity = keyof typeof maturities
export const maturityIds = keysOf(maturities)

/** 研制过程中是否获得财政资金支持 (measure 9): "unknown" is an answer of its own, never zero and never "no". */
export const fundingAnswers = {
  none: { zh: '未获得财政资金支持', en: 'No public funding' },
  received: { zh: '获得过财政资金支持', en: 'Public funding received' },
  unknown: { zh: '说不清，待核', en: 'Not known yet' },
} as const satisfies Record<string, Localized>
export type FundingAnswer = keyof typeof fundingAnswers
export const fundingAnswerIds = keysOf(fundingAnswers)

/** 合作方式 of a pilot. */
export const commercialForms = {
  purchase: { zh: '购买', en: 'Purchase' },
  rental: { zh: '租用', en: 'Rental' },
  raas: { zh: '按服务付费', en: 'Robot as a service' },
  trialThenBuy: { zh: '先试后买', en: 'Trial, then buy' },
} as const satisfies Record<string, Localized>
export type CommercialForm = keyof typeof commercialForms
export const commercialFormIds = keysOf(commercialForms)

/** 证据等级 of a stated fact. An undisclosed fact is absent; it has no grade. */
export const evidenceGrades = {
  A: { zh: '试点实测', en: 'Measured in a pilot' },
  B: { zh: '第三方检测', en: 'Third-party test' },
  C: { zh: '企业自报', en: 'Declared by the firm' },
  D: { zh: '公开报道', en: 'Public report' },
} as const satisfies Record<string, Localized>
export type EvidenceGrade = keyof typeof evidenceGrades
export const evidenceGradeIds = keysOf(evidenceGrades)

/** Where a record comes from: this platform's users, invented demo users, or a reported public case. */
export const sources = {
  platform: { zh: '平台单位', en: 'Platform member' },
  demo: { zh: '示例', en: 'Demo' },
  report: { zh: '公开报道案例', en: 'Reported public case' },
} as const satisfies Record<string, Localized>
export type Source = keyof typeof sources
export const sourceIds = keysOf(sources)

/** Direction of an acceptance metric's target. */
export const targetDirections = {
  atLeast: { zh: '不低于', en: 'at least' },
  atMost: { zh: '不高于', en: 'at most' },
} as const satisfies Record<string, Localized>
export type TargetDirection = keyof typeof targetDirections
export const targetDirectionIds = keysOf(targetDirections)

export const memberRoles = {
  owner: { zh: '负责人', en: 'Owner' },
  editor: { zh: '编辑', en: 'Editor' },
  viewer: { zh: '查看', en: 'Viewer' },
} as const satisfies Record<string, Localized>
export type MemberRole = keyof typeof memberRoles
export const memberRoleIds = keysOf(memberRoles)

/** 岗位 at the bureau, the districts and the expert pool. */
export const officerRoles = {
  handler: { zh: '经办', en: 'Handler' },
  approver: { zh: '复核', en: 'Approver' },
  opener: { zh: '开封人', en: 'Opener' },
  auditor: { zh: '审计', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
  district: { zh: '区级主管', en: 'District officer' },
  expert: { zh: '评审专家', en: 'Review expert' },
} as const satisfies Record<string, Localized>
export type OfficerRole = keyof typeof officerRoles
export const officerRoleIds = keysOf(officerRoles)

/** What a verified organisation may do; verification is by capability, not on or off. */
export const capabilities = {
  publishScenarios: { zh: '发布场景', en: 'Publish scenarios' },
  publishProducts: { zh: '发布产品', en: 'Publish products' },
  bid: { zh: '应标', en: 'Bid' },
  receiveReward: { zh: '申报奖励', en: 'Claim rewards' },
} as const satisfies Record<string, Localized>
export type Capability = keyof typeof capabilities
export const capabilityIds = keysOf(capabilities)

/** 授权环节 inside an organisation: who drafts need not be who publishes, nor who signs. */
export const duties = {
  draft: { zh: '起草', en: 'Draft' },
  publish: { zh: '提交与发布', en: 'Submit and publish' },
  sign: { zh: '签字与申报', en: 'Sign and claim' },
} as const satisfies Record<string, Localized>
export type Duty = keyof typeof duties
export const dutyIds = keysOf(duties)

/** 单位类型, after the registering authority that the first digit of the code names (GB 32100). */
export const organizationTypes = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  institution: { zh: '事业单位', en: 'Public institution' },
  socialOrganization: { zh: '社会组织', en: 'Social organisation' },
  authority: { zh: '机关', en: 'Public authority' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Localized>
export type OrganizationType = keyof typeof organizationTypes
export const organizationTypeIds = keysOf(organizationTypes)

/** 证照 that an organisation shows for its verification. */
export const documentKinds = {
  registration: { zh: '营业执照或法人证书', en: 'Business licence or legal-person certificate' },
  medicalLicence: { zh: '医疗机构执业许可证', en: 'Medical institution licence' },
  productCertificate: { zh: '产品认证或注册证', en: 'Product certificate or registration' },
  authorisation: { zh: '授权委托书', en: 'Letter of authorisation' },
  other: { zh: '其他证照', en: 'Other document' },
} as const satisfies Record<string, Localized>
export type DocumentKind = keyof typeof documentKinds
export const documentKindIds = keysOf(documentKinds)

/** 关联关系 between two organisations. */
export const relationKinds = {
  sameRepresentative: { zh: '同一法定代表人', en: 'Same legal representative' },
  control: { zh: '控股或被控股', en: 'Control' },
  management: { zh: '管理关系', en: 'Common management' },
} as const satisfies Record<string, Localized>
export type RelationKind = keyof typeof relationKinds
export const relationKindIds = keysOf(relationKinds)

export const accountStatuses = ['active', 'erased'] as const

export const organizationStatuses = ['registered', 'verified', 'suspended'] as const
export type OrganizationStatus = (typeof organizationStatuses)[number]

/** Beijing's 16 districts and the 经开区 functional zone (GB/T 2260; 110302 is a registration code). */
export const districts = {
  '110101': { zh: '东城区', en: 'Dongcheng' },
  '110102': { zh: '西城区', en: 'Xicheng' },
  '110105': { zh: '朝阳区', en: 'Chaoyang' },
  '110106': { zh: '丰台区', en: 'Fengtai' },
  '110107': { zh: '石景山区', en: 'Shijingshan' },
  '110108': { zh: '海淀区', en: 'Haidian' },
  '110109': { zh: '门头沟区', en: 'Mentougou' },
  '110111': { zh: '房山区', en: 'Fangshan' },
  '110112': { zh: '通州区', en: 'Tongzhou' },
  '110113': { zh: '顺义区', en: 'Shunyi' },
  '110114': { zh: '昌平区', en: 'Changping' },
  '110115': { zh: '大兴区', en: 'Daxing' },
  '110116': { zh: '怀柔区', en: 'Huairou' },
  '110117': { zh: '平谷区', en: 'Pinggu' },
  '110118': { zh: '密云区', en: 'Miyun' },
  '110119': { zh: '延庆区', en: 'Yanqing' },
  '110302': { zh: '北京经济技术开发区', en: 'Beijing E-Town (BDA)' },
} as const satisfies Record<string, Localized>
export type DistrictCode = keyof typeof districts
export const districtCodes = keysOf(districts)

function keysOf<K extends string>(record: Record<K, unknown>): [K, ...K[]] {
  return Object.keys(record) as [K, ...K[]]
}
