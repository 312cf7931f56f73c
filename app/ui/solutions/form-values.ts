import type { useForm } from '@conform-to/react'
import type { SolutionDraft } from '#domain/solutions/solution.ts'

type PartFields = { number: string; quantity: string; role: string }
type SoftwareFields = {
  kind: string
  name: string
  provider: string
  interfaces: string
  deployment: string
  residency: string
}

/** The form as text, which is what controls hold. */
export type SolutionFields = {
  name: string
  summary: string
  domains: string[]
  tasks: string[]
  parts: PartFields[]
  software: SoftwareFields[]
  survey: string
  integration: string
  training: string
  maintenance: string
  responseHours: string
  priceFromFen: string
  priceToFen: string
  deliveryWeeks: string
  regions: string
}

/** What reached the browser's side of the form: text under names, judged by nobody yet. */
export type Typed = Record<string, unknown>
export type FormFields = ReturnType<typeof useForm<SolutionFields, Typed>>[1]

/** What the form shows first: a version as it was saved, or a blank sheet with a row of each kind. */
export function formValues(content: SolutionDraft | undefined): Record<string, unknown> {
  if (!content) return { parts: [{}], software: [{}] }
  const { parts, software, priceFromFen, priceToFen, responseHours, deliveryWeeks, ...words } = content
  return {
    ...words,
    parts: parts.length > 0 ? parts.map(each => ({ ...each, quantity: textOf(each.quantity) })) : [{}],
    software: software.length > 0 ? software : [{}],
    responseHours: textOf(responseHours),
    deliveryWeeks: textOf(deliveryWeeks),
    priceFromFen: wanText(priceFromFen),
    priceToFen: wanText(priceToFen),
  }
}

const textOf = (value: number | undefined) => (value === undefined ? undefined : String(value))

/** Typed in 万元: six digits of the fen lie behind the point. */
const wanText = (fen: number | undefined) => (fen === undefined ? undefined : String(fen / 1_000_000))
