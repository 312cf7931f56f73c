import type { Localized } from '../shared/localized.ts'

type Options = Readonly<Record<string, Localized>>

const same = (text: string): Localized => ({ zh: text, en: text })

/** What a robot finds its place by. */
export const localisationOptions = {
  lidar: { zh: '激光', en: 'Lidar' },
  visual: { zh: '视觉', en: 'Visual' },
  magnetic: { zh: '磁条磁钉', en: 'Magnetic guides' },
  code: { zh: '地面二维码', en: 'Floor codes' },
  reflector: { zh: '反光板', en: 'Reflectors' },
  gnss: { zh: '卫星定位', en: 'GNSS' },
  uwb: { zh: '超宽带', en: 'UWB' },
  rail: { zh: '轨道', en: 'Rail' },
} as const satisfies Options

/** How many people it works among, from the easiest to the hardest. */
export const peopleOptions = {
  none: { zh: '无人区域', en: 'No people' },
  staff: { zh: '少量受训人员', en: 'A few trained staff' },
  shared: { zh: '人机混行', en: 'Shared with staff and visitors' },
  crowded: { zh: '人群密集', en: 'Crowded public space' },
} as const satisfies Options

/** How close work and people may come, from apart to touching, after the measures of ISO 10218-2:2025. */
export const contactOptions = {
  fenced: { zh: '隔离作业', en: 'Fenced off' },
  stop: { zh: '人员进入即停', en: 'Stops when people enter' },
  separation: { zh: '速度与间距监控', en: 'Speed and separation monitoring' },
  contact: { zh: '功率与力受限', en: 'Power and force limited' },
} as const satisfies Options

/** ISO 10218-1:2025: class I moves little, softly and slowly; everything else is class II. */
export const robotClassOptions = {
  II: { zh: 'II 类', en: 'Class II' },
  I: { zh: 'I 类', en: 'Class I' },
} as const satisfies Options

export const sensingOptions = {
  camera: { zh: '可见光', en: 'Camera' },
  thermal: { zh: '红外热像', en: 'Thermal imaging' },
  gas: { zh: '气体', en: 'Gas' },
  sound: { zh: '声音', en: 'Sound' },
  discharge: { zh: '局部放电', en: 'Partial discharge' },
  radiation: { zh: '核辐射', en: 'Radiation' },
  scan: { zh: '三维扫描', en: '3D scan' },
  codes: { zh: '条码射频标签', en: 'Barcodes and RFID' },
} as const satisfies Options

export const languageOptions = {
  zh: { zh: '普通话', en: 'Mandarin' },
  yue: { zh: '粤语', en: 'Cantonese' },
  en: { zh: '英语', en: 'English' },
  ja: { zh: '日语', en: 'Japanese' },
  ko: { zh: '韩语', en: 'Korean' },
  ru: { zh: '俄语', en: 'Russian' },
  fr: { zh: '法语', en: 'French' },
  es: { zh: '西班牙语', en: 'Spanish' },
  ar: { zh: '阿拉伯语', en: 'Arabic' },
} as const satisfies Options

export const networkOptions = {
  wifi: same('Wi-Fi'),
  cellular4g: same('4G'),
  cellular5g: same('5G'),
  wired: { zh: '有线', en: 'Wired' },
  intranet: { zh: '仅内网', en: 'Intranet only' },
  offline: { zh: '断网运行', en: 'Offline' },
} as const satisfies Options

export const interfaceOptions = {
  rest: same('HTTP API'),
  mqtt: same('MQTT'),
  opcua: same('OPC UA'),
  modbus: same('Modbus'),
  ros2: same('ROS 2'),
  vda5050: same('VDA 5050'),
  erp: same('ERP'),
  emr: { zh: '电子病历', en: 'EMR' },
  pacs: same('PACS'),
  bms: { zh: '楼宇自控', en: 'Building automation' },
  video: { zh: '视频联网 GB/T 28181', en: 'Video GB/T 28181' },
  fireAlarm: { zh: '消防报警', en: 'Fire alarm' },
} as const satisfies Options

export const certificateOptions = {
  cr: { zh: '中国机器人认证 CR', en: 'China Robot certification CR' },
  ccc: { zh: '强制性产品认证 CCC', en: 'China compulsory certification CCC' },
  ce: { zh: '欧盟 CE', en: 'EU CE' },
  typeTest: { zh: '型式检验报告', en: 'Type test report' },
  thirdParty: { zh: '第三方检测报告', en: 'Third-party test report' },
  functionalSafety: { zh: '功能安全认证', en: 'Functional safety certificate' },
  explosion: { zh: '防爆合格证', en: 'Explosion protection certificate' },
  emc: { zh: '电磁兼容报告', en: 'EMC report' },
  radio: { zh: '无线电发射设备型号核准', en: 'Radio type approval' },
} as const satisfies Options

/** Ordered by dust digit, then water digit; the matcher compares digit by digit, not by this order. */
function ipCodes() {
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

function cleanroomClasses() {
  const classes = [9, 8, 7, 6, 5, 4, 3, 2, 1]
  return Object.fromEntries(classes.map(n => [`ISO${n}`, { zh: `ISO ${n} 级`, en: `ISO ${n}` }]))
}

export const ipOptions: Options = ipCodes()
export const cleanroomOptions: Options = cleanroomClasses()
