import type { z } from 'zod'
import type { ProductDraft } from '#domain/products/product.ts'
import type { ClaimForm } from '#domain/rewards/application.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'

type ScenarioInput = z.input<typeof ScenarioDraft>
type ProductInput = z.input<typeof ProductDraft>

const must = (criterion: string, value: unknown, note?: string) => ({
  criterion,
  necessity: 'must',
  value,
  ...(note && { note }),
})
const should = (criterion: string, value: unknown, note?: string) => ({
  criterion,
  necessity: 'should',
  value,
  ...(note && { note }),
})

interface MetricInput {
  name: string
  method: string
  unit: string
  direction: 'atLeast' | 'atMost'
  baseline?: number
  target: number
  mandatory?: boolean
}
const metric = ({ mandatory = true, ...rest }: MetricInput) => ({ mandatory, ...rest })

const deliveryMetrics = [
  metric({
    name: '准时送达率',
    method: '承诺 20 分钟内签收的趟次除以全部趟次，连续 28 天',
    unit: '%',
    direction: 'atLeast',
    baseline: 81.3,
    target: 95,
  }),
  metric({
    name: '护士离岗取药',
    method: '每病区每日离岗次数，工作日均值，抽 6 个病区',
    unit: '次/日',
    direction: 'atMost',
    baseline: 11.4,
    target: 3,
  }),
  metric({
    name: '人工介入',
    method: '需人到场处置的次数除以计划运行小时，后台事件',
    unit: '次/h',
    direction: 'atMost',
    target: 0.1,
  }),
  metric({
    name: '计划内可用率',
    method: '可接单小时除以计划运行小时，后台事件',
    unit: '%',
    direction: 'atLeast',
    target: 97,
  }),
  metric({
    name: '患者投诉',
    method: '28 天内件数，总值班登记',
    unit: '件',
    direction: 'atMost',
    baseline: 3,
    target: 1,
    mandatory: false,
  }),
]

const careMetrics = [
  metric({
    name: '每次用时',
    method: '从就位到擦干的分钟数，全部次数取中位数',
    unit: '分钟',
    direction: 'atMost',
    baseline: 31.4,
    target: 12,
  }),
  metric({
    name: '每次所需护理员',
    method: '现场观察，全部次数取平均',
    unit: '人',
    direction: 'atMost',
    baseline: 2,
    target: 1,
  }),
  metric({
    name: '衣物打湿比例',
    method: '护理记录逐次勾选，打湿次数除以全部次数',
    unit: '%',
    direction: 'atMost',
    baseline: 38,
    target: 10,
  }),
  metric({
    name: '长者满意度',
    method: '五分制问卷，代答剔除，取平均',
    unit: '分',
    direction: 'atLeast',
    baseline: 3.6,
    target: 4.2,
    mandatory: false,
  }),
]

const lineMetrics = [
  metric({
    name: '上料节拍',
    method: '连续 5 个班次，每件平均秒数，产线系统时间戳',
    unit: 's',
    direction: 'atMost',
    baseline: 42,
    target: 30,
  }),
  metric({
    name: '一次放置成功率',
    method: '首次放置到位的件数除以全部件数，5,000 件',
    unit: '%',
    direction: 'atLeast',
    target: 99.5,
  }),
  metric({
    name: '停线时间',
    method: '因设备停线的分钟数，月合计',
    unit: '分钟/月',
    direction: 'atMost',
    baseline: 180,
    target: 60,
  }),
]

