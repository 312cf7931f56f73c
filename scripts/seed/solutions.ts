import { v7 } from 'uuid'
import type { Person } from '#domain/shared/actor.ts'
import type { ProductId, SolutionId } from '#domain/shared/ids.ts'
import { loadProduct } from '#services/products/load.ts'
import { AnswerConsent, answerForPart, consentSheet } from '#services/solutions/consent.ts'
import { solutionDeed } from '#services/solutions/deed.ts'
import { DraftSolution, draftSolution } from '#services/solutions/draft.ts'
import { publishSolution } from '#services/solutions/review.ts'
import { submitSolution } from '#services/solutions/submit.ts'
import type { Stage } from './stories.ts'

const solutions = {
  wards: {
    name: '病区药品与标本配送成套方案',
    summary:
      '上锁配送机器人、调度系统与梯控、门禁接口合成的整套方案：由院内取药系统派单，机器人自己乘电梯、过自动门，到站刷卡开格，全程留痕。含现场勘察、两周联调与护士培训。',
    domains: ['healthcare'],
    tasks: ['hospitalDelivery'],
    software: [
      {
        ...{ kind: 'dispatch', name: '院内多机调度', provider: '北京示例机器人有限公司' },
        ...{ interfaces: 'VDA 5050、MQTT', deployment: 'onPremise', residency: 'onSite' },
      },
      {
        ...{ kind: 'integration', name: '取药与标本系统对接', interfaces: 'HL7 v2、REST' },
        ...{ deployment: 'onPremise', residency: 'onSite' },
      },
      { kind: 'access', name: '继电器式梯控与病区门接口', interfaces: '干接点' },
    ],
    survey: '两天，测门净宽、坡度、电梯厅信号与客流时段。',
    integration: '两周，先夜间后白班；电梯改造由电梯维保单位到场。',
    training: '每个病区半天，另留一名院内管理员。',
    maintenance: '首年驻场一个月，其后远程值守，每季巡检一次。',
    responseHours: '4',
    priceFromFen: '86',
    priceToFen: '128',
    deliveryWeeks: '8',
    regions: '京津冀',
  },
  home: {
    name: '养老机构洗护与送餐送物方案',
    summary:
      '洗护机器人与楼内配送机器人共用一套调度：洗护排班之后，毛巾、衣物与餐食由配送机器人按房间送到，护理员一人照看两台。',
    domains: ['eldercare'],
    tasks: ['personalCare'],
    software: [
      {
        ...{ kind: 'dispatch', name: '院舍排班与调度', provider: '北京示例康养机器人有限公司' },
        ...{ interfaces: 'REST', deployment: 'hybrid', residency: 'mainland' },
      },
      { kind: 'monitoring', name: '远程值守', deployment: 'cloud' },
    ],
    integration: '十天，含房间点位与排水改造核对。',
    training: '护理员两次，每次半天。',
    deliveryWeeks: '10',
    regions: '北京',
  },
  line: {
    name: '产线料箱搬运与上架方案',
    summary: '移动操作机器人与制造执行系统对接，按工单取送料箱并上架，数字孪生里先跑一遍再上线。',
    domains: ['manufacturing'],
    tasks: ['materialTransfer', 'storageRetrieval'],
    software: [
      { kind: 'integration', name: '工单与库位接口', interfaces: 'OPC UA、REST', deployment: 'onPremise' },
      { kind: 'twin', name: '产线孪生', deployment: 'onPremise', residency: 'onSite' },
    ],
    priceFromFen: '160',
    priceToFen: '240',
    deliveryWeeks: '14',
    regions: '京津冀',
  },
  pharmacy: {
    name: '静配中心到病区的物料流转方案',
    summary: '静配中心内由移动操作机器人取放料箱，出门后交给配送机器人送到病区，两台机器由同一调度派单。',
    domains: ['healthcare'],
    tasks: ['hospitalDelivery'],
    software: [{ kind: 'dispatch', name: '院内多机调度', interfaces: 'VDA 5050', deployment: 'onPremise' }],
    deliveryWeeks: '16',
  },
} as const

interface Part {
  product: ProductId
  quantity: string
  role: string
}

/** Bundles of one's own and of others' products: two published, one to be reviewed, one that waits for a firm's consent. */
export async function seedSolutions(
  stage: Stage,
  { courier, washer, stacker }: Record<'courier' | 'washer' | 'stacker', ProductId>,
): Promise<void> {
  const { firm, care, works } = stage.cast
  const tray = { product: courier, quantity: '3', role: '药品、标本与病历配送' }
  const wards = await drafted(stage, { name: 'wards', firm, daysAgo: 120, parts: [tray] })
  await published(stage, { id: wards, firm, daysAgo: 116 })

  const bath = { product: washer, quantity: '2', role: '平躺位洗头与擦浴' }
  const meals = { product: courier, quantity: '1', role: '毛巾、衣物与餐食送到房间' }
  const home = await drafted(stage, { name: 'home', firm: care, daysAgo: 70, parts: [bath, meals] })
  await agreed(stage, { id: home, partner: firm, daysAgo: 68 })
  await published(stage, { id: home, firm: care, daysAgo: 66 })

  const arm = { product: stacker, quantity: '2', role: '料箱搬运与上架' }
  const line = await drafted(stage, { name: 'line', firm: works, daysAgo: 5, parts: [arm] })
  await submitted(stage, { id: line, firm: works, daysAgo: 3 })

  const shelf = { product: stacker, quantity: '1', role: '静配中心内取放料箱' }
  await drafted(stage, { name: 'pharmacy', firm, daysAgo: 2, parts: [tray, shelf] })
}

async function drafted(
  stage: Stage,
  {
    name,
    firm,
    daysAgo,
    parts,
  }: { name: keyof typeof solutions; firm: Person; daysAgo: number; parts: readonly Part[] },
): Promise<SolutionId> {
  const own = stage.at(daysAgo, firm)
  const rows = await Promise.all(
    parts.map(async ({ product, ...row }) => ({
      ...row,
      number: (await loadProduct(own, product)).product.number,
    })),
  )
  const { id } = await draftSolution(
    own,
    DraftSolution.parse({ ...solutions[name], parts: rows, formKey: v7() }),
  )
  return id
}

interface Step {
  id: SolutionId
  firm: Person
  daysAgo: number
}

async function submitted(stage: Stage, { id, firm, daysAgo }: Step): Promise<void> {
  const own = stage.at(daysAgo, firm)
  const { rev } = await solutionDeed(own, id, 'submission')
  await submitSolution(own, { id, rev, formKey: v7() })
}

async function published(stage: Stage, step: Step): Promise<void> {
  await submitted(stage, step)
  const desk = stage.at(step.daysAgo - 2, stage.cast.handler)
  const { id, rev, hash } = await solutionDeed(desk, step.id, 'publication')
  await publishSolution(desk, { id, rev, hash, formKey: v7() })
}

async function agreed(
  stage: Stage,
  { id, partner, daysAgo }: { id: SolutionId; partner: Person; daysAgo: number },
): Promise<void> {
  const theirs = stage.at(daysAgo, partner)
  for (const { productId, quantity, role, formKey } of (await consentSheet(theirs, id)).lines)
    await answerForPart(
      theirs,
      AnswerConsent.parse({ id, productId, quantity: `${quantity}`, role, formKey, answer: 'confirmed' }),
    )
}
