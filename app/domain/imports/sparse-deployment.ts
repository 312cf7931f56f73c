import { z } from 'zod'
import { Id, Prose } from '../matching/sparse-read.ts'
import type { DeploymentRow } from '../products/deployments.ts'
import { deploymentStageIds } from '../products/vocabulary.ts'
import { clip } from './judge.ts'

/** A page on which something was read. */
const Source = z.object({ url: Prose, kind: Prose })

/**
 * A reported use of a robot: which product, in which case, read where. `product_id` is null where the source names the
 * firm alone. The case is a record of its own, beside these in the same file or not at hand.
 */
export const SparseDeployment = z.object({
  id: Id,
  scenario_id: Prose,
  product_id: Prose,
  status: Prose,
  evidence: Prose,
  source: z.array(Source).catch([]),
})
export type SparseDeployment = z.output<typeof SparseDeployment>

/** Who uses it and where, by the id of the case. */
export type Places = ReadonlyMap<string, { place?: string; region?: string }>

const Case = z.object({ id: z.string(), user_org: Prose, region: Prose })

/** The users named by the cases that stand in the same file; a file without them leaves who it was open. */
export function placesIn(json: unknown): Places {
  const beside = typeof json === 'object' && json !== null && 'scenarios' in json ? json.scenarios : []
  const cases = (Array.isArray(beside) ? beside : []).flatMap(each => Case.safeParse(each).data ?? [])
  return new Map(
    cases.map(({ id, user_org, region }) => [
      id,
      { ...(user_org && { place: clip(user_org, 120) }), ...(region && { region: clip(region, 60) }) },
    ]),
  )
}

/** It says what was read and nothing more: no day, no number of units, and not whether it is in use today. */
export function sparseDeploymentContent(sparse: SparseDeployment, places: Places): Partial<DeploymentRow> {
  const [first, ...others] = sparse.source.flatMap(({ url, kind }) =>
    url ? [{ url: url.trim(), kind: kind?.trim() ?? '' }] : [],
  )
  const also = others.map(({ url, kind }) => (kind === '' ? url : `${url} (${kind})`))
  const note = [...(first?.kind ? [first.kind] : []), ...also].join('; ')
  return {
    ...places.get(sparse.scenario_id ?? ''),
    ...(sparse.product_id && { product: sparse.product_id }),
    ...(sparse.evidence && { task: clip(sparse.evidence, 200) }),
    stage: deploymentStageIds.find(each => each === sparse.status),
    evidenceUrl: first?.url,
    ...(note !== '' && { evidenceNote: clip(note, 1000) }),
    inUse: 'unknown',
  }
}