/** 示例 scenarios by nickname: what the demand side would type, before its deadline is known. */
export const scenarios = {
  wards: {
    title: '住院药房到十四个病区的药品与标本配送',
    domain: 'healthcare',
    tasks: ['hospitalDelivery'],
    district: '110106',
    situation:
      '住院药房每天向十四个病区送药约 180 趟，现由护士与物业推车取送。希望机器人承担白班的常规药品与血、尿标本（密封容器）往返，能自己乘电梯、过病区门，到站用工卡开格。三台起步，八周试点，合格再扩。',
    pain: '早高峰电梯等候平均 6 分钟，取药占去每个病区每日约两小时护理时间。',
    site: '外科楼 B1 至 14 层，药房在 B1；客梯 2 部与访客共用，轿厢 1.6 × 1.5 m；病区门 14 樘，净宽 850 mm，其中自动门 9 樘；连廊坡度 4°，门槛最高 12 mm；Wi-Fi 全覆盖，B1 电梯厅信号弱。',
    exclusions: '毒麻药品、血液制品、医疗废物；夜间 22:00 至 06:00 的急配；住院楼以外的室外段。',
    requirements: [
      must('payloadKg', 50, '含箱体内药筐，不含机器人自重'),
      must('elevator', true, '须与院方梯控对接，不得改动主板'),
      must('passageWidthMm', 850),
      must('runtimeHours', 8, '白班 07:00 至 19:00，允许午间补电 1 次'),
      must('lockedCompartments', true, '记录人、时、格，保存不少于 180 天'),
      should('maxSpeedMps', 0.8),
      should('noiseDbA', 55, '距机身 1 m'),
    ],
    metrics: deliveryMetrics,
    readiness: 'funded',
    budgetFen: '54',
    units: 3,
    commercialForm: 'trialThenBuy',
    acceptsUnfinalised: true,
    pilotWeeks: 8,
  },
  specimens: {
    title: '门诊采血处到检验科的标本接力运送',
    domain: 'healthcare',
    tasks: ['hospitalDelivery'],
    district: '110106',
    situation:
      '门诊采血处每天约 2,600 管标本，每 15 分钟一批送往检验科，距离 340 米、跨两层楼，现由三名外勤人员轮流跑送。',
    pain: '早 7 点到 9 点积压最多 9 批，标本周转超时率 12 %。',
    site: '门诊楼 1 层到 3 层，货梯 1 部；通道最窄 900 mm；早高峰人流密集。',
    requirements: [
      must('payloadKg', 20),
      must('elevator', true),
      must('passageWidthMm', 900),
      should('maxSpeedMps', 1),
    ],
    metrics: [deliveryMetrics[0], deliveryMetrics[2], deliveryMetrics[3]],
    readiness: 'funded',
    budgetFen: '32',
    units: 2,
    commercialForm: 'rental',
    acceptsUnfinalised: true,
    pilotWeeks: 6,
  },
  disinfection: {
    title: '普通病区夜间地面清洁与消毒',
    domain: 'healthcare',
    tasks: ['disinfection', 'indoorCleaning'],
    district: '110106',
    situation:
      '夜间 22:00 至次日 5:00 对六个普通病区走廊做地面清洁与消毒，避开查房与护理操作，完成后自动回充。',
    pain: '夜班保洁两人顾不过来，每晚漏做约三成区域，无记录可查。',
    site: '六个病区走廊，每段长 60 m、宽 2.4 m；地面 PVC 卷材；病区夜间噪声要求不超过 50 dB(A)。',
    requirements: [
      must('noiseDbA', 50),
      must('runtimeHours', 4),
      should('passageWidthMm', 1200),
      should('autoCharging', true),
    ],
    metrics: [
      metric({
        name: '覆盖率',
        method: '实际清洁面积除以计划面积，按夜记录，连续 28 夜',
        unit: '%',
        direction: 'atLeast',
        baseline: 70,
        target: 97,
      }),
      metric({
        name: '人工介入',
        method: '需人到场处置的次数，每夜平均',
        unit: '次/夜',
        direction: 'atMost',
        target: 0.5,
      }),
      metric({
        name: '地面 ATP 合格率',
        method: '每周抽 30 点，合格点数除以抽检点数',
        unit: '%',
        direction: 'atLeast',
        baseline: 88,
        target: 95,
      }),
    ],
    readiness: 'funded',
    budgetFen: '28',
    units: 2,
    commercialForm: 'rental',
    acceptsUnfinalised: false,
    pilotWeeks: 8,
  },
  hairwash: {
    title: '养老机构失能长者洗头',
    domain: 'eldercare',
    tasks: ['personalCare'],
    district: '110107',
    situation: '为 74 名失能长者每周洗头一次，平躺位操作，由一名护理员看护完成，水温恒定、可随时中止。',
    pain: '人工每次约半小时、两名护理员，衣物打湿多，长者不愿洗，每周只能完成三成。',
    site: '助浴间 18 平方米，门净宽 900 mm；冷热水各一路，220 V 带漏电保护；地面防滑砖，坡度 1.5°；须配移位机。',
    requirements: [must('passageWidthMm', 900), must('noiseDbA', 65), should('deliveryWeeks', 8)],
    metrics: careMetrics,
    readiness: 'funded',
    budgetFen: '36',
    units: 2,
    commercialForm: 'rental',
    acceptsUnfinalised: true,
    pilotWeeks: 12,
  },
  transfer: {
    title: '失能长者床椅移位辅助',
    domain: 'eldercare',
    tasks: ['patientTransfer', 'personalCare'],
    district: '110107',
    situation:
      '护理员协助失能长者从床到轮椅、到助浴椅的移位，每班约 60 次，希望一名护理员借助机器人即可完成。',
    pain: '两人抬抱，腰伤请假每月约 4 人次，夜班人手更紧。',
    site: '双人间，床边净空 950 mm，门净宽 900 mm；地面地胶，无坡。',
    requirements: [
      must('payloadKg', 120, '长者体重上限'),
      must('passageWidthMm', 900),
      should('noiseDbA', 60),
    ],
    metrics: [
      metric({
        name: '每次用时',
        method: '从准备到坐稳的分钟数，中位数',
        unit: '分钟',
        direction: 'atMost',
        baseline: 7.5,
        target: 6,
      }),
      metric({
        name: '每次所需护理员',
        method: '现场观察取平均',
        unit: '人',
        direction: 'atMost',
        baseline: 2,
        target: 1,
      }),
      metric({
        name: '不良事件',
        method: '八周内跌落、夹伤、擦伤件数，不良事件上报',
        unit: '件',
        direction: 'atMost',
        baseline: 2,
        target: 0,
      }),
    ],
    readiness: 'funded',
    budgetFen: '45',
    units: 3,
    commercialForm: 'trialThenBuy',
    acceptsUnfinalised: true,
    pilotWeeks: 8,
  },
  companion: {
    title: '认知障碍照护区陪伴与走失提醒',
    domain: 'eldercare',
    tasks: ['companionship', 'homeSafety'],
    district: '110107',
    situation:
      '照护区 32 位认知障碍长者，希望机器人在活动时段陪伴交谈、引导活动，长者接近出口时提醒值班人员。',
    pain: '值班人员 1 比 8，走廊死角多，每月走失预警约 3 次。',
    site: '照护区环形走廊 85 m，公共活动室一间；Wi-Fi 覆盖；长者行走缓慢，部分使用助行器。',
    requirements: [must('voice', true), should('runtimeHours', 6), should('dataResidency', true)],
    metrics: [
      metric({
        name: '提醒及时率',
        method: '10 秒内通知值班人员的次数除以接近出口次数',
        unit: '%',
        direction: 'atLeast',
        target: 98,
      }),
      metric({
        name: '误报',
        method: '每日误报次数，值班登记',
        unit: '次/日',
        direction: 'atMost',
        target: 2,
      }),
      metric({
        name: '参与活动人次',
        method: '每周参与引导活动的人次，活动登记',
        unit: '人次/周',
        direction: 'atLeast',
        baseline: 60,
        target: 120,
        mandatory: false,
      }),
    ],
    readiness: 'idea',
    budgetFen: '20',
    units: 2,
    commercialForm: 'raas',
    acceptsUnfinalised: true,
    pilotWeeks: 12,
  },
  totes: {
    title: '无人化车间料箱分拣上架',
    domain: 'manufacturing',
    tasks: ['materialTransfer', 'storageRetrieval'],
    district: '110114',
    situation: '装配线旁把 8 至 12 kg 不同尺寸料箱分类放上最高 1.7 m 的料架，并逐步接入产线系统，三班连续。',
    pain: '人工搬箱弯腰频繁，夜班缺人，错放率 1.6 %。',
    site: '车间 1 层，通道宽 1.8 m，地面环氧无坡；料架四层，最高 1.7 m；产线系统提供任务接口。',
    requirements: [
      must('payloadKg', 12),
      must('liftHeightMm', 1700),
      must('integrationMes', true),
      should('passageWidthMm', 1800),
    ],
    metrics: lineMetrics,
    readiness: 'funded',
    budgetFen: '120',
    units: 2,
    commercialForm: 'purchase',
    acceptsUnfinalised: true,
    pilotWeeks: 10,
  },
  tending: {
    title: '缸盖加工单元机床上下料',
    domain: 'manufacturing',
    tasks: ['machineTending'],
    district: '110114',
    situation: '四台立式加工中心的缸盖毛坯上料与成品下料，单件 18 kg，每件换料不超过 30 秒，夜班无人值守。',
    pain: '两人看四台，换料等待占机床时间两成，夜班停机。',
    site: '加工单元 9 m × 12 m，切削液环境，地面有油；机床提供换料接口与安全门信号。',
    requirements: [
      must('payloadKg', 25, '含抓手'),
      must('reachMm', 1800),
      should('repeatabilityMm', 0.1),
      should('ipCode', 'IP65'),
    ],
    metrics: lineMetrics,
    readiness: 'funded',
    budgetFen: '150',
    units: 1,
    commercialForm: 'purchase',
    acceptsUnfinalised: false,
    pilotWeeks: 12,
  },
  inspection: {
    title: '厂区配电房夜间巡检',
    domain: 'energy',
    tasks: ['substationInspection', 'plantInspection'],
    district: '110114',
    situation:
      '六间配电房每两小时巡检一次，读表、测温、听异响，异常自动通知电工班，现由一名电工夜间步行巡检。',
    pain: '夜间巡检漏项约一成，步行一圈 70 分钟，异常平均滞后 50 分钟发现。',
    site: '六间配电房分布在 400 m 厂区道路两侧，门槛 30 mm，室外有坡 8°，冬季最低 −15 ℃。',
    requirements: [
      must('slopeDeg', 8),
      must('thresholdMm', 30),
      must('outdoor', true),
      should('temperatureC', { min: -15, max: 40 }),
    ],
    metrics: [
      metric({
        name: '巡检完成率',
        method: '按时完成的巡检次数除以计划次数，28 天',
        unit: '%',
        direction: 'atLeast',
        baseline: 90,
        target: 98,
      }),
      metric({
        name: '读数准确率',
        method: '抽查 200 个读数，与人工一致的比例',
        unit: '%',
        direction: 'atLeast',
        target: 99,
      }),
      metric({
        name: '异常发现时延',
        method: '模拟异常 20 次，从发生到通知的分钟数，中位数',
        unit: '分钟',
        direction: 'atMost',
        baseline: 50,
        target: 10,
      }),
    ],
    readiness: 'funded',
    budgetFen: '60',
    units: 1,
    commercialForm: 'trialThenBuy',
    acceptsUnfinalised: true,
    pilotWeeks: 8,
  },
} satisfies Record<string, ScenarioInput>
export type ScenarioName = keyof typeof scenarios

