import type { Process } from './process-shape.ts'

/** Roads, fields, building sites, plants, mines and disasters. */
export const fieldProcesses = {
  roadTransport: {
    domains: ['logistics', 'energy', 'retail'],
    label: { zh: '道路与空中运输', en: 'Transport by road and air' },
    tasks: ['lastMile', 'haulage', 'airDelivery'],
    decides: [
      'payloadKg',
      'maxSpeedMps',
      'runtimeHours',
      'localisation',
      'brakingDistanceMm',
      'temperatureC',
    ],
  },
  vehicleService: {
    domains: ['retail', 'energy'],
    label: { zh: '车辆服务', en: 'Vehicle service' },
    tasks: ['parking', 'vehicleCharging'],
    decides: ['payloadKg', 'positioningAccuracyMm', 'cycleTimeSeconds', 'ipCode', 'temperatureC'],
  },
  finishing: {
    domains: ['construction'],
    label: { zh: '砌筑与装修', en: 'Masonry and finishing' },
    tasks: ['wallFinishing', 'floorFinishing', 'masonry', 'rebarWork', 'drillingInstallation'],
    decides: [
      'coverageM2PerHour',
      'reachMm',
      'massKg',
      'passageWidthMm',
      'positioningAccuracyMm',
      'runtimeHours',
    ],
  },
  surveyAndCheck: {
    domains: ['construction', 'other'],
    label: { zh: '测量与结构检测', en: 'Survey and structure inspection' },
    tasks: ['surveying', 'structureInspection'],
    decides: ['positioningAccuracyMm', 'sensing', 'runtimeHours', 'localisation', 'ipCode'],
  },
  groundworks: {
    domains: ['construction', 'energy', 'emergency'],
    label: { zh: '土方、隧道与采掘', en: 'Earth, tunnels and mining' },
    tasks: ['earthwork', 'tunnelWork', 'demolition', 'mining'],
    decides: ['remoteRangeM', 'explosionProof', 'reachMm', 'latencyMs', 'slopeDeg', 'ipCode'],
  },
  cropWork: {
    domains: ['agriculture'],
    label: { zh: '种植与田间管理', en: 'Growing and field work' },
    tasks: ['planting', 'weeding', 'cropProtection', 'harvesting', 'mowing'],
    decides: ['coverageM2PerHour', 'localisation', 'slopeDeg', 'runtimeHours', 'aisleWidthMm', 'ipCode'],
  },
  animals: {
    domains: ['agriculture'],
    label: { zh: '养殖', en: 'Livestock' },
    tasks: ['livestock'],
    decides: ['payloadKg', 'throughputPerHour', 'ipCode', 'aisleWidthMm', 'humidityPct'],
  },
  monitoring: {
    domains: ['agriculture', 'emergency', 'other'],
    label: { zh: '生态监测', en: 'Ecology monitoring' },
    tasks: ['ecologyMonitoring'],
    decides: ['sensing', 'runtimeHours', 'network', 'ipCode', 'temperatureC'],
  },
  rescue: {
    domains: ['emergency'],
    label: { zh: '灭火与救援', en: 'Fire and rescue' },
    tasks: ['firefighting', 'searchRescue', 'waterRescue'],
    decides: ['remoteRangeM', 'ipCode', 'temperatureC', 'explosionProof', 'thresholdMm', 'payloadKg'],
  },
  hazard: {
    domains: ['emergency', 'energy'],
    label: { zh: '排爆与极限环境', en: 'Disposal and extreme environments' },
    tasks: ['explosiveDisposal', 'nuclearWork', 'underwaterWork'],
    decides: ['remoteRangeM', 'payloadKg', 'reachMm', 'ipCode', 'latencyMs', 'sensing'],
  },
  guarding: {
    domains: ['emergency', 'retail', 'education'],
    label: { zh: '安防', en: 'Security' },
    tasks: ['securityPatrol', 'entryScreening'],
    decides: ['runtimeHours', 'autoCharging', 'ipCode', 'sensing', 'peopleDensity', 'dataResidency'],
  },
  assetInspection: {
    domains: ['energy', 'emergency', 'other'],
    label: { zh: '设备与管线巡检', en: 'Inspection of plants and lines' },
    tasks: [
      'plantInspection',
      'substationInspection',
      'lineInspection',
      'corridorInspection',
      'pipelineInspection',
      'railInspection',
    ],
    decides: ['sensing', 'explosionProof', 'ipCode', 'temperatureC', 'runtimeHours', 'autoCharging'],
  },
  powerUpkeep: {
    domains: ['energy'],
    label: { zh: '带电作业与新能源运维', en: 'Live-line work and renewable upkeep' },
    tasks: ['liveLineWork', 'panelCleaning'],
    decides: [
      'voltageKv',
      'coverageM2PerHour',
      'positioningAccuracyMm',
      'slopeDeg',
      'ipCode',
      'temperatureC',
    ],
  },
} as const satisfies Record<string, Process>
