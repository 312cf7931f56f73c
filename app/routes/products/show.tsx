import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { questionsOn } from '#services/inquiries/on-product.ts'
import { newFormKey } from '#services/new-id.ts'
import { showProduct } from '#services/products/show.ts'
import { AttachmentPanel } from '#ui/files/file-list.tsx'
import { FirmName } from '#ui/firms/firm-name.tsx'
import { speakAsked, speakProductLists } from '#ui/introductions/speak.ts'
import { AskedNote, TalkNote } from '#ui/introductions/talk-note.tsx'
import { DomainTag, SourceTag, Tag } from '#ui/primitives/tags.tsx'
import { ProductActions } from '#ui/products/product-actions.tsx'
import { ProductBody } from '#ui/products/product-body.tsx'
import { ProductNotes } from '#ui/products/product-notes.tsx'
import { ProductRecords } from '#ui/products/product-records.tsx'
import { ReportNote } from '#ui/products/report-note.tsx'
import { speakProduct } from '#ui/products/speak.ts'
import { ProductStateLine } from '#ui/products/state-answers.tsx'
import { ProductProcess, VersionList } from '#ui/products/version-list.tsx'
import { stageText } from '#ui/products/words.ts'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import { PageSplit } from '#ui/shell/page-split.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { PartOf } from '#ui/solutions/part-of.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { view }) => view.content.name ?? t('product.mine.untitled'),
}

const Version = z.coerce.number().int().min(1).optional().catch(undefined)

export async function loader(args: LoaderFunctionArgs) {
  const version = Version.parse(new URL(args.request.url).searchParams.get('version') ?? undefined)
  return respond(args, async ctx => {
    const view = await showProduct(ctx, { id: args.params.productId, version })
    const t = speakTo(args.request)
    // Its own firm is told what scenarios ask of it.
    const asked = view.reader === 'member' ? speakAsked(t, await questionsOn(ctx, view.id)) : null
    const lists = view.reader === 'public' ? null : speakProductLists(t, view.id)
    return { view: speakProduct(t, view), asked, lists, formKey: newFormKey() }
  })
}

export default function ShowProduct() {
  const t = useT()
  const { view, asked, lists, formKey } = useLoaderData<typeof loader>()
  const { content, source, organization, number } = view
  const { category, maturity } = content
  const [domain] = content.domains
  const name = content.name ?? t('product.mine.untitled')
  const kind = view.kindName
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('product.list.title'), href: paths.products() },
          ...(kind ? [{ label: kind, href: paths.products({ category }) }] : []),
          { label: number ?? name },
        ]}
      />
      <PageHead
        over={domain && <DomainTag domain={domain} />}
        title={name}
        facts={
          <>
            <FirmName firm={organization.firm} name={organization.name} />
            {content.model && <span>{content.model}</span>}
            {kind && <span>{kind}</span>}
            <SourceTag source={source} />
            {source === 'report' && view.sourceUrl && (
              <a href={view.sourceUrl} rel="noopener noreferrer nofollow">
                {t('common.source')}
              </a>
            )}
            {maturity && <Tag>{stageText(t, maturity, content.trl)}</Tag>}
          </>
        }
      />
      <ProductStateLine view={view} />
      <PageSplit
        label={t('common.state.can')}
        first={
          <>
            <ProductActions view={view} formKey={formKey} />
            {lists && <TalkNote note={lists} />}
          </>
        }
        rest={
          source === 'report' ? (
            <ReportNote sourceUrl={view.sourceUrl} />
          ) : (
            <>
              <PartOf solutions={view.partOf} />
              <VersionList view={view} />
              <ProductProcess view={view} />
            </>
          )
        }
      >
        <ProductNotes view={view} />
        {asked && <AskedNote title={asked.title} lines={asked.lines} />}
        <ProductBody view={view} />
        <ProductRecords view={view} />
        <AttachmentPanel of={{ noun: 'product', id: view.id }} files={view.files} manage={view.can.edit.ok} />
      </PageSplit>
    </Wrap>
  )
}
