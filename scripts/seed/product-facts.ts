import { v7 } from 'uuid'
import { Certificate } from '#domain/products/certificates.ts'
import { Deployment } from '#domain/products/deployments.ts'
import type { Person } from '#domain/shared/actor.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { digest } from '#services/digest.ts'
import { addCertificate } from '#services/products/certificates.ts'
import { productContent } from '#services/products/content.ts'
import { addDeployment } from '#services/products/deployments.ts'
import { loadProduct } from '#services/products/load.ts'
import { measuredMetrics } from '#services/products/proof.ts'
import { publishProduct } from '#services/products/review.ts'
import { reviseProduct } from '#services/products/revise.ts'
import { EditAndSubmit, editAndSubmitProduct } from '#services/products/submit.ts'
import { products } from './content.ts'
import type { Stage } from './stories.ts'

interface Owned {
  firm: Person
  id: ProductId
}

/** 示例: facts that accepted pilots have proven, certificates in each state, and deployments as firms declare them. */
export async function seedProductFacts(
  stage: Stage,
  { washer, courier }: { washer: Owned; courier: Owned },
): Promise<void> {
  await measuredVersion(stage, washer)
  const today = dayOf(stage.moment(0))
  const own = stage.at(30, courier.firm)
  for (const certificate of [
    { kind: 'cr', number: 'CR-SL-2025-0031', scope: 'YXD-Y3', until: 400 },
    { kind: 'srrc', number: 'SL2024-11872', scope: '2.4 GHz、5.8 GHz 无线模块', until: 45 },
    { kind: 'gbt38124', number: 'SL-2023-204', scope: '移动机器人性能', until: -20 },
  ]) {
    const { until, ...rest } = certificate
    const validUntil = addDays(today, until)
    await addCertificate(own, {
      ...Certificate.parse({
        ...rest,
        issuer: '示例认证中心',
        issuedOn: addDays(validUntil, -1095),
        validUntil,
      }),
      ...{ id: courier.id, formKey: v7() },
    })
  }
  for (const deployment of [
    { place: '某三级医院', isAnonymous: true, units: 4, inUse: 'yes', since: 520 },
    { place: '某康复医院', isAnonymous: true, inUse: 'unknown', since: 700 },
  ])
    await addDeployment(own, {
      ...Deployment.parse({
        ...deployment,
        region: '北京市',
        since: addDays(today, -deployment.since),
        task: '药品与标本配送',
      }),
      ...{ id: courier.id, formKey: v7() },
    })
}

/** 第 2 版: what the pilot measured takes the place of what was not stated. */
async function measuredVersion(stage: Stage, { firm, id }: Owned): Promise<void> {
  const own = stage.at(40, firm)
  const form = async () => {
    const { product, version } = await loadProduct(own, id)
    return { id, rev: product.rev, hash: digest(productContent(version)), formKey: v7() }
  }
  await reviseProduct(own, await form())
  const metric = '每次用时'
  const proof = (await measuredMetrics(own, id)).find(each => each.metric === metric)
  const specs = {
    ...products.washer.specs,
    passageWidthMm: { value: '800', grade: 'C' },
    ...(proof && { cycleTimeSeconds: { value: '552', grade: 'A', ...proof } }),
  }
  const content = EditAndSubmit.parse({ ...products.washer, trl: '8', specs, ...(await form()) })
  await editAndSubmitProduct(own, content)
  await publishProduct(stage.at(39, stage.cast.handler), await form())
}