const stated = (value: unknown, grade: 'A' | 'B' | 'C' = 'C', source?: string) => ({
  value,
  grade,
  ...(source && { source }),
})

/** 示例 products by nickname. */
export const products = {
  courier: {
    name: '药小递 Y3',
    model: 'YXD-Y3',
    category: 'hospitalDelivery',
    domains: ['healthcare'],
    tasks: ['hospitalDelivery'],
    summary: '面向病区的多格上锁配送机器人，可对接继电器式梯控与病区自动门，到站刷工卡开格并留痕。',
    specs: {
      payloadKg: stated('60', 'B', '示例检测中心 2026-05'),
      elevator: stated('true', 'A', '院内试点'),
      automaticDoor: stated('true', 'C'),
      passageWidthMm: stated('720', 'C'),
      runtimeHours: stated('10', 'A', '院内试点'),
      lockedCompartments: stated('true', 'C'),
      maxSpeedMps: stated('1.0', 'B'),
      noiseDbA: stated('52', 'B'),
      deliveryWeeks: stated('6'),
    },
    maturity: 'unfinalised',
    trl: '7',
    funding: 'none',
    priceFromFen: '14',
    priceToFen: '18',
    commercialForms: ['trialThenBuy', 'rental'],
    regions: '京津冀',
  },
  sweeper: {
    name: '净巡 J2 病区清洁机器人',
    model: 'JX-J2',
    category: 'indoorCleaner',
    domains: ['healthcare', 'retail'],
    tasks: ['indoorCleaning', 'disinfection'],
    summary: '走廊地面清洁与消毒一体机，夜间自主作业，自动回充，按夜出具覆盖记录。',
    specs: {
      noiseDbA: stated('48', 'B'),
      runtimeHours: stated('5', 'C'),
      passageWidthMm: stated('900', 'C'),
      autoCharging: stated('true', 'C'),
    },
    maturity: 'finalised',
    funding: 'received',
    priceFromFen: '9',
    priceToFen: '12',
    commercialForms: ['purchase', 'rental'],
    regions: '北京、天津',
  },
  washer: {
    name: '浣 H2 洗护机器人',
    model: 'SL-H2',
    category: 'careRobot',
    domains: ['eldercare'],
    tasks: ['personalCare'],
    summary: '平躺位洗头机器人，水温恒定，护理员一人看护，可随时中止；配移位机使用。',
    specs: {
      passageWidthMm: stated('820', 'B'),
      noiseDbA: stated('58', 'B'),
      massKg: stated('140', 'C'),
      deliveryWeeks: stated('6', 'C'),
    },
    maturity: 'unfinalised',
    trl: '7',
    funding: 'none',
    priceFromFen: '12',
    priceToFen: '16',
    commercialForms: ['rental'],
    regions: '京津冀',
  },
  lifter: {
    name: '托 T1 移位机器人',
    model: 'SL-T1',
    category: 'transferRobot',
    domains: ['eldercare', 'healthcare'],
    tasks: ['patientTransfer'],
    summary: '床椅移位辅助机器人，双臂托举，一人操作，带防夹检测。',
    specs: { payloadKg: stated('130', 'B'), passageWidthMm: stated('780', 'C') },
    maturity: 'unfinalised',
    trl: '6',
    funding: 'unknown',
    priceFromFen: '13',
    priceToFen: '15',
    commercialForms: ['trialThenBuy'],
    regions: '京津冀',
  },
  stacker: {
    name: '举 M5 移动操作机器人',
    model: 'ZZ-M5',
    category: 'mobileManipulator',
    domains: ['manufacturing', 'logistics'],
    tasks: ['materialTransfer', 'storageRetrieval', 'machineTending'],
    summary: '复合机器人，底盘加七轴臂，料箱搬运与上架，提供产线系统接口。',
    specs: {
      payloadKg: stated('15', 'B'),
      liftHeightMm: stated('1800', 'C'),
      integrationMes: stated('true', 'C'),
      repeatabilityMm: stated('0.1', 'B'),
      runtimeHours: stated('7', 'C'),
    },
    maturity: 'unfinalised',
    trl: '7',
    funding: 'none',
    priceFromFen: '48',
    priceToFen: '60',
    commercialForms: ['purchase', 'trialThenBuy'],
    regions: '京津冀',
  },
  patrol: {
    name: '巡 X4 四足巡检机器人',
    model: 'ZZ-X4',
    category: 'quadruped',
    domains: ['energy', 'emergency'],
    tasks: ['substationInspection', 'plantInspection', 'securityPatrol'],
    summary: '四足巡检机器人，读表、测温、声音识别，可过台阶与坡道。',
    specs: {
      slopeDeg: stated('30', 'C'),
      thresholdMm: stated('160', 'C'),
      outdoor: stated('true', 'C'),
      ipCode: stated('IP67', 'B'),
      runtimeHours: stated('3', 'C'),
    },
    maturity: 'finalised',
    funding: 'received',
    priceFromFen: '35',
    priceToFen: '48',
    commercialForms: ['purchase', 'raas'],
    regions: '全国',
  },
} satisfies Record<string, ProductInput>
export type ProductName = keyof typeof products

