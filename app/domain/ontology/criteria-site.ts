import type { Criterion } from './criterion.ts'

const yes = { kind: 'boolean', unit: '', direction: 'yes', plausible: [0, 0] } as const

/** How it moves about the site, and what the site does to it. */
export const siteCriteria = {
  maxSpeedMps: {
    kind: 'number',
    unit: 'm/s',
    direction: 'atLeast',
    plausible: [0.001, 60],
    label: { zh: '速度', en: 'Speed' },
    help: { zh: '行走或飞行的最高速度', en: 'Top travelling speed' },
    standard: 'GB/T 38834.1-2020',
  },
  slopeDeg: {
    kind: 'number',
    unit: 'deg',
    direction: 'atLeast',
    plausible: [0.1, 90],
    label: { zh: '爬坡', en: 'Slope' },
    help: { zh: '现场最陡的坡度', en: 'The steepest slope on site' },
    standard: 'GB/T 38834.1-2020',
  },
  thresholdMm: {
    kind: 'number',
    unit: 'mm',
    direction: 'atLeast',
    plausible: [1, 3000],
    label: { zh: '过坎高度', en: 'Step height' },
    help: { zh: '要越过的门槛、台阶或障碍的高度', en: 'Sills, steps or obstacles to be crossed' },
    standard: 'GB/T 38834.1-2020',
  },
  stairs: {
    ...yes,
    label: { zh: '上下楼梯', en: 'Stairs' },
    help: { zh: '要走连续楼梯', en: 'Has to climb flights of stairs' },
  },
  passageWidthMm: {
    kind: 'number',
    unit: 'mm',
    direction: 'atMost',
    plausible: [50, 20_000],
    label: { zh: '通过净宽', en: 'Passage width' },
    help: {
      zh: '现场最窄处的净宽；机器人所需净宽不得更大',
      en: 'The narrowest point; the robot must need no more',
    },
  },
  turningRadiusMm: {
    kind: 'number',
    unit: 'mm',
    direction: 'atMost',
    plausible: [0, 50_000],
    label: { zh: '转弯半径', en: 'Turning radius' },
    help: {
      zh: '现场允许的最大转弯半径；原地转弯为 0',
      en: 'The largest the site allows; 0 turns on the spot',
    },
    standard: 'GB/T 38834.1-2020',
  },
  elevator: {
    ...yes,
    label: { zh: '自主乘梯', en: 'Rides lifts' },
    help: { zh: '自己呼梯、进出电梯', en: 'Calls, enters and leaves the lift by itself' },
  },
  automaticDoor: {
    ...yes,
    label: { zh: '自主过门', en: 'Opens doors' },
    help: { zh: '能联动门禁或自动门', en: 'Works with access control or automatic doors' },
  },
  outdoor: {
    ...yes,
    label: { zh: '室外作业', en: 'Outdoor use' },
    help: { zh: '在室外道路、院区或田野工作', en: 'Works on roads, grounds or fields' },
  },
  ipCode: {
    kind: 'choice',
    unit: '',
    direction: 'atLeast',
    plausible: [0, 0],
    options: ipOptions(),
    label: { zh: '防护等级', en: 'IP code' },
    help: { zh: '第一位防尘，第二位防水，逐位比较', en: 'First digit dust, second water; each is compared' },
    standard: 'GB/T 4208-2017',
  },
  temperatureC: {
    kind: 'range',
    unit: 'degC',
    direction: 'within',
    plausible: [-200, 1500],
    label: { zh: '工作温度', en: 'Temperature' },
    help: { zh: '现场的最低到最高温度，机器人须全程可用', en: 'From the coldest to the hottest on site' },
  },
  noiseDbA: {
    kind: 'number',
    unit: 'dBA',
    direction: 'atMost',
    plausible: [0, 150],
    label: { zh: '噪声', en: 'Noise' },
    help: { zh: '运行时允许的最大噪声', en: 'The loudest it may be at work' },
  },
  cleanroomClass: {
    kind: 'choice',
    unit: '',
    direction: 'atMost',
    plausible: [0, 0],
    domains: ['manufacturing', 'healthcare'],
    options: cleanroomOptions(),
    label: { zh: '洁净等级', en: 'Cleanroom class' },
    help: { zh: 'ISO 级数越小越洁净', en: 'The smaller the ISO class, the cleaner' },
    standard: 'GB/T 25915.1-2021',
  },
  explosionProof: {
    ...yes,
    domains: ['emergency', 'energy', 'manufacturing', 'other'],
    label: { zh: '防爆', en: 'Explosion-proof' },
    help: {
      zh: '现场有爆炸性气体或粉尘，须有防爆合格证',
      en: 'Explosive gas or dust on site: a certificate is needed',
    },
    standard: 'GB/T 3836.1-2021',
  },
  voltageKv: {
    kind: 'number',
    unit: 'kV',
    direction: 'atLeast',
    plausible: [0.1, 1200],
    domains: ['energy', 'emergency'],
    label: { zh: '带电作业电压', en: 'Live-line voltage' },
    help: { zh: '在多高的电压等级上作业', en: 'The voltage level it works on' },
  },
} as const satisfies Record<string, Criterion>

/** Ordered by dust digit, then water digit; the matcher compares digit by digit, not by this order. */
function ipOptions() {
  const codes = [
    'IP20',
    'IP22',
    'IP23',
    'IP40',
    'IP42',
    'IP43',
    'IP44',
    'IP52',
    'IP53',
    'IP54',
    'IP55',
    'IP56',
  ]
  const more = ['IP63', 'IP64', 'IP65', 'IP66', 'IP67', 'IP68', 'IP69']
  return Object.fromEntries([...codes, ...more].map(code => [code, { zh: code, en: code }]))
}

function cleanroomOptions() {
  const classes = [9, 8, 7, 6, 5, 4, 3, 2, 1]
  return Object.fromEntries(classes.map(n => [`ISO${n}`, { zh: `ISO ${n} 级`, en: `ISO ${n}` }]))
}
