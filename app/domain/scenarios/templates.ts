import type { Template } from './template.ts'
import type { TemplateId } from './template-ids.ts'
import { careTemplates } from './templates-care.ts'
import { fieldTemplates } from './templates-field.ts'
import { industryTemplates } from './templates-industry.ts'

/** All templates; at least one for each domain of the policy (46 号 措施八). */
export const templates: Readonly<Record<TemplateId, Template>> = {
  ...careTemplates,
  ...industryTemplates,
  ...fieldTemplates,
}
