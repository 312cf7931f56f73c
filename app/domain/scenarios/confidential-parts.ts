/** 可设为仅向已核验企业公开的内容: what its author may keep from those whom nobody has verified. */
export const confidentialPartIds = [
  'situation',
  'pain',
  'process',
  'site',
  'requirementNotes',
  'budget',
  'exclusions',
] as const
export type ConfidentialPart = (typeof confidentialPartIds)[number]