export const offer = {
  priceFen: '48',
  commercialForm: 'trialThenBuy',
  deliveryWeeks: '5',
  approach:
    '两周完成现场勘测与地图，一周对接梯控与自动门，驻场两人陪跑四周，之后远程值守。逐条响应必须要求，净宽与上锁可到场实测。',
  support: '工作日 4 小时到场，备机一台，试点期免费维护',
} as const

export const plainClaim: Omit<z.input<typeof ClaimForm>, 'costs'> = {
  funding: 'none',
  fundingLevels: [],
  ownInnovation: 'yes',
  firstTrial: 'yes',
  creditClean: 'yes',
  otherDirection: 'no',
  statement: '本产品为自主研制的工程化样机，研制过程未获得财政资金支持，在京津冀地区首次试用。',
  affirmed: 'on',
}

/** What each kind of pilot is nominated with. */
export const nominations = {
  hairwash: {
    summary:
      '两台洗护机器人在护理院为失能长者洗头，单人看护即可完成，用时与打湿比例明显下降，长者愿意洗的次数翻倍。',
    solution: '平躺位自动洗头，恒温供水，护理员在旁看护；与移位机配套，助浴间改造一路冷热水与漏电保护。',
    conditions:
      '助浴间不小于 15 平方米，门净宽不小于 850 mm，水压不低于 0.2 MPa，每班两名护理员受训 4 小时。',
    failures: '第一周水温上冲三次，更换恒温阀后未再现；颈围小于 31 cm 的长者不适用，已写入适用条件。',
  },
  wards: {
    summary:
      '配送机器人承担白班常规药品与标本往返，护士离岗取药次数降到原来的四分之一以下，准时送达率过九成五。',
    solution: '继电器式梯控加装两部客梯，病区自动门联动，到站刷工卡开格留痕；院内网关推送取药完成事件。',
    conditions: '电梯可加装梯控，病区门净宽不小于 850 mm，电梯厅与走廊 Wi-Fi 连续覆盖，预留两处充电位。',
    failures: '首周 B1 电梯厅信号弱，漏接三次，补点后未再现；推床同乘时须让行，早高峰等候仍有两分钟。',
  },
  totes: {
    summary: '移动操作机器人承担料箱分拣上架，节拍由 42 秒降到 28 秒，三班连续，错放率降到千分之三以下。',
    solution: '产线系统下发任务，机器人识别箱码后取放，料架加装定位标；夜班远程值守一人看两台。',
    conditions: '通道宽不小于 1.8 m，地面平整无坡，料架定位偏差不大于 5 mm，产线系统能给出任务接口。',
    failures: '料箱变形超过 8 mm 时抓取失败，约占万分之五，已改为人工剔除；地面油污会降低定位精度。',
  },
} as const
export type NominationName = keyof typeof nominations
