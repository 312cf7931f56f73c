import type { SearchDocument } from '#search/engine.ts'

/** A document with nothing in it but what the case is about. */
export function product(id: string, fields: Partial<SearchDocument>): SearchDocument {
  return {
    id,
    index: 'products',
    rev: 1,
    title: '',
    org: '',
    keywords: [],
    summary: '',
    body: '',
    facets: {},
    specs: {},
    standing: 1,
    updatedAt: new Date('2026-03-01T00:00:00Z'),
    visibility: ['public'],
    ...fields,
  }
}

const on = (day: number) => new Date(Date.UTC(2026, 2, day))

/** A small market in which each document is there for a reason. */
export const market: readonly SearchDocument[] = [
  product('amr', {
    title: '潜伏顶升式移动机器人 CR-600A',
    org: '北京示例移动科技有限公司',
    summary: '在仓库与产线之间顶升货架运送物料，自动充电。',
    facets: { domain: ['logistics'], category: ['amr'], maturity: ['series'] },
    specs: { payloadKg: 600, passageWidthMm: 900, noiseDbA: 62, priceYuan: { min: 120_000, max: 150_000 } },
    updatedAt: on(9),
  }),
  product('agv', {
    title: '无人搬运车',
    summary: '沿磁条行驶，把料箱送到工位。',
    facets: { domain: ['manufacturing'], category: ['amr'], maturity: ['series'] },
    specs: { payloadKg: 300, priceYuan: 90_000 },
    updatedAt: on(8),
  }),
  product('ortho', {
    title: '骨科手术机器人',
    org: '北京示例医疗机器人有限公司',
    summary: '脊柱置钉导航定位，配具身智能规划。',
    facets: { domain: ['healthcare'], category: ['orthopedicRobot'], maturity: ['finalised'] },
    specs: { positioningAccuracyMm: 0.8 },
    updatedAt: on(7),
  }),
  product('delivery', {
    title: '医院配送机器人',
    summary: '药品、标本和被服配送，自主乘梯。',
    facets: { domain: ['healthcare'], category: ['hospitalDelivery'], maturity: ['series'] },
    specs: { payloadKg: 50, passageWidthMm: 800, elevator: 1, noiseDbA: 55 },
    updatedAt: on(6),
  }),
  product('delivery-unknown', {
    title: '楼宇配送机器人',
    summary: '写字楼送物，也进医院。',
    facets: { domain: ['retail', 'healthcare'], category: ['roomDeliveryRobot'], maturity: ['unfinalised'] },
    updatedAt: on(5),
  }),
  product('delivery-small', {
    title: '病区递送小车',
    summary: '在病区内配送小件。',
    facets: { domain: ['healthcare'], category: ['hospitalDelivery'], maturity: ['series'] },
    specs: { payloadKg: { min: 15, max: 60 } },
    updatedAt: on(4),
  }),
  product('chongqing', {
    title: '重庆重载行走平台',
    org: '重庆示例重工',
    summary: '矿山巷道巡检。',
    facets: { domain: ['energy'], maturity: ['unfinalised'] },
    updatedAt: on(3),
  }),
  product('scattered', {
    title: '车间清扫设备',
    summary: '人工搬运机器前先停下。',
    body: '装配工人负责复位。',
    facets: { domain: ['manufacturing'], maturity: ['finalised'] },
    updatedAt: on(2),
  }),
  product('quadruped', {
    title: '四足巡检平台 XR-6279S',
    org: 'Sample Legged Robotics',
    summary: 'Autonomous inspection of substations; 变电站巡检。',
    facets: { domain: ['energy'], category: ['quadruped'], maturity: ['series'] },
    specs: { payloadKg: 20, priceYuan: { min: 200_000, max: 260_000 } },
    updatedAt: on(1),
  }),
  product('reported', {
    title: '变电站巡检轨道系统',
    summary: '公开报道案例。',
    facets: { domain: ['energy'], maturity: ['series'], source: ['report'] },
    standing: 0,
    updatedAt: on(20),
  }),
  product('workshop', {
    title: '无人车间监控',
    summary: '全厂看板。',
    facets: { domain: ['manufacturing'] },
    updatedAt: on(1),
  }),
  product('secret', {
    title: '未发布的绝密巡检机器人 ZZ-9000',
    summary: '只有本单位可见。',
    facets: { domain: ['energy'] },
    visibility: ['org:firm-1'],
    updatedAt: on(10),
  }),
  product('elsewhere', {
    index: 'scenarios',
    title: '医院配送场景',
    summary: '药品配送。',
    facets: { domain: ['healthcare'], district: ['110106'] },
    specs: { budgetYuan: 540_000, payloadKg: 50 },
  }),
]
