import { z } from 'zod'
import { calendarDay, checkbox, choice, listOf, optional, text } from '../shared/fields.ts'
import { id } from '../shared/id-schemas.ts'
import { checkUscc, normalizedUscc } from '../shared/uscc.ts'
import type { Refused } from '../shared/verdict.ts'
import { districtCodes, documentKindIds, dutyIds, memberRoleIds, organizationTypeIds } from '../vocabulary.ts'
import { industryIds } from './industries.ts'
import { declarableRelations } from './standing.ts'

/** 单位基本信息 as the form sends it. */
export const organizationFields = {
  uscc: text({ max: 60 }),
  /** 证照上就是这样: the code does not conform, and is printed so. */
  usccAsPrinted: checkbox,
  usccNote: optional(text({ min: 4, max: 300 })),
  name: text({ min: 2, max: 120 }),
  type: choice(organizationTypeIds),
  industry: choice(industryIds),
  district: optional(choice(districtCodes)),
  region: optional(text({ min: 2, max: 80 })),
  legalRepresentative: text({ min: 2, max: 60 }),
}

type Typed = z.infer<z.ZodObject<typeof organizationFields>>

/** 代码与所在地: what one field cannot judge alone. */
export function checkOrganization({ value, issues }: { value: Typed; issues: z.core.$ZodRawIssue[] }): void {
  const at = (path: string, message: string) =>
    issues.push({ code: 'custom', message, input: value, path: [path] })
  const fault = usccFault(value)
  if (fault) at(fault.path ?? 'uscc', messageOf(fault))
  if (!value.district && !value.region) at('district', 'organization.placeMissing')
}

const messageOf = ({ reason, detail = {} }: Refused) =>
  [reason, ...Object.entries(detail).map(([name, fact]) => `${name}=${fact}`)].join('|')

/**
 * 人工通道: a typing error is refused with what is wrong; a code of the right length that is printed so on the
 * licence passes with an explanation, and an officer looks at it (real codes that do not conform exist).
 */
function usccFault({ uscc, usccAsPrinted, usccNote }: Typed): Refused | null {
  const checked = checkUscc(uscc)
  if (checked.ok) return null
  const printable = /^[0-9A-Z]{18}$/.test(normalizedUscc(uscc))
  if (!usccAsPrinted || !printable) return { ...checked, path: 'uscc' }
  return usccNote ? null : { ok: false, reason: 'organization.usccNoteMissing', path: 'usccNote' }
}

/** The columns of what was typed: one normal form of the code, and either a district or a region outside. */
export function columnsOfOrganization(typed: Typed) {
  const { uscc, usccAsPrinted: _printed, usccNote, district, region, ...rest } = typed
  const checked = checkUscc(uscc)
  return {
    ...rest,
    uscc: normalizedUscc(uscc),
    usccNote: checked.ok ? null : (usccNote ?? null),
    district: district ?? null,
    region: district ? null : (region ?? null),
  }
}

/** 证照. Until when it holds is left blank when it holds without end. */
export const documentFields = {
  kind: choice(documentKindIds),
  number: text({ min: 2, max: 60 }),
  issuer: text({ min: 2, max: 80 }),
  validUntil: optional(calendarDay()),
}

/** 关联单位, named by its code. */
export const relationFields = {
  uscc: text({ max: 60 }),
  kind: choice(declarableRelations),
}

/** 部门 and what its people do of the chain. */
export const departmentFields = {
  name: text({ min: 2, max: 40 }),
  duties: listOf(choice(dutyIds), { min: 1, max: dutyIds.length }),
}

/** A place in the organisation: a role, and a department where the person has one. */
export const placeFields = {
  role: choice(memberRoleIds),
  departmentId: optional(id.department),
}

export const emailField = text({ max: 254 }).pipe(z.email({ error: 'field.email' }))
