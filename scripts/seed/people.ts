import { demoPassword } from '#domain/accounts/demo.ts'
import type { IndustryId } from '#domain/organizations/industries.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import { checkUscc } from '#domain/shared/uscc.ts'
import type { Capability, DistrictCode, OfficerRole, OrganizationType } from '#domain/vocabulary.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { hashPassword } from '#services/accounts/password.ts'
import type { Context } from '#services/context.ts'
import { enrolOrganization, enrolPerson } from '#services/organizations/enrol.ts'
import { longAgo, seedVerification } from './verification.ts'

interface DemoOrganization {
  name: string
  nameEn: string
  district: DistrictCode
  /** Body code of an invented 统一社会信用代码; the check digit is computed. */
  body: string
  type: OrganizationType
  industry: IndustryId
  legalRepresentative: string
  capabilities: Capability[]
  person: { email: string; name: string }
}

const demandSide: Capability[] = ['publishScenarios']
const supplySide: Capability[] = ['publishProducts', 'bid', 'receiveReward']

const organizations = {
  hospital: {
    name: '北京示例医院',
    type: 'institution',
    industry: 'Q84',
    legalRepresentative: '王示例',
    nameEn: 'Beijing Demo Hospital',
    district: '110106',
    body: '12110106MB1DEM001',
    capabilities: demandSide,
    person: { email: 'hospital@demo.example', name: '示例医院 设备处' },
  },
  nursing: {
    name: '北京示例养老护理院',
    type: 'socialOrganization',
    industry: 'Q85',
    legalRepresentative: '李示例',
    nameEn: 'Beijing Demo Nursing Home',
    district: '110107',
    body: '52110107MJ0DEM002',
    capabilities: demandSide,
    person: { email: 'nursing@demo.example', name: '示例护理院 院办' },
  },
  factory: {
    name: '北京示例发动机厂',
    type: 'enterprise',
    industry: 'C36',
    legalRepresentative: '赵示例',
    nameEn: 'Beijing Demo Engine Works',
    district: '110114',
    body: '91110114MA0DEM003',
    capabilities: demandSide,
    person: { email: 'factory@demo.example', name: '示例发动机厂 设备科' },
  },
  firm: {
    name: '北京示例机器人有限公司',
    type: 'enterprise',
    industry: 'C34',
    legalRepresentative: '钱示例',
    nameEn: 'Beijing Demo Robotics Co., Ltd.',
    district: '110108',
    body: '91110108MA0DEM004',
    capabilities: supplySide,
    person: { email: 'firm@demo.example', name: '示例机器人 销售' },
  },
  care: {
    name: '北京示例康养机器人有限公司',
    type: 'enterprise',
    industry: 'C35',
    legalRepresentative: '孙示例',
    nameEn: 'Beijing Demo Care Robotics Co., Ltd.',
    district: '110302',
    body: '91110302MA0DEM005',
    capabilities: supplySide,
    person: { email: 'care@demo.example', name: '示例康养 销售' },
  },
  works: {
    name: '北京示例智造有限公司',
    type: 'enterprise',
    industry: 'C34',
    legalRepresentative: '周示例',
    nameEn: 'Beijing Demo Smart Manufacturing Co., Ltd.',
    district: '110113',
    body: '91110113MA0DEM006',
    capabilities: supplySide,
    person: { email: 'works@demo.example', name: '示例智造 售前' },
  },
  newcomer: {
    name: '北京示例新锐机器人有限公司',
    type: 'enterprise',
    industry: 'C34',
    legalRepresentative: '吴示例',
    nameEn: 'Beijing Demo Newcomer Robotics Co., Ltd.',
    district: '110112',
    body: '91110112MA0DEM007',
    capabilities: [],
    person: { email: 'newcomer@demo.example', name: '示例新锐 创始人' },
  },
} as const satisfies Record<string, DemoOrganization>

const officers = {
  handler: { email: 'handler@demo.example', name: '示例员甲（经办）', roles: ['handler'] },
  approver: { email: 'approver@demo.example', name: '示例员丙（复核）', roles: ['approver'] },
  expert: { email: 'expert@demo.example', name: '示例戊（评审专家）', roles: ['expert'] },
  auditor: { email: 'auditor@demo.example', name: '示例员庚（审计）', roles: ['auditor'] },
  administrator: { email: 'admin@demo.example', name: '示例员辛（管理员）', roles: ['administrator'] },
  district: {
    email: 'district@demo.example',
    name: '示例员壬（石景山区主管）',
    roles: ['district'],
    // The nursing home's: a scenario and a nomination wait for a word from there.
    district: '110107',
  },
} as const satisfies Record<
  string,
  { email: string; name: string; roles: OfficerRole[]; district?: DistrictCode }
>

export type Cast = Record<keyof typeof organizations | keyof typeof officers, Person>

/** Invented organisations, one speaker each, and the bureau's people. */
export async function seedPeople(ctx: Context): Promise<Cast> {
  const passwordHash = await hashPassword(demoPassword)
  const cast: Partial<Cast> = {}
  const asking: { key: keyof typeof organizations; id: OrganizationId; wanted: readonly Capability[] }[] = []
  for (const [key, { person, body, ...rest }] of entriesOf(organizations)) {
    const { capabilities: wanted, ...basics } = rest
    const id = await enrolOrganization(longAgo(ctx), {
      ...basics,
      status: 'registered',
      capabilities: [],
      uscc: withCheckDigit(body),
      source: 'demo',
      region: null,
    })
    const accountId = await enrolPerson(ctx, {
      ...person,
      passwordHash,
      demo: true,
      organization: { id, role: 'owner' },
    })
    cast[key] = personOf(await loadReader(ctx.db, { accountId, provedAt: null }))
    asking.push({ key, id, wanted })
  }
  for (const [key, officer] of entriesOf(officers)) {
    const { email, name, roles } = officer
    const district = 'district' in officer ? officer.district : null
    const offices = roles.map(role => ({ role, district }))
    const person = { email, name }
    const accountId = await enrolPerson(ctx, { ...person, passwordHash, demo: true, offices })
    cast[key] = personOf(await loadReader(ctx.db, { accountId, provedAt: null }))
  }
  await seedVerification(ctx, cast as Cast, asking)
  return cast as Cast
}

function entriesOf<T extends object>(record: T) {
  return Object.entries(record) as { [K in keyof T]: [K, T[K]] }[keyof T][]
}

function personOf({ actor }: Awaited<ReturnType<typeof loadReader>>): Person {
  if (actor.kind !== 'person') throw new Error('a demo person was not stored')
  return actor
}

function withCheckDigit(body: string): string {
  const tried = checkUscc(`${body}0`)
  return tried.ok || tried.reason !== 'uscc.checkDigit' ? `${body}0` : `${body}${tried.detail.expected}`
}
