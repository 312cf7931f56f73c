import type { Template } from './template.ts'
import { availability, both, incidents, interventions, metric } from './template.ts'

/** Hospitals and homes. */
export const careTemplates = {
  hospitalDelivery: {
    domain: 'healthcare',
    tasks: ['hospitalDelivery'],
    label: both('院内物品配送', 'In-hospital delivery'),
    title: both(
      '院内药品、标本与耗材配送',
      'Delivery of medicines, specimens and supplies inside the hospital',
    ),
    prompts: [
      both('送什么，从哪里到哪里，每天多少趟', 'What is carried, from where to where, how many runs a day'),
      both('哪些时段最忙，最晚多久要送到', 'Which hours are busiest, and how late is too late'),
      both('谁交接，要不要上锁、留记录', 'Who hands over, and whether it is locked and recorded'),
    ],
    asks: [
      'payloadKg',
      'elevator',
      'automaticDoor',
      'passageWidthMm',
      'lockedCompartments',
      'integrationHis',
    ],
    metrics: [
      metric({
        name: ['准时送达率', 'On-time delivery'],
        method: [
          '约定时间内签收的趟次除以全部趟次，按签收记录，连续 28 天',
          'Runs signed for within the agreed time, divided by all runs; from sign-off records, 28 days running',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['约定时间由您定，如 20 分钟', 'You set the agreed time, e.g. 20 minutes'],
      }),
      metric({
        name: ['护士离岗取送', 'Nurses away to fetch'],
        method: [
          '每病区每日为取送离岗的次数，抽六个病区，工作日均值',
          'Times a day that a nurse leaves the ward to fetch or carry; six wards sampled, mean of working days',
        ],
        unit: ['次/日', 'per day'],
        direction: 'atMost',
        hint: ['请护士长记三天现状', 'Let head nurses count for three days first'],
      }),
      interventions,
      availability,
    ],
    exclusions: both(
      '毒麻药品、血液制品与医疗废物；夜间急配；室外路段。',
      'Controlled drugs, blood products and clinical waste; urgent runs at night; outdoor stretches.',
    ),
  },
  disinfection: {
    domain: 'healthcare',
    tasks: ['disinfection'],
    label: both('病区与公共区消毒', 'Disinfection of wards and public areas'),
    title: both('病区与公共区域的自主消毒', 'Autonomous disinfection of wards and public areas'),
    prompts: [
      both('哪些区域、多大面积、多久一次', 'Which areas, how large, how often'),
      both('用什么方式消毒，现场是否有人', 'By which method, and whether people are present'),
      both('现在谁做，怎样记录', 'Who does it now, and how it is recorded'),
    ],
    asks: ['coverageM2PerHour', 'passageWidthMm', 'elevator', 'peopleDensity', 'runtimeHours'],
    metrics: [
      metric({
        name: ['覆盖率', 'Area covered'],
        method: [
          '实际作业面积除以计划面积，按每次记录，连续 28 次',
          'Area worked divided by area planned, recorded for each run, 28 runs',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['先说清哪些角落必须做到', 'Say first which corners have to be done'],
      }),
      metric({
        name: ['消毒抽检合格率', 'Disinfection samples passed'],
        method: [
          '每周按院感规范抽检点位，合格点数除以抽检点数',
          'Points sampled weekly by your infection-control rules; passed divided by sampled',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['与现行规范的合格线一致', 'The line your own rules draw'],
      }),
      interventions,
    ],
    exclusions: both(
      '手术室与隔离病房；消毒剂的采购。',
      'Operating theatres and isolation rooms; the purchase of disinfectants.',
    ),
  },
  rehabilitation: {
    domain: 'healthcare',
    tasks: ['rehabilitation'],
    label: both('康复训练', 'Rehabilitation training'),
    title: both('康复科机器人辅助训练', 'Robot-assisted training in a rehabilitation ward'),
    prompts: [
      both('哪些患者，练什么，每天多少人次', 'Which patients, which training, how many sessions a day'),
      both('治疗师现在怎样安排时间', 'How therapists’ time is planned today'),
      both('哪些患者不适合', 'Which patients are not suitable'),
    ],
    asks: ['medicalRegistration', 'medicalDeviceClass', 'payloadKg', 'humanContact'],
    metrics: [
      metric({
        name: ['有效训练时长', 'Training time achieved'],
        method: [
          '每位患者每次完成的有效训练分钟数，治疗师记录，取中位数',
          'Minutes of training completed per patient and session, as recorded by therapists, median',
        ],
        unit: ['分钟/次', 'minutes per session'],
        direction: 'atLeast',
        hint: ['与治疗师商定', 'Agree with your therapists'],
      }),
      metric({
        name: ['治疗师看护人数', 'Patients per therapist'],
        method: [
          '同一时段一名治疗师看护的患者数，每日抽两个时段',
          'Patients one therapist looks after at the same time, two periods sampled a day',
        ],
        unit: ['人', 'patients'],
        direction: 'atLeast',
        hint: ['现状多为一对一', 'One to one today in most places'],
      }),
      incidents,
      metric({
        name: ['患者舒适度', 'Patient comfort'],
        method: [
          '五分制问卷，每位患者末次训练后填写，取平均',
          'Five-point questionnaire after the last session of each patient, mean',
        ],
        unit: ['分', 'points'],
        direction: 'atLeast',
        hint: ['作参考项为宜', 'Best kept as an optional one'],
        optional: true,
      }),
    ],
    exclusions: both(
      '未经伦理同意的患者；诊断与处方。',
      'Patients without ethics consent; diagnosis and prescription.',
    ),
  },
  care: {
    domain: 'eldercare',
    tasks: ['personalCare', 'patientTransfer'],
    label: both('养老照护与移位', 'Care and transfer of the elderly'),
    title: both('养老机构失能长者照护辅助', 'Assistance in caring for frail residents'),
    prompts: [
      both('做哪一项照护，每天多少次，多少位长者', 'Which care, how often a day, for how many residents'),
      both('现在要几名护理员，多长时间', 'How many carers it takes today, and how long'),
      both('长者的体重、身高范围与禁忌', 'Residents’ weight, height and contraindications'),
    ],
    asks: ['payloadKg', 'passageWidthMm', 'humanContact', 'noiseDbA', 'certificates'],
    metrics: [
      metric({
        name: ['每次用时', 'Time per job'],
        method: [
          '从准备到结束的分钟数，现场计时，全部次数取中位数',
          'Minutes from start to finish, timed on site, median of all',
        ],
        unit: ['分钟', 'minutes'],
        direction: 'atMost',
        hint: ['先给现状计时十次', 'Time ten of today’s jobs first'],
      }),
      metric({
        name: ['每次所需护理员', 'Carers needed per job'],
        method: ['现场观察每次参与的护理员人数，取平均', 'Carers taking part in each job as observed, mean'],
        unit: ['人', 'carers'],
        direction: 'atMost',
        hint: ['多为两人减到一人', 'Usually from two to one'],
      }),
      incidents,
      metric({
        name: ['长者满意度', 'Residents’ satisfaction'],
        method: [
          '五分制问卷，代答剔除，试点末周调查，取平均',
          'Five-point questionnaire in the last week, answers by others left out, mean',
        ],
        unit: ['分', 'points'],
        direction: 'atLeast',
        hint: ['现状也要问一次', 'Ask once before the pilot as well'],
        optional: true,
      }),
    ],
    exclusions: both('医疗护理操作；长者不同意使用的情形。', 'Clinical nursing; residents who do not agree.'),
  },
} as const satisfies Record<string, Template>
