import { v7 } from 'uuid'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import { SiteProfile } from '#domain/sites/site.ts'
import { DraftScenario, draftScenario } from '#services/scenarios/draft.ts'
import { applySite } from '#services/sites/apply.ts'
import { draftSite } from '#services/sites/draft.ts'
import { editSite } from '#services/sites/edit.ts'
import { scenarios } from './content.ts'
import type { Stage } from './stories.ts'

const surgery = {
  name: '外科楼地下一层至十四层',
  district: '110106',
  building: '外科楼',
  facts: {
    passageWidthMm: '850',
    heightMm: '2.1 m',
    slopeDeg: '4',
    thresholdMm: '12',
    gapMm: '30',
    stairs: 'false',
    automaticDoor: 'true',
    elevator: 'true',
    network: ['wifi', 'cellular5g'],
    noiseDbA: '55',
    explosionProof: 'false',
    peopleDensity: 'shared',
  },
  liftDoorMm: '1.1 m',
  liftDepthMm: '1.5 m',
  liftLoadKg: '1600',
  liftInterface: 'none',
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
  const again = SiteProfile.parse({
    ...surgery,
    ...measured(3),
    facts: { ...surgery.facts, passageWidthMm: '820', temperatureC: '18~28' },
    liftInterface: 'relay',
  })
  await editSite(stage.at(2, hospital), { ...again, id: siteId, rev: 0, formKey: v7() })
}
