import type { RiskItem } from './risk-item.ts'

const people = ['ward', 'home', 'public'] as const

/** 保险 */
export const insurance = {
  liability: {
    text: {
      zh: '第三者责任险，保险期间覆盖整个试点，含部署与拆除',
      en: 'Third-party liability over the whole pilot, deployment and removal included',
    },
  },
  employer: {
    when: { spaces: ['staff', 'fenced', 'explosive', 'extreme', 'ward'] },
    text: {
      zh: '驻场人员的雇主责任险或工伤保险',
      en: 'Employer’s liability or work injury cover for staff on site',
    },
  },
  product: {
    text: {
      zh: '产品责任险，列明机器人型号与序列号',
      en: 'Product liability, naming model and serial numbers',
    },
  },
  property: {
    text: {
      zh: '约定现场设备、建筑损坏由谁赔、先赔后查还是先查后赔',
      en: 'Who pays for damage to equipment and building, and whether before or after the inquiry',
    },
  },
  road: {
    when: { spaces: ['road'] },
    text: {
      zh: '上路测试的交通事故责任险，保额按当地道路测试管理规定',
      en: 'Traffic accident cover for road tests, at the sum the local rules for road tests require',
    },
  },
  trial: {
    when: { kinds: ['medical'] },
    text: {
      zh: '属临床试验的须有受试者保险或补偿安排',
      en: 'A clinical trial needs insurance or compensation for its subjects',
    },
  },
} as const satisfies Record<string, RiskItem>

/** 数据与隐私 */
export const dataChecks = {
  inventory: {
    text: {
      zh: '列出采集哪些数据、存在哪里、存多久、谁能看',
      en: 'List what is collected, where it is kept, how long, and who sees it',
    },
  },
  faces: {
    when: { spaces: ['ward', 'home', 'public', 'staff', 'road'] },
    text: {
      zh: '摄像头与麦克风的采集范围在现场张贴告示；人脸识别默认关闭，启用须取得单独同意',
      en: 'Post what cameras and microphones record; face recognition stays off unless each person consents',
    },
  },
  impact: {
    when: { spaces: people },
    text: {
      zh: '按《个人信息保护法》先做个人信息保护影响评估',
      en: 'Assess the impact on personal information first, under the Personal Information Protection Law',
    },
  },
  patient: {
    when: { domains: ['healthcare', 'eldercare'] },
    text: {
      zh: '病历与健康数据不出本单位网络，接口账号专用、可停用、有日志',
      en: 'Health records stay in the institution’s network; interface accounts are separate, revocable and logged',
    },
  },
  remote: {
    text: {
      zh: '远程维护须事先批准、限时开通、全程留痕',
      en: 'Remote maintenance only with approval, for a limited time, and logged',
    },
  },
  surveying: {
    when: { spaces: ['road'] },
    text: {
      zh: '高精度地图与影像采集先核对测绘资质要求',
      en: 'Check the licence for surveying before collecting maps and imagery',
    },
  },
  deletion: {
    text: {
      zh: '试点结束后删除或移交数据，双方签字确认',
      en: 'Delete or hand over the data at the end, confirmed by both signatures',
    },
  },
} as const satisfies Record<string, RiskItem>

/** 临床与照护伦理 */
export const ethicsChecks = {
  committee: {
    when: { domains: ['healthcare'], spaces: ['ward'] },
    text: {
      zh: '涉及患者的先报本机构伦理委员会，拿到批件或免审意见再开始',
      en: 'Where patients are involved, the ethics committee’s approval or exemption comes first',
    },
  },
  registration: {
    when: { kinds: ['medical'] },
    text: {
      zh: '核对注册证与适用范围；未注册的第二、三类产品不作普通试用',
      en: 'Check the registration and its intended use; class II and III without it are no ordinary trial',
    },
  },
  consent: {
    when: { domains: ['healthcare', 'eldercare'], spaces: ['ward', 'home'] },
    text: {
      zh: '向患者或老人及家属说明并取得书面知情同意，可以随时退出',
      en: 'Explain to patients or residents and families, obtain written consent, which may be withdrawn at any time',
    },
  },
  humanFirst: {
    when: { domains: ['healthcare', 'eldercare'] },
    text: {
      zh: '诊疗与照护决定由人作出，机器人停用时有人工替代班次',
      en: 'People decide on care; staff stand in when the robot is out of service',
    },
  },
  minors: {
    when: { domains: ['education'] },
    text: {
      zh: '面向未成年人须经监护人同意，不采集与教学无关的数据',
      en: 'With minors, guardians consent, and nothing beside teaching is collected',
    },
  },
} as const satisfies Record<string, RiskItem>

