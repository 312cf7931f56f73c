import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { DraftProduct, draftProduct } from '#services/products/draft.ts'
import { newProductSheet } from '#services/products/form.ts'
import { DraftAndSubmit, draftAndSubmitProduct } from '#services/products/submit.ts'
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
  const done = (id: string, key: string) => redirectWithToast(args.context, paths.product(id), { key })
  const intent = (await args.request.clone().formData()).get('intent')
  if (intent !== 'submit')
    return submitted(args, DraftProduct, async (form, ctx) =>
      done((await draftProduct(ctx, form)).id, 'product.toast.saved'),
    )
  return submitted(args, DraftAndSubmit, async (form, ctx) =>
    done((await draftAndSubmitProduct(ctx, form)).id, 'product.toast.submitted'),
  )
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
