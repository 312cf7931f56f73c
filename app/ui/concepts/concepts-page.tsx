import './concepts.css'
import { paths } from '#paths'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Pager } from '../primitives/pager.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { OtherNames } from './names.tsx'
import { IndexProgress } from './progress.tsx'
import type { Concept, ConceptsView } from './view.ts'

/** 概念表: everybody reads it, officers propose from it. */
export function ConceptsPage({ view }: { view: ConceptsView }) {
  const t = useT()
  const { query, concepts, found, all, version, publishedAt, progress, pageSize, mayPropose, waiting } = view
  return (
    <Wrap>
      <Crumbs items={[{ label: t('concept.title') }]} />
      <PageHead
        title={t('concept.title')}
        facts={
          <>
            <span>{t('concept.facts.count', { n: all })}</span>
            <span>{t('concept.facts.version', { version })}</span>
            <span>
              {publishedAt
                ? t('concept.facts.since', { day: t.dateTime(publishedAt).slice(0, 10) })
                : t('concept.facts.builtIn')}
            </span>
          </>
        }
      />
      <p className="prose ink2">{t('concept.lead')}</p>
      {progress && (
        <div className="mt3">
          <IndexProgress progress={progress} version={version} />
        </div>
      )}
      {waiting !== null && (
        <p className="mt4 conceptrow">
          {mayPropose && (
            <ButtonLink size="sm" href={paths.conceptNew({ kind: 'add' })}>
              {t('concept.act.propose')}
            </ButtonLink>
          )}
          <ButtonLink size="sm" look="line" href={paths.conceptProposals()}>
            {t('concept.act.proposals')}
          </ButtonLink>
          {waiting > 0 && <span className="t14">{t('concept.act.waiting', { n: waiting })}</span>}
        </p>
      )}
      <Find q={query.q} />
      {query.q !== '' && found > 0 && (
        <p className="t14 ink2">
          {t('concept.found', { q: query.q, n: found })}{' '}
          <Link href={paths.concepts()}>{t('concept.all')}</Link>
        </p>
      )}
      {concepts.length === 0 ? (
        <EmptyState
          title={t('concept.none', { q: query.q })}
          actions={<ButtonLink href={paths.concepts()}>{t('concept.all')}</ButtonLink>}
        >
          {t('concept.noneText')}
        </EmptyState>
      ) : (
        <Table concepts={concepts} mayPropose={mayPropose} />
      )}
      <Pager
        page={query.page}
        pageSize={pageSize}
        total={found}
        href={page => paths.concepts({ q: query.q || undefined, page })}
      />
    </Wrap>
  )
}

function Find({ q }: { q: string }) {
  const t = useT()
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known everywhere
    <form className="conceptrow mt4" role="search" method="get" action={paths.concepts()}>
      <label className="vh" htmlFor="concept-q">
        {t('concept.find')}
      </label>
      <input
        className="input"
        id="concept-q"
        name="q"
        type="search"
        maxLength={60}
        defaultValue={q}
        placeholder={t('concept.find')}
      />
      <Button type="submit" look="line">
        {t('concept.go')}
      </Button>
    </form>
  )
}

function Table({ concepts, mayPropose }: { concepts: readonly Concept[]; mayPropose: boolean }) {
  const t = useT()
  const columns: Column<Concept>[] = [
    {
      key: 'concept',
      head: t('concept.column.concept'),
      header: true,
      full: true,
      cell: ({ zh, en }) => (
        <>
          {zh} {en && <span className="ink3">{en}</span>}
        </>
      ),
    },
    {
      key: 'names',
      head: t('concept.column.names'),
      label: t('concept.column.names'),
      full: true,
      cell: concept => (
        <>
          <OtherNames concept={concept} />
          {concept.note && <p className="t13 ink3">{concept.note}</p>}
        </>
      ),
    },
    {
      key: 'act',
      head: <span className="vh">{t('concept.search')}</span>,
      full: true,
      cell: ({ id, zh }) => (
        <span className="conceptacts t13">
          <Link href={paths.search({ q: zh })}>{t('concept.search')}</Link>
          {mayPropose && (
            <Link href={paths.conceptNew({ kind: 'addName', concept: id })}>{t('concept.act.addName')}</Link>
          )}
          {mayPropose && (
            <Link href={paths.conceptNew({ kind: 'rename', concept: id })}>{t('concept.act.edit')}</Link>
          )}
        </span>
      ),
    },
  ]
  return (
    <div className="mt4">
      <DataTable
        caption={t('concept.list')}
        columns={columns}
        rows={concepts}
        rowKey={concept => concept.id}
      />
    </div>
  )
}
