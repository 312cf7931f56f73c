import type { DomainId } from '../vocabulary.ts'
import type { TaskId } from './task-table.ts'

/** Tasks whose machines are close kin: a robot built for one is a fair candidate for another of its family. */
const taskFamilies: Readonly<Record<string, readonly TaskId[]>> = {
  indoorDelivery: ['hospitalDelivery', 'tableDelivery', 'roomDelivery', 'materialTransfer'],
  outdoorDelivery: ['lastMile', 'haulage', 'airDelivery'],
  surgery: ['laparoscopicSurgery', 'orthopedicSurgery', 'neurosurgery', 'intervention', 'dentalTreatment'],
  lab: ['pharmacyCompounding', 'labTesting', 'remoteDiagnosis'],
  restoration: ['rehabilitation', 'mobilityAid', 'massage'],
  care: ['companionship', 'personalCare', 'patientTransfer', 'homeSafety', 'housework'],
  handling: [
    'machineTending',
    'moldingTakeout',
    'packaging',
    'palletizing',
    'picking',
    'waferHandling',
    'stamping',
    'materialTransfer',
  ],
  processing: ['welding', 'painting', 'grinding', 'dispensing', 'cutting', 'surfaceTreatment'],
  joining: ['assembly', 'screwdriving', 'dispensing', 'machineTending'],
  storage: [
    'storageRetrieval',
    'picking',
    'sorting',
    'inventory',
    'palletTransport',
    'truckLoading',
    'materialTransfer',
    'palletizing',
  ],
  finishing: ['wallFinishing', 'floorFinishing', 'masonry', 'rebarWork', 'drillingInstallation', 'surveying'],
  heavy: ['earthwork', 'tunnelWork', 'demolition', 'mining', 'haulage'],
  farm: ['weeding', 'cropProtection', 'harvesting', 'planting', 'mowing'],
  ecology: ['ecologyMonitoring', 'cropProtection'],
  danger: ['firefighting', 'searchRescue', 'explosiveDisposal', 'nuclearWork', 'demolition'],
  water: ['waterRescue', 'underwaterWork'],
  patrol: ['securityPatrol', 'entryScreening', 'plantInspection'],
  inspection: [
    'plantInspection',
    'substationInspection',
    'lineInspection',
    'corridorInspection',
    'pipelineInspection',
    'railInspection',
    'structureInspection',
  ],
  power: ['substationInspection', 'lineInspection', 'liveLineWork', 'corridorInspection'],
  climbing: ['surfaceTreatment', 'structureInspection', 'facadeCleaning', 'panelCleaning'],
  food: ['cooking', 'beverage', 'tableDelivery'],
  front: ['reception', 'storeService', 'performance', 'companionship', 'teaching'],
  store: ['shelfAudit', 'storeService', 'inventory'],
  cleaning: ['indoorCleaning', 'streetSweeping', 'facadeCleaning', 'disinfection', 'panelCleaning'],
  vehicle: ['parking', 'vehicleCharging'],
  learning: ['teaching', 'research', 'performance'],
}

const kin = new Map<TaskId, Set<TaskId>>()
for (const family of Object.values(taskFamilies)) {
  for (const task of family) kin.set(task, new Set([...(kin.get(task) ?? []), ...family]))
}

/** 1 for the same task, 0.7 for kin, otherwise 0: how far work on `other` speaks for work on `task`. */
export function taskKinship(task: TaskId, other: TaskId): number {
  if (task === other) return 1
  return kin.get(task)?.has(other) ? 0.7 : 0
}

/** Domains whose sites and buyers overlap. */
const nearDomains: Readonly<Partial<Record<DomainId, readonly DomainId[]>>> = {
  manufacturing: ['logistics', 'energy'],
  logistics: ['manufacturing', 'retail', 'healthcare'],
  healthcare: ['eldercare'],
  eldercare: ['retail'],
  retail: ['education'],
  emergency: ['energy', 'other'],
  energy: ['manufacturing', 'other'],
  construction: ['emergency'],
  agriculture: ['other'],
  education: ['other'],
}

/** 1 for the same domain, 0.5 where sites and buyers overlap, otherwise 0; the same whichever way round. */
export function domainKinship(domain: DomainId, other: DomainId): number {
  if (domain === other) return 1
  return nearDomains[domain]?.includes(other) || nearDomains[other]?.includes(domain) ? 0.5 : 0
}
