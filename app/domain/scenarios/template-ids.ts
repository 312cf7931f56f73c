/** 场景模板 by name; what each proposes stands in `templates.ts`. */
export const templateIds = [
  'hospitalDelivery',
  'disinfection',
  'rehabilitation',
  'care',
  'welding',
  'palletising',
  'transport',
  'inspection',
  'harvesting',
  'retailService',
  'cleaning',
  'emergency',
  'construction',
  'education',
  'rail',
] as const
export type TemplateId = (typeof templateIds)[number]