/** 现场运行 */
export const siteChecks = {
  stop: {
    text: {
      zh: '现场有人会停机：急停位置、联系人与电话贴在机身上',
      en: 'Somebody on site can stop it: stops, contact and telephone are shown on the machine',
    },
  },
  fire: {
    text: {
      zh: '充电位置经消防同意，不占疏散通道',
      en: 'Charging places agreed with fire safety and clear of escape routes',
    },
  },
  lift: {
    when: {
      tasks: [
        ...(['hospitalDelivery', 'roomDelivery', 'disinfection', 'indoorCleaning', 'tableDelivery'] as const),
        ...(['securityPatrol', 'reception', 'materialTransfer'] as const),
      ],
    },
    text: {
      zh: '与人共用电梯的：改造经电梯维保单位同意，约定让人规则与被困处置',
      en: 'Sharing a lift: agreed with its maintenance firm, with rules of giving way and for being trapped',
    },
  },
  infection: {
    when: { spaces: ['ward'] },
    text: {
      zh: '按院感要求确定表面消毒方法、洁污路线与隔离区禁入',
      en: 'Surface disinfection, clean and dirty routes and no-go isolation areas set with infection control',
    },
  },
  roadPermit: {
    when: { spaces: ['road'] },
    text: {
      zh: '取得道路测试或园区通行的批准，约定限速与安全员',
      en: 'Permission for the road or the grounds, with speed limit and safety operator',
    },
  },
  airspace: {
    when: { categories: ['drone'] },
    text: {
      zh: '无人机实名登记、空域与飞行活动批准、操控人员资质',
      en: 'Drone registration, approval of airspace and flights, pilot’s licence',
    },
  },
  handover: {
    text: {
      zh: '故障、碰撞、伤人分级上报，先停机，保留日志',
      en: 'Faults, collisions and injuries are reported by grade; stop first, keep the logs',
    },
  },
} as const satisfies Record<string, RiskItem>

/** 退出与恢复 */
export const exitTerms = {
  triggers: {
    text: {
      zh: '写明任一方可以终止的情形：伤人、连续不达标、停用超过约定天数',
      en: 'When either side may end it: injury, targets missed repeatedly, down for longer than agreed',
    },
  },
  removal: {
    text: {
      zh: '供方在约定天数内拆走设备，恢复墙地面、门、电梯与网络',
      en: 'The supplier removes everything within the agreed days and restores walls, floors, doors, lifts and network',
    },
  },
  cost: {
    text: {
      zh: '写明拆除、恢复与改造由谁付费，改造部分归谁',
      en: 'Who pays for removal, restoration and alterations, and who owns what was altered',
    },
  },
  continuity: {
    text: {
      zh: '退出后原有作业方式可以立即恢复，交接期由谁值守',
      en: 'The old way of working can be resumed at once; who stands by in between',
    },
  },
  accounts: {
    text: {
      zh: '停用接口账号、门禁与梯控权限，收回钥匙与卡',
      en: 'Disable interface accounts, door and lift rights; return keys and cards',
    },
  },
  purchase: {
    text: {
      zh: '先试后买的写明转正条件、价格与期限；不买不承担违约责任',
      en: 'Trial then buy: conditions, price and time limit; not buying is no breach',
    },
  },
} as const satisfies Record<string, RiskItem>
