import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { DraftAndSubmitProduct, DraftProduct, draftProduct } from '#services/products/draft.ts'
import { newProductSheet } from '#services/products/form.ts'
import { submitProduct } from '#services/products/submit.ts'
import { ProductForm } from '#ui/products/product-form.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.form.new') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => newProductSheet(ctx))
}

export async function action(args: ActionFunctionArgs) {
  const submits = (await args.request.clone().formData()).get('intent') === 'submit'
  if (!submits) {
    return submitted(args, DraftProduct, async (value, ctx) => {
      const { id } = await draftProduct(ctx, value)
      return redirectWithToast(args.context, paths.product(id), { key: 'product.toast.saved' })
    })
  }
  return submitted(args, DraftAndSubmitProduct, async ({ submitKey, ...value }, ctx) => {
    const { id } = await draftProduct(ctx, value)
    await submitProduct(ctx, { id, rev: 0, formKey: submitKey })
    return redirectWithToast(args.context, paths.product(id), { key: 'product.toast.submitted' })
  })
}

export default function NewProduct() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Wrap>
      <Crumbs
        items={[{ label: t('product.list.title'), href: paths.products() }, { label: t('product.form.new') }]}
      />
      <PageHead title={t('product.form.new')} facts={<span>{sheet.organization}</span>} />
      <p className="prose ink2 t14 prodform__lead">{t('product.form.lead')}</p>
      <ProductForm sheet={sheet} answer={answer} />
    </Wrap>
  )
}
