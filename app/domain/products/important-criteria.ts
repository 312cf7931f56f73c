import type { CriterionId } from '../ontology/criteria.ts'
import type { RobotCategoryId } from '../ontology/tasks.ts'

/** What a buyer of this kind of robot asks first; a product page says 未披露 for each of them that is not stated. */
const arm: CriterionId[] = [
  'payloadKg',
  'reachMm',
  'repeatabilityMm',
  'degreesOfFreedom',
  'fenceless',
  'ipCode',
]
const indoorCarrier: CriterionId[] = [
  'payloadKg',
  'passageWidthMm',
  'maxSpeedMps',
  'runtimeHours',
  'autoCharging',
  'elevator',
  'automaticDoor',
  'noiseDbA',
]
const warehouse: CriterionId[] = [
  'payloadKg',
  'liftHeightMm',
  'passageWidthMm',
  'maxSpeedMps',
  'positioningAccuracyMm',
  'runtimeHours',
  'autoCharging',
  'integrationWms',
]
const outdoorVehicle: CriterionId[] = [
  'payloadKg',
  'maxSpeedMps',
  'slopeDeg',
  'runtimeHours',
  'outdoor',
  'ipCode',
  'temperatureC',
]
const walker: CriterionId[] = [
  'payloadKg',
  'massKg',
  'maxSpeedMps',
  'runtimeHours',
  'stairs',
  'thresholdMm',
  'slopeDeg',
  'ipCode',
]
const humanoid: CriterionId[] = [
  'payloadKg',
  'massKg',
  'heightMm',
  'degreesOfFreedom',
  'armCount',
  'maxSpeedMps',
  'runtimeHours',
  'voice',
]
const surgical: CriterionId[] = [
  'positioningAccuracyMm',
  'armCount',
  'degreesOfFreedom',
  'medicalRegistration',
  'medicalDeviceClass',
]
const careGiver: CriterionId[] = [
  'payloadKg',
  'passageWidthMm',
  'runtimeHours',
  'voice',
  'noiseDbA',
  'medicalRegistration',
  'dataResidency',
]
const cleaner: CriterionId[] = [
  'coverageM2PerHour',
  'passageWidthMm',
  'runtimeHours',
  'autoCharging',
  'noiseDbA',
  'elevator',
]
const inspector: CriterionId[] = [
  'maxSpeedMps',
  'runtimeHours',
  'autoCharging',
  'ipCode',
  'temperatureC',
  'explosionProof',
  'remoteRangeM',
]
const danger: CriterionId[] = [
  'payloadKg',
  'maxSpeedMps',
  'slopeDeg',
  'thresholdMm',
  'remoteRangeM',
  'ipCode',
  'temperatureC',
  'runtimeHours',
]
const builder: CriterionId[] = [
  'coverageM2PerHour',
  'reachMm',
  'positioningAccuracyMm',
  'massKg',
  'passageWidthMm',
  'runtimeHours',
]
const server: CriterionId[] = [
  'throughputPerHour',
  'runtimeHours',
  'autoCharging',
  'voice',
  'passageWidthMm',
  'noiseDbA',
]
const flyer: CriterionId[] = [
  'payloadKg',
  'maxSpeedMps',
  'runtimeHours',
  'remoteRangeM',
  'positioningAccuracyMm',
  'ipCode',
]
const field: CriterionId[] = [
  'coverageM2PerHour',
  'maxSpeedMps',
  'slopeDeg',
  'runtimeHours',
  'positioningAccuracyMm',
  'outdoor',
  'ipCode',
]

const table: Partial<Record<RobotCategoryId, CriterionId[]>> = {
  ...each(arm, 'cobot', 'industrialArm', 'scara', 'gantry', 'weldingRobot', 'paintingRobot', 'grindingRobot'),
  ...each(arm, 'palletizer', 'mobileManipulator', 'pharmacyRobot', 'labRobot', 'chargingRobot'),
  ...each(indoorCarrier, 'hospitalDelivery', 'mealDelivery', 'roomDeliveryRobot', 'shelfRobot'),
  ...each(warehouse, 'amr', 'forklift', 'storageRobot', 'sortingRobot', 'truckLoader'),
  ...each(outdoorVehicle, 'lastMileVehicle', 'haulageVehicle', 'streetSweeper', 'parkingRobot'),
  ...each(walker, 'quadruped', 'mobilityRobot', 'exoskeleton'),
  ...each(humanoid, 'humanoid', 'wheeledHumanoid'),
  ...each(surgical, 'laparoscopicRobot', 'orthopedicRobot', 'neurosurgeryRobot', 'interventionRobot'),
  ...each(surgical, 'dentalRobot', 'ultrasoundRobot'),
  ...each(careGiver, 'rehabRobot', 'companionRobot', 'careRobot', 'transferRobot', 'massageRobot'),
  ...each(careGiver, 'householdRobot'),
  ...each(cleaner, 'indoorCleaner', 'disinfectionRobot', 'facadeCleaner', 'panelCleaner'),
  ...each(inspector, 'inspectionRobot', 'explosionProofInspector', 'powerInspector', 'railInspector'),
  ...each(inspector, 'pipelineRobot', 'securityRobot', 'climbingRobot'),
  ...each(danger, 'fireRobot', 'rescueRobot', 'disposalRobot', 'nuclearRobot', 'underwaterRobot'),
  ...each(builder, 'finishingRobot', 'masonryRobot', 'rebarRobot', 'installationRobot', 'surveyRobot'),
  ...each(server, 'cookingRobot', 'beverageRobot', 'receptionRobot', 'storeRobot', 'educationRobot'),
  ...each(flyer, 'drone'),
  ...each(field, 'weedingRobot', 'sprayingRobot', 'harvestingRobot', 'farmMachine', 'mowingRobot'),
  liveLineRobot: ['voltageKv', 'payloadKg', 'reachMm', 'positioningAccuracyMm', 'outdoor', 'ipCode'],
}

const anyKind: CriterionId[] = ['payloadKg', 'maxSpeedMps', 'runtimeHours', 'ipCode', 'deliveryWeeks']

/** The criteria that matter most for a kind of robot, in the order buyers ask; a few general ones for other kinds. */
export function importantCriteria(category: RobotCategoryId | null | undefined): readonly CriterionId[] {
  return (category && table[category]) || anyKind
}

function each(criteria: CriterionId[], ...categories: RobotCategoryId[]) {
  return Object.fromEntries(categories.map(category => [category, criteria]))
}
