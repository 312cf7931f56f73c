import { z } from 'zod'
import { insertCertificate, isOwnFile, removeCertificateRow } from '#db/queries/product-records.ts'
import { Certificate } from '#domain/products/certificates.ts'
import { canRecordProduct } from '#domain/products/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'
import { factsOf, loadProduct } from './load.ts'

export const AddCertificate = Certificate.safeExtend({ id: id.product, formKey })
export type AddCertificate = z.infer<typeof AddCertificate>

/** 登记产品证书: the form's key becomes its id. A renewal is one more row; nothing that was recorded changes. */
export async function addCertificate(ctx: Context, input: AddCertificate): Promise<void> {
  const { id: productId, formKey: key, ...certificate } = AddCertificate.parse(input)
  const { product } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  permit(canRecordProduct(ctx.actor, factsOf(product)))
  if (certificate.issuedOn > dayOf(ctx.now))
    throw new Refusal('invalid', 'product.certificateAhead', { path: 'issuedOn' })
  const { attachmentId } = certificate
  if (attachmentId && !(await isOwnFile(ctx.db, attachmentId, productId)))
    throw new Refusal('invalid', 'product.fileForeign', { path: 'attachmentId' })
  await inTransaction(ctx, async tx => {
    const kept = { id: key, productId, addedBy: accountIdOf(ctx.actor), addedAt: ctx.now }
    if (!(await insertCertificate(tx, { ...certificate, ...kept }))) return
    const step = { noun: 'product', id: productId, from: product.status, to: product.status }
    await record(tx, ctx, { ...step, deed: 'addCertificate', formKey: key, after: certificate })
  })
}

export const RemoveCertificate = z.object({ id: id.product, recordId: formKey, formKey })
export type RemoveCertificate = z.infer<typeof RemoveCertificate>

/** 移除证书: gone from the page; the row and the history keep that it was there. */
export async function removeCertificate(ctx: Context, input: RemoveCertificate): Promise<void> {
  const { id: productId, recordId, formKey: key } = RemoveCertificate.parse(input)
  const { product } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  permit(canRecordProduct(ctx.actor, factsOf(product)))
  await inTransaction(ctx, async tx => {
    const removal = { removedAt: ctx.now, removedBy: accountIdOf(ctx.actor) }
    const row = await removeCertificateRow(tx, { id: recordId, productId }, removal)
    if (!row) {
      if (await alreadyDone(tx, productId, key)) return
      throw new Refusal('conflict', 'product.certificateGone')
    }
    const step = { noun: 'product', id: productId, from: product.status, to: product.status }
    const { kind, number } = row
    await record(tx, ctx, { ...step, deed: 'removeCertificate', formKey: key, before: { kind, number } })
  })
}
