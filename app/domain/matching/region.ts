import type { Tri } from '../shared/tri.ts'

const provinces =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾'.split(
    ' ',
  )

/** Names that stand for several provinces, as firms write them. */
const areas: Readonly<Record<string, readonly string[]>> = {
  京津冀: ['北京', '天津', '河北'],
  长三角: ['上海', '江苏', '浙江', '安徽'],
  珠三角: ['广东'],
  大湾区: ['广东', '香港', '澳门'],
  华北: ['北京', '天津', '河北', '山西', '内蒙古'],
  东北: ['辽宁', '吉林', '黑龙江'],
  华东: ['上海', '江苏', '浙江', '安徽', '福建', '江西', '山东'],
  华中: ['河南', '湖北', '湖南'],
  华南: ['广东', '广西', '海南'],
  西南: ['重庆', '四川', '贵州', '云南', '西藏'],
  西北: ['陕西', '甘肃', '青海', '宁夏', '新疆'],
  'beijing-tianjin-hebei': ['北京', '天津', '河北'],
  beijing: ['北京'],
  tianjin: ['天津'],
  hebei: ['河北'],
  shanghai: ['上海'],
}
const nationwide = /全国|国内|全中国|nationwide|all of china/

export interface RegionJudgement {
  state: Tri
  /** 1 served, 0.8 at home there, 0.5 the same country or not known, 0 elsewhere. */
  g: number
}

/** Whether the firm serves the site: its stated regions decide; failing those, being at home nearby speaks for it. */
export function judgeRegion(site: string, regions: string | null, home: string | null): RegionJudgement {
  const need = provincesIn(site)
  if (regions !== null) return covers(regions, site, need) ? { state: 'T', g: 1 } : outside(regions, need)
  return home !== null && covers(home.replace('中国', ''), site, need)
    ? { state: 'T', g: 0.8 }
    : { state: 'U', g: 0.5 }
}

function covers(place: string, site: string, need: readonly string[]): boolean {
  const text = place.normalize('NFKC').toLowerCase()
  if (need.length === 0) return sameCountry(text, site.normalize('NFKC').toLowerCase())
  const served = provincesIn(place)
  return nationwide.test(text) || need.every(province => served.includes(province))
}

function outside(regions: string, need: readonly string[]): RegionJudgement {
  if (need.length === 0) return { state: 'U', g: 0.5 }
  return { state: 'F', g: provincesIn(regions).length > 0 ? 0.5 : 0 }
}

function provincesIn(place: string): string[] {
  const text = place.normalize('NFKC').toLowerCase()
  const named = provinces.filter(province => text.includes(province))
  const grouped = Object.entries(areas).flatMap(([area, members]) => (text.includes(area) ? members : []))
  return [...new Set([...named, ...grouped])]
}

/** Abroad there is no table of regions: 美国 serves 美国弗吉尼亚. */
function sameCountry(place: string, site: string): boolean {
  return (
    place !== '' &&
    (site.includes(place) || place.includes(site) || (place.length > 1 && site.startsWith(place.slice(0, 2))))
  )
}
