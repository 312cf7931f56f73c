import { placeOf } from '#domain/searching/places.ts'
import type { DistrictCode } from '#domain/vocabulary.ts'
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

function firm(id: string, district: DistrictCode | null, fields: Partial<SearchDocument>): SearchDocument {
  const at = district && { place: placeOf(district), facets: { ...fields.facets, district: [district] } }
  return product(id, { index: 'firms', ...fields, ...at })
}

/** Five firms that anybody may find, and two of firm-9 alone. */
export const firms: readonly SearchDocument[] = [
  firm('yizhuang', '110302', {
    title: '北京示例装备有限公司',
    facets: { domain: ['manufacturing'], source: ['platform'], commercialForm: ['purchase', 'lease'] },
    specs: { payloadKg: 500, noiseDbA: 70 },
  }),
  firm('chaoyang', '110105', {
    title: '北京示例服务机器人有限公司',
    facets: { domain: ['manufacturing'], source: ['report'], commercialForm: ['purchase'] },
    specs: { payloadKg: { min: 80, max: 120 } },
    standing: 0,
  }),
  firm('haidian', '110108', {
    title: '北京示例巡检有限公司',
    facets: { domain: ['energy'], source: ['platform'] },
    specs: { payloadKg: 10, noiseDbA: 55 },
  }),
  firm('yanqing', '110119', {
    title: '北京示例电力巡检有限公司',
    facets: { domain: ['energy'], source: ['platform'] },
  }),
  firm('nowhere', null, {
    title: '示例楼宇巡检有限公司',
    facets: { domain: ['retail'], source: ['platform'] },
  }),
  ...['hidden', 'hidden-too'].map(id =>
    firm(id, '110302', {
      title: '尚未公开的巡检公司',
      facets: { domain: ['manufacturing'], source: ['platform'] },
      specs: { payloadKg: 99_999 },
      visibility: ['org:firm-9'],
    }),
  ),
]

const solution = (id: string, fields: Partial<SearchDocument>) =>
  product(id, { index: 'solutions', ...fields })

/** Texts whose words stand together, apart, in two sentences and in two fields. */
export const texts: readonly SearchDocument[] = [
  solution('together', { title: '楼宇夜间配送方案', summary: '在楼宇之间走。' }),
  solution('apart', { title: '配送到夜间' }),
  solution('sentences', { summary: '适合夜间。配送另算。' }),
  solution('fields', { title: '值守夜间', keywords: ['配送'] }),
  solution('day', { title: '白天配送', facets: { domain: ['retail'] } }),
  solution('latin', { title: 'Night hospital robot' }),
  solution('latin-turned', { title: 'A robot hospital' }),
  solution('code', { title: '装卸台 QD-4410S' }),
  solution('carrier', { title: '转运车', specs: { payloadKg: 60, noiseDbA: 58 } }),
  solution('carrier-light', { title: '转运小车', specs: { payloadKg: 20, noiseDbA: 75 } }),
  solution('carrier-silent', { title: '转运平台' }),
  solution('with-files', {
    title: '防护外壳',
    attachments: [
      { fileId: 'file-1', name: '说明书.pdf', pages: ['封面', '随附防爆合格证', '第二页的表格'] },
      { fileId: 'file-2', name: 'terms.pdf', pages: ['Extended warranty terms'] },
    ],
  }),
]
