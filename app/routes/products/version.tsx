import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { compareVersions } from '#services/products/versions.ts'
import { Button } from '#ui/primitives/button.tsx'
import { speakChanges } from '#ui/products/speak.ts'
import { VersionChanges } from '#ui/products/version-changes.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { shown, name }) => t('product.diff.titleOf', { name, n: shown.version }),
}

export async function loader(args: LoaderFunctionArgs) {
  const against = new URL(args.request.url).searchParams.get('against') ?? undefined
  const { productId: id, version } = args.params
  return respond(args, async ctx => {
    const { shown, against: other, ...rest } = await compareVersions(ctx, { id, version, against })
    const { content, ...line } = shown
    return {
      ...rest,
      shown: line,
      against: other && { version: other.version, publishedAt: other.publishedAt },
      changes: other && speakChanges(speakTo(args.request), other.content, content),
    }
  })
}

export default function ProductVersion() {
  const t = useT()
  const { id, number, name, shown, against, versions, changes } = useLoaderData<typeof loader>()
  const named = (version: number) => t('product.version.n', { n: version })
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('product.list.title'), href: paths.products() },
          { label: number ?? name, href: paths.product(id) },
          { label: t('product.diff.title') },
        ]}
      />
      <PageHead
        title={t('product.diff.title')}
        facts={
          <>
            <span>{name}</span>
            {[against, shown].map(
              line =>
                line && (
                  <Link key={line.version} href={paths.product(id, { version: line.version })}>
                    {line.publishedAt
                      ? t('product.diff.published', {
                          n: line.version,
                          time: t.date(line.publishedAt),
                        })
                      : t('product.diff.unpublished', { n: line.version })}
                  </Link>
                ),
            )}
          </>
        }
      />
      {versions.length > 1 && (
        <form
          className="filters"
          method="get"
          action={paths.productVersion(id, shown.version)}
          aria-label={t('product.diff.choose')}
        >
          <label className="filters__one">
            <span>{t('product.diff.with')}</span>
            <select
              className="select"
              name="against"
              defaultValue={against?.version}
              key={`${shown.version}-${against?.version}`}
            >
              {versions
                .filter(({ version }) => version !== shown.version)
                .map(({ version }) => (
                  <option key={version} value={version}>
                    {named(version)}
                  </option>
                ))}
            </select>
          </label>
          <Button type="submit" look="line" size="sm">
            {t('product.diff.compare')}
          </Button>
        </form>
      )}
      {against && changes ? (
        <VersionChanges changes={changes} old={named(against.version)} now={named(shown.version)} />
      ) : (
        <p className="mt4">{t('product.diff.only')}</p>
      )}
    </Wrap>
  )
}
