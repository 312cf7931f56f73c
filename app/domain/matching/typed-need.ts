import { z } from 'zod'
import { RequirementDraft } from '../ontology/requirement.ts'
import { taskIds } from '../ontology/tasks.ts'
import { choice, listOf } from '../shared/fields.ts'

/**
 * The fields of a scenario's form that decide what fits, while they are being typed: a task or a requirement that
 * cannot be read (yet) is left out instead of refusing the rest.
 */
export const TypedNeed = z
  .object({
    tasks: listOf(choice(taskIds).nullable().catch(null), { max: 20 }),
    requirements: listOf(RequirementDraft.nullable().catch(null), { max: 60 }),
  })
  .transform(({ tasks, requirements }) => ({
    tasks: tasks.filter(each => each !== null),
    requirements: requirements.filter(each => each !== null),
  }))
export type TypedNeed = z.infer<typeof TypedNeed>
