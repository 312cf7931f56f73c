import { v7 } from 'uuid'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { SiteProfile } from '#domain/sites/site.ts'
import { DraftScenario, draftScenario } from '#services/scenarios/draft.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { applySite } from '#services/sites/apply.ts'
import { draftSite } from '#services/sites/draft.ts'
import { editSite } from '#services/sites/edit.ts'
import { scenarios } from './content.ts'
import { attachDemoFiles } from './files.ts'
import type { Stage } from './stories.ts'

const surgery = {
  name: '外科楼地下一层至十四层',
  district: '110106',
  building: '外科楼',
  facts: {
    heightMm: '2.1 m',
    gapMm: '30',
    stairs: 'false',
    automaticDoor: 'true',
    elevator: 'true',
    network: ['wifi', 'cellular5g'],
    noiseDbA: '55',
    explosionProof: 'false',
    peopleDensity: 'shared',
  },
  rooms: [
    {
      name: '地下一层药房',
      level: 'B1',
      use: '发药、装车',
      peopleDensity: 'staff',
      floor: '环氧地坪',
      network: ['wifi', 'cellular5g'],
    },
    {
      name: '外科病区走廊',
      level: '9–14',
      use: '配送通道',
      peopleDensity: 'shared',
      floor: 'PVC 卷材',
      network: ['wifi', 'cellular5g'],
    },
    { name: '隔离病室前室', level: '12', use: '洁污缓冲，机器人到门口为止', floor: 'PVC 卷材' },
  ],
  lifts: [
    {
      name: '三号梯',
      doorMm: '1.1 m',
      depthMm: '1.5 m',
      widthMm: '1.4 m',
      loadKg: '1600',
      interface: 'none',
    },
    { name: '五号梯（备用）', doorMm: '1.1 m', loadKg: '1.6 t', remarks: '夜间停用，接口待厂家答复' },
  ],
  doors: [
    { name: '药房出口', where: 'B1', widthMm: '1180', kind: 'manual', thresholdMm: '6' },
    { name: '病区入口', where: '9–14 层', widthMm: '960', kind: 'access', thresholdMm: '0' },
    { name: '治疗室', where: '9–14 层', widthMm: '850', kind: 'manual', thresholdMm: '12' },
    { name: '隔离前室', where: '12 层', kind: 'automatic' },
  ],
  slopes: [{ name: '门诊至外科楼连廊', slopeDeg: '1:14', lengthM: '9' }],
  shiftTimes: [
    { name: '白班', from: '07:00', to: '19:00' },
    { name: '夜间静音', from: '22:00', to: '06:00' },
  ],
  floor: 'PVC 卷材，电梯厅为石材',
  shifts: '白班 07:00–19:00，夜间 22:00–6:00 静音',
  charging: '地下一层药房外走廊，220 V 插座两处',
  systems: '医院信息系统、门禁平台（院内网）',
  measuredBy: '设备处',
}

const outpatient = {
  name: '门诊楼一层至三层',
  district: '110106',
  building: '门诊楼',
  facts: {
    passageWidthMm: '900',
    slopeDeg: '3',
    elevator: 'true',
    peopleDensity: 'crowded',
    outdoor: 'false',
  },
  liftDoorMm: '0.8 m',
  remarks: '电梯梯控和网络覆盖待信息处确认。',
}

/** Two profiles of the demo hospital. One filled a draft and has been measured again since. */
export async function seedSites(stage: Stage): Promise<void> {
  const { hospital } = stage.cast
  const measured = (daysAgo: number) => ({ measuredOn: dayOf(stage.moment(daysAgo)) })
  const first = SiteProfile.parse({ ...surgery, ...measured(41) })
  const { id: siteId } = await draftSite(stage.at(40, hospital), { ...first, formKey: v7() })
  await attachDemoFiles(stage.at(40, hospital), 'site', { id: siteId, name: 'surgery' })
  const other = SiteProfile.parse(outpatient)
  await draftSite(stage.at(12, hospital), { ...other, formKey: v7() })
  const { site: _, requirements: __, ...wards } = scenarios.wards
  const { id } = await draftScenario(
    stage.at(6, hospital),
    DraftScenario.parse({
      ...wards,
      title: '外科楼夜间急用药品配送',
      exclusions: '毒麻药品、血液制品、医疗废物；外科楼以外的区域。',
      requirements: scenarios.wards.requirements.filter(each =>
        ['payloadKg', 'passageWidthMm', 'noiseDbA'].includes(each.criterion),
      ),
      bidDeadline: `${addDays(dayOf(stage.moment(6)), 45)}T17:00`,
      formKey: v7(),
    }),
  )
  await applySite(stage.at(6, hospital), { id, siteId, rev: 0, formKey: v7() })
  await publishedOn(stage, siteId)
  const again = SiteProfile.parse({
    ...surgery,
    ...measured(3),
    facts: { ...surgery.facts, temperatureC: '18~28' },
    doors: surgery.doors.map(each => (each.name === '治疗室' ? { ...each, widthMm: '820' } : each)),
    lifts: surgery.lifts.map(each => ({ ...each, interface: 'relay' })),
  })
  await editSite(stage.at(2, hospital), { ...again, id: siteId, rev: 0, formKey: v7() })
}

/** A published scenario that took the profile over, and shows its lists and its plan. */
async function publishedOn(stage: Stage, siteId: SiteId): Promise<void> {
  const { hospital, handler, approver } = stage.cast
  const { site: _, requirements: needs, ...wards } = scenarios.wards
  const day = (days: number) => addDays(dayOf(stage.moment(10)), days)
  const draft = DraftScenario.parse({
    ...wards,
    title: '外科楼白班药品与耗材配送',
    exclusions: '隔离病室内部；毒麻药品、血液制品、医疗废物。',
    requirements: needs.filter(each => ['payloadKg', 'noiseDbA'].includes(each.criterion)),
    sitePhotos: 'on',
    ...{ questionsUntil: `${day(27)}T17:00`, bidDeadline: `${day(30)}T17:00`, formKey: v7() },
  })
  const { id } = await draftScenario(stage.at(10, hospital), draft)
  await applySite(stage.at(10, hospital), { id, siteId, rev: 0, formKey: v7() })
  await submitScenario(stage.at(9.8, hospital), { id, ...(await stage.scenarioRev(hospital, id)) })
  await stage.approve(id, 9.4)
  const seen = await stage.scenarioRev(handler, id)
  await publishScenario(stage.at(9, approver), { id, ...seen })
}
