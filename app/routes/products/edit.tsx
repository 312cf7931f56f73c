import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { EditProduct, editProduct } from '#services/products/edit.ts'
import { productSheet } from '#services/products/form.ts'
import { EditAndSubmit, editAndSubmitProduct } from '#services/products/submit.ts'
import { ProductForm } from '#ui/products/product-form.tsx'
import { ReturnNotes } from '#ui/review/return-notes.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.form.edit') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => productSheet(ctx, args.params.productId))
}

export async function action(args: ActionFunctionArgs) {
  const done = (id: string, key: string) => redirectWithToast(args.context, paths.product(id), { key })
  const intent = (await args.request.clone().formData()).get('intent')
  if (intent !== 'submit')
    return submitted(args, EditProduct, async (form, ctx) =>
      done((await editProduct(ctx, form)).id, 'product.toast.saved'),
    )
  return submitted(args, EditAndSubmit, async (form, ctx) =>
    done((await editAndSubmitProduct(ctx, form)).id, 'product.toast.submitted'),
  )
}

export default function EditProductPage() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { draft } = sheet
  if (!draft) return null
  const revising = draft.version > 1
  const title = revising ? t('product.form.revise', { n: draft.version }) : t('product.form.edit')
  const name = draft.name === '' ? t('product.mine.untitled') : draft.name
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('product.list.title'), href: paths.products() },
          { label: draft.number ?? name, href: paths.product(draft.id) },
          { label: title },
        ]}
      />
      <PageHead
        title={title}
        facts={
          <>
            <span>{name}</span>
            <span>{sheet.organization}</span>
            <Link href={paths.filesOf('product', draft.id)}>{t('file.manage')}</Link>
            {draft.hasPublishedVersion && <span>{t('product.whereNote.revision')}</span>}
          </>
        }
      />
      {draft.returned && <ReturnNotes {...draft.returned} hrefOf={field => `#product-${field}`} />}
      <p className="prose ink2 t14 prodform__lead">{t('product.form.lead')}</p>
      <ProductForm sheet={sheet} answer={answer} />
    </Wrap>
  )
}
