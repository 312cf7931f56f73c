import { v7 } from 'uuid'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { askFirm } from '#services/inquiries/ask.ts'
import { answerIntroduction } from '#services/introductions/answer.ts'
import { loadIntroduction } from '#services/introductions/load.ts'
import { sendIntroduction } from '#services/introductions/send.ts'
import type { Stage } from './stories.ts'

/** An invitation that was welcomed, an offer that waits for the factory, and a fact it asks the same firm about. */
export async function seedTalks(
  stage: Stage,
  {
    wards,
    inspection,
    courier,
    patrol,
  }: { wards: ScenarioId; inspection: ScenarioId; courier: ProductId; patrol: ProductId },
): Promise<void> {
  const { hospital, firm, factory, works } = stage.cast
  const { id } = await sendIntroduction(stage.at(6, hospital), {
    direction: 'invite',
    scenarioId: wards,
    productId: courier,
    message: '贵单位产品页写明可对接继电器式梯控，想请您看看我院外科楼的配送场景，欢迎现场勘察。',
    formKey: v7(),
  })
  const { introduction } = await loadIntroduction(stage.at(4, firm), id)
  await answerIntroduction(stage.at(4, firm), {
    id,
    rev: introduction.rev,
    answer: 'welcomed',
    note: '会安排工程师先看公开的现场资料。',
    formKey: v7(),
  })
  await sendIntroduction(stage.at(3, works), {
    direction: 'offer',
    scenarioId: inspection,
    productId: patrol,
    message: '四足巡检机器人可过 160 mm 门槛、上 30° 坡，夜间可独立巡检，愿意到厂区试走一圈。',
    formKey: v7(),
  })
  await askFirm(stage.at(2, factory), {
    scenarioId: inspection,
    productId: patrol,
    criteria: ['temperatureC'],
  })
}
