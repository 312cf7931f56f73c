import { robotCategories, robotCategoryIds } from '#domain/ontology/categories.ts'
import { tasks } from '#domain/ontology/tasks.ts'
import { placeOf } from '#domain/searching/places.ts'
import { type DomainId, districtCodes, domainIds, domains, maturityIds } from '#domain/vocabulary.ts'
import type { SearchDocument } from '#search/engine.ts'
import { dice } from './catalogue.ts'

/**
 * Generated documents, not real ones: their words are put together from the ontology's labels and the lists below, a
 * few of them often and most of them seldom, as in any text. The same number gives the same document every time.
 */
export function generated(number: number): SearchDocument {
  const chance = dice(number * 7919 + 11)
  const often = <T>(list: readonly T[]): T => pick(list, chance() ** 2)
  const some = <T>(list: readonly T[]): T => pick(list, chance())
  const category = often(robotCategoryIds)
  const domain: DomainId = often(domainIds)
  const task = tasks[some(taskIds)]
  const district = often(districtCodes)
  const place = () => often(places)
  const sentence = () =>
    `${place()}${some(times)}${some(manners)}${often(deeds)}${often(things)}，${some(demands)}${some(needs)}。`
  const code = `${letters(2, chance)}-${1 + Math.floor(chance() * 9)}${Math.floor(chance() * 1000)}${chance() < 0.3 ? letters(1, chance) : ''}`
  const kind = robotCategories[category].label
  const payload = Math.round(5 + 600 * chance() ** 3)
  return {
    id: `generated-${number}`,
    index: 'products',
    rev: 1,
    title: `${often(adjectives)}${kind.zh} ${code}`,
    org: `${some(towns)}${some(firmWords)}${some(firmWords)}${some(firmKinds)}有限公司`,
    keywords: [kind.zh, kind.en, domains[domain].zh, task.label.zh],
    summary: Array.from({ length: 2 + Math.floor(chance() * 3) }, sentence).join(''),
    body: Array.from({ length: 3 + Math.floor(chance() * 6) }, sentence).join('\n'),
    facets: { domain: [domain], category: [category], maturity: [some(maturityIds)], district: [district] },
    specs: {
      ...(chance() < 0.7 && { payloadKg: chance() < 0.3 ? { min: payload, max: payload * 2 } : payload }),
      ...(chance() < 0.5 && { noiseDbA: Math.round(45 + 30 * chance()) }),
      ...(chance() < 0.4 && { priceYuan: Math.round(50_000 + 900_000 * chance() ** 2) }),
    },
    place: placeOf(district),
    standing: chance() < 0.9 ? 1 : 0,
    updatedAt: new Date(Date.UTC(2024, 0, 1) + Math.floor(chance() * 900 * 86_400_000)),
    visibility: ['public'],
  }
}

const taskIds = Object.keys(tasks) as (keyof typeof tasks)[]
const list = (text: string) => text.split(' ')

const adjectives = list(
  '智能 自主 室内 重载 轻型 柔性 协作 双臂 防爆 洁净 低噪 模块化 视觉引导 激光导航 潜伏式 举升式 全向 履带式 复合 桌面',
)
const places = list(
  '医院药房 住院病区 手术室 无菌仓库 检验科 酒店大堂 写字楼 产业园 总装车间 焊装线 涂装线 冲压车间 立体仓库 分拣中心 冷链仓 变电站 地下管廊 输煤栈桥 煤矿巷道 光伏电站 风电塔筒 化工罐区 地铁站厅 机场航站楼 高铁动车段 社区食堂 养老院 校园 图书馆 博物馆 超市后仓 生鲜市场 温室大棚 果园 养殖场 建筑工地 隧道 桥梁 消防训练场 数据机房',
)
const times = list('白天 夜间 高峰时段 换班前后 全天 节假日 雨雪天气 检修期间 开诊之前 闭馆之后')
const manners = list('自动 按计划 按需 连续 分时 协同人工 多机协作 远程监控下 无人值守地 沿固定路线')
const deeds = list(
  '配送 搬运 转运 巡检 清洗 消毒 分拣 码垛 拆垛 上下料 装配 焊接 打磨 喷涂 检测 盘点 引导 讲解 陪护 采摘 投喂 测温 拧紧 涂胶 贴标 包装 抹灰 钻孔 排爆 取样',
)
const things = list(
  '药品 标本 被服 餐食 器械包 医疗废物 料箱 托盘 轮胎 车门 电池模组 芯片载具 晶圆盒 钢卷 阀门 电缆 仪表 绝缘子 变压器 皮带托辊 管道焊缝 墙面 地面 玻璃幕墙 书籍 展品 快件 冷冻食品 蔬果 花卉 仔猪 样品瓶 气瓶 行李 工具车 布草 餐盘 钢筋 砌块 门窗',
)
const demands = list('要求 需要 希望 应当 必须 期望 务必 最好')
const needs = list(
  '自主乘梯 通过闸机 对接呼叫系统 与信息系统联动 一小时内充满 噪声不扰人 遇障即停 断网可用 保留操作记录 支持语音播报 双机热备 防水防尘 低温可用 地面无需改造 识别行人 窄通道会车 轨迹可追溯 定位误差小 单班完成 误报率低 免编程示教 快速换型 易于清洁 支持多楼层 支持远程接管',
)
const towns = list('北京 天津 河北 上海 深圳 杭州 苏州 沈阳 武汉 成都')
const firmWords = list(
  '华 睿 科 远 智 航 新 云 天 瀚 星 锐 博 力 恒 通 众 合 安 达 金 泰 明 和 元 德 启 宏 捷 立 维 拓',
)
const firmKinds = list('机器人 科技 智能装备 自动化 医疗器械 物流技术')

function pick<T>(values: readonly T[], share: number): T {
  return values[Math.min(values.length - 1, Math.floor(share * values.length))] as T
}

function letters(count: number, chance: () => number): string {
  return Array.from({ length: count }, () => String.fromCharCode(65 + Math.floor(chance() * 26))).join('')
}
