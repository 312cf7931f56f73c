import type { RobotCategoryId } from '../ontology/categories.ts'
import type { SafetyProtocol } from './risk-item.ts'

const arms = [
  ...([
    'cobot',
    'industrialArm',
    'scara',
    'gantry',
    'weldingRobot',
    'paintingRobot',
    'grindingRobot',
  ] as const),
  ...(['palletizer', 'mobileManipulator', 'truckLoader'] as const),
] satisfies RobotCategoryId[]
const trucks = [
  ...(['amr', 'forklift', 'storageRobot', 'sortingRobot', 'mobileManipulator', 'truckLoader'] as const),
] satisfies RobotCategoryId[]

/**
 * Which standards a pilot's safety officer goes through. A list to start from, not a certificate: the law and the
 * site's own rules come first.
 */
export const protocols = {
  riskAssessment: {
    standard: 'ISO 12100:2010 (GB/T 15706-2012)',
    title: { zh: '机械安全 风险评估与风险减小', en: 'Machinery safety: risk assessment and reduction' },
    text: {
      zh: '试点开始前由双方一起做一次风险评估，签字留存；改了路线、工位或软件再做一次',
      en: 'Both sides assess the risks together before the start, sign and keep it; again after each change of route, station or software',
    },
  },
  industrialRobot: {
    standard: 'ISO 10218-1:2025 (GB 11291.1-2011 = ISO 10218-1:2006)',
    title: { zh: '工业机器人安全要求', en: 'Safety requirements for industrial robots' },
    when: { kinds: ['industrial'], categories: arms },
    text: {
      zh: '查安全功能的性能等级、I 类或 II 类、急停与使能、网络安全',
      en: 'Performance levels of the safety functions, class I or II, stops and enabling device, cybersecurity',
    },
  },
  industrialCell: {
    standard: 'ISO 10218-2:2025 (GB 11291.2-2013 = ISO 10218-2:2011)',
    title: { zh: '机器人应用与单元的集成', en: 'Integration of robot applications and cells' },
    when: { kinds: ['industrial'], categories: arms },
    text: {
      zh: '查围栏、联锁、进出、夹具与工件的危险，不只看机器人本体',
      en: 'Fences, interlocks, access, and the hazards of grippers and parts, not only of the arm',
    },
  },
  collaboration: {
    standard: 'ISO 10218-2:2025 (GB/T 36008-2018)',
    title: { zh: '协作应用', en: 'Collaborative applications' },
    when: { categories: arms, spaces: ['staff', 'ward', 'home', 'public'] },
    text: {
      zh: '原 ISO/TS 15066 已并入。写明用哪种协作方式：手动引导、速度与间距监控，或功率与力受限；接触力在现场实测',
      en: 'ISO/TS 15066 is now part of it. Say which measure is used: hand guiding, speed and separation monitoring, or power and force limiting; measure contact forces on site',
    },
  },
  driverlessTrucks: {
    standard: 'ISO 3691-4:2023',
    title: { zh: '无人驾驶工业车辆安全要求', en: 'Driverless industrial trucks' },
    when: { categories: trucks },
    text: {
      zh: '查人员检测、制动距离、运行区划分，窄通道与货叉处的间隙',
      en: 'Detection of people, stopping distance, zones of operation, clearance in aisles and at the forks',
    },
  },
  personalCare: {
    standard: 'ISO 13482:2014 (GB/T 36530-2018)',
    title: { zh: '个人助理机器人安全要求', en: 'Personal care robots' },
    when: { kinds: ['service'], spaces: ['home', 'ward', 'public', 'staff'] },
    text: {
      zh: '查移动中的碰撞、夹挤、失稳、充电与卫生；使用者无法操作急停时由谁停',
      en: 'Collision, crushing, tipping, charging and hygiene; who stops it when the user cannot',
    },
  },
  serviceMechanics: {
    standard: 'GB/T 39785-2021',
    title: { zh: '服务机器人机械安全', en: 'Mechanical safety of service robots' },
    when: { kinds: ['service'] },
    text: {
      zh: '查边角、缝隙、挤压点与稳定性的检测报告',
      en: 'Test report on edges, gaps, pinch points and stability',
    },
  },
  servicePerformance: {
    standard: 'GB/T 38124-2019',
    title: { zh: '服务机器人性能测试方法', en: 'Test methods for service robots' },
    when: { kinds: ['service'], spaces: ['ward', 'public', 'staff', 'home'] },
    text: {
      zh: '避障、定位、续航等验收指标尽量用其中的方法测',
      en: 'Measure obstacle avoidance, localisation and runtime by its methods where acceptance metrics allow',
    },
  },
  medicalElectrical: {
    standard: 'IEC 60601-1 (GB 9706.1-2020)',
    title: { zh: '医用电气设备基本安全', en: 'Medical electrical equipment, basic safety' },
    when: { kinds: ['medical'] },
    text: {
      zh: '查检验报告；与其他设备同处时的漏电流与电磁兼容',
      en: 'Test report; leakage current and electromagnetic compatibility beside other equipment',
    },
  },
  medicalRisk: {
    standard: 'ISO 14971:2019 (GB/T 42062-2022)',
    title: { zh: '医疗器械风险管理', en: 'Risk management of medical devices' },
    when: { kinds: ['medical'] },
    text: {
      zh: '查风险管理文档与剩余风险；第二、三类未注册的只能按临床试验开展',
      en: 'Risk file and residual risks; class II and III without registration only as a clinical trial',
    },
  },
  surgical: {
    standard: 'IEC 80601-2-77:2019',
    title: { zh: '机器人辅助手术设备专用要求', en: 'Robotically assisted surgical equipment' },
    when: {
      categories: [
        ...(['laparoscopicRobot', 'orthopedicRobot', 'neurosurgeryRobot'] as const),
        ...(['interventionRobot', 'dentalRobot'] as const),
      ],
    },
    text: {
      zh: '查断电、断网、失控时的保护性停止与转为手工操作的步骤',
      en: 'Protective stop and change to manual work on loss of power, link or control',
    },
  },
  rehabilitation: {
    standard: 'IEC 80601-2-78:2019',
    title: { zh: '康复、评估、代偿或缓解用医疗机器人', en: 'Medical robots for rehabilitation' },
    when: { categories: ['rehabRobot', 'exoskeleton'] },
    text: {
      zh: '查关节活动范围与力的限制、绑带松脱与跌倒保护',
      en: 'Limits of joint range and force, loose straps and protection against falls',
    },
  },
  explosion: {
    standard: 'GB/T 3836.1-2021',
    title: { zh: '爆炸性环境用设备', en: 'Equipment for explosive atmospheres' },
    when: { spaces: ['explosive'] },
    text: {
      zh: '防爆合格证上的类别、级别、温度组别须覆盖现场分区；充电在危险区外',
      en: 'The certificate’s group, category and temperature class must cover the zone; charge outside it',
    },
  },
  ingress: {
    standard: 'GB/T 4208-2017',
    title: { zh: '外壳防护等级', en: 'Degrees of protection by enclosures' },
    when: { spaces: ['explosive', 'extreme', 'road'] },
    text: {
      zh: '按检测报告逐位核对 IP 代码，X 表示未测',
      en: 'Check the IP code digit by digit in the report; X means not tested',
    },
  },
  wheels: {
    standard: 'GB/T 38834.1-2020 (ISO 18646-1:2016)',
    title: { zh: '轮式服务机器人移动性能', en: 'Locomotion of wheeled service robots' },
    when: { kinds: ['service'], motions: ['wheeled'], spaces: ['ward', 'public', 'road'] },
    text: {
      zh: '在现场最陡坡、最高坎、最窄弯上测制动与翻越',
      en: 'Test braking and climbing on the site’s steepest slope, highest sill and tightest bend',
    },
  },
} as const satisfies Record<string, SafetyProtocol>
export type ProtocolId = keyof typeof protocols
