import type { Localized } from '../shared/localized.ts'
import type { CriterionId } from './criteria.ts'

/** One line for a person who knows nothing about robots; apart from the criteria, because few pages say it. */
export const criterionHelp: Readonly<Record<CriterionId, Localized>> = {
  payloadKg: {
    zh: '一次要搬运、托举或抓取的最大重量',
    en: 'The heaviest load carried, lifted or gripped at once',
  },
  massKg: { zh: '楼板、电梯或人工搬动允许的机身重量', en: 'What the floor, the lift or two people can bear' },
  heightMm: {
    zh: '现场允许的最大高度，如门洞、货架、巷道',
    en: 'The highest that passes doors, shelves or galleries',
  },
  liftHeightMm: { zh: '要把货物或工具举到多高', en: 'How high goods or tools have to be lifted' },
  reachMm: { zh: '从底座到最远作业点的距离', en: 'From the base to the farthest working point' },
  repeatabilityMm: {
    zh: '每次回到同一点的偏差（±）',
    en: 'How far apart repeated returns to one point lie (±)',
  },
  positioningAccuracyMm: {
    zh: '停靠或作业位置与目标位置的偏差',
    en: 'How far the reached position lies from the wanted one',
  },
  armCount: { zh: '任务同时需要几条机械臂', en: 'How many arms the work needs at once' },
  degreesOfFreedom: { zh: '全身可独立运动的关节数', en: 'Joints that move independently' },
  lockedCompartments: {
    zh: '药品、标本或包裹分格存放并上锁',
    en: 'Medicines, samples or parcels each behind a lock',
  },
  throughputPerHour: { zh: '每小时要完成的件数或次数', en: 'Pieces or jobs to be done in an hour' },
  coverageM2PerHour: {
    zh: '每小时清扫、喷涂、消毒等的面积',
    en: 'Area cleaned, painted or disinfected in an hour',
  },
  cycleTimeSeconds: { zh: '一次完整作业最多用多久', en: 'How long one whole job may take' },
  sensing: {
    zh: '要用哪些手段检测，逐项都要具备',
    en: 'What it has to measure with; every one named is needed',
  },
  maxSpeedMps: { zh: '行走或飞行的最高速度', en: 'Top travelling speed' },
  slopeDeg: { zh: '现场最陡的坡度', en: 'The steepest slope on site' },
  thresholdMm: { zh: '要越过的门槛、台阶或障碍的高度', en: 'Sills, steps or obstacles to be crossed' },
  stairs: { zh: '要走连续楼梯', en: 'Has to climb flights of stairs' },
  passageWidthMm: {
    zh: '现场最窄处的净宽；机器人所需净宽不得更大',
    en: 'The narrowest point; the robot must need no more',
  },
  turningRadiusMm: {
    zh: '现场允许的最大转弯半径；原地转弯为 0',
    en: 'The largest the site allows; 0 turns on the spot',
  },
  elevator: { zh: '自己呼梯、进出电梯', en: 'Calls, enters and leaves the lift by itself' },
  automaticDoor: { zh: '能联动门禁或自动门', en: 'Works with access control or automatic doors' },
  outdoor: { zh: '在室外道路、院区或田野工作', en: 'Works on roads, grounds or fields' },
  ipCode: { zh: '第一位防尘，第二位防水，逐位比较', en: 'First digit dust, second water; each is compared' },
  temperatureC: {
    zh: '现场的最低到最高温度，机器人须全程可用',
    en: 'From the coldest to the hottest on site',
  },
  noiseDbA: { zh: '运行时允许的最大噪声', en: 'The loudest it may be at work' },
  cleanroomClass: { zh: 'ISO 级数越小越洁净', en: 'The smaller the ISO class, the cleaner' },
  explosionProof: {
    zh: '现场有爆炸性气体或粉尘，须有防爆合格证',
    en: 'Explosive gas or dust on site: a certificate is needed',
  },
  voltageKv: { zh: '在多高的电压等级上作业', en: 'The voltage level it works on' },
  gapMm: { zh: '要越过的地缝、电梯轿厢缝的宽度', en: 'Floor gaps and lift sills to be crossed' },
  aisleWidthMm: {
    zh: '货架或设备之间掉头、取放所在巷道的宽度；机器人所需宽度不得更大',
    en: 'The aisle it turns and works in; it must need no more',
  },
  brakingDistanceMm: {
    zh: '从最高速度到停稳允许的最长距离',
    en: 'The longest way from top speed to a standstill',
  },
  humidityPct: {
    zh: '现场相对湿度的最低到最高，机器人须全程可用',
    en: 'From the driest to the most humid on site, relative',
  },
  localisation: {
    zh: '现场只允许或已经具备的定位方式，逐项都要支持',
    en: 'What the site has or allows; every one named is needed',
  },
  peopleDensity: { zh: '机器人要在怎样的人流中工作', en: 'How many people it has to work among' },
  runtimeHours: { zh: '一次充电要连续工作多久', en: 'How long it works on one charge' },
  chargingHours: { zh: '从用尽到充满最多多久', en: 'The longest a full charge may take' },
  autoCharging: { zh: '自己回充电桩或换电', en: 'Returns to its charger or swaps its battery' },
  voice: { zh: '能听懂并用语音应答或提示', en: 'Understands speech and answers or warns aloud' },
  fenceless: { zh: '与人同站工作，不设安全围栏', en: 'Shares the station with people, no safety fence' },
  remoteRangeM: { zh: '操作人员与机器人的最远距离', en: 'The farthest the operator stands from it' },
  dataResidency: { zh: '运行数据与影像不出本单位', en: 'Operating data and images never leave the site' },
  integrationHis: { zh: '与 HIS、LIS 等系统接口', en: 'Connects to HIS, LIS and the like' },
  integrationMes: { zh: '与 MES、PLC 等产线系统接口', en: 'Connects to MES, PLC and line control' },
  integrationWms: { zh: '与 WMS、WCS 等仓储系统接口', en: 'Connects to WMS and WCS' },
  medicalRegistration: {
    zh: '属医疗器械的须已注册或备案',
    en: 'Registered or filed where it is a medical device',
  },
  medicalDeviceClass: { zh: '注册证上的管理类别', en: 'The class named on its registration' },
  deliveryWeeks: { zh: '从签约到可用最多几周', en: 'Weeks from signing to working on site, at most' },
  serviceDistanceKm: { zh: '最近的维修网点离现场多远', en: 'How far the nearest service point may be' },
  warrantyMonths: { zh: '免费保修多少个月', en: 'Months of free repair' },
  languages: {
    zh: '要能听说的语言，逐项都要支持',
    en: 'Languages to understand and speak; every one named is needed',
  },
  humanContact: {
    zh: '人能靠多近：隔离、进入即停、保持间距，或允许接触',
    en: 'How close people come: apart, stop, keep a distance, or touch',
  },
  robotClass: {
    zh: 'I 类：质量不超过 10 kg、力不超过 50 N、速度不超过 250 mm/s；其余为 II 类',
    en: 'Class I: at most 10 kg, 50 N and 250 mm/s; all others are class II',
  },
  latencyMs: {
    zh: '操作到动作允许的最长时延',
    en: 'The longest delay from the operator’s hand to the motion',
  },
  network: {
    zh: '现场要求的联网方式，逐项都要支持',
    en: 'How the site connects it; every one named is needed',
  },
  interfaces: {
    zh: '除上列系统外要对接的协议与系统，逐项都要支持',
    en: 'Protocols and systems beside those above; every one named is needed',
  },
  certificates: {
    zh: '必须出示的证书或报告，逐项都要具备',
    en: 'Papers that must be shown; every one named is needed',
  },
  responseHours: {
    zh: '报修后最多几小时有人到场',
    en: 'Hours from the call until somebody is on site, at most',
  },
}
