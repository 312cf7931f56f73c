import { v7 } from 'uuid'
import { builtInWeights } from '#domain/matching/weights.ts'
import { contentOf } from '#domain/weights/content.ts'
import { typedWeights } from '#domain/weights/form.ts'
import { proposeWeights } from '#services/weights/propose.ts'
import type { Stage } from './stories.ts'

/** The weights that the platform began with are in force; one proposal waits for the approver. */
export async function seedWeights(stage: Stage): Promise<void> {
  const { demand, supply, unknownDiscount } = contentOf(builtInWeights)
  const other = {
    demand: { ...demand, task: 0.22, specs: 0.2, text: 0.1 },
    supply: { ...supply, budget: 0.25, timeline: 0.15 },
    unknownDiscount,
  }
  await proposeWeights(stage.at(1, stage.cast.handler), {
    ...typedWeights(other),
    formKey: v7(),
    basedOn: String(builtInWeights.version),
    grounds:
      '应用方座谈时多次反映：任务相同的产品，最后是看技术参数够不够；企业则更在意交付时间来不来得及。建议技术参数加 4 个百分点，从任务和文本相近里各减 2 个；供给侧的交付周期加 5 个百分点，从预算与价格里减。',
  })
}
