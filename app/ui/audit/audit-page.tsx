import { paths } from '#paths'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import { AuditSearch } from './audit-search.tsx'
import { deedWords } from './content-words.ts'
import { objectWords, pageOf } from './links.ts'
import type { AuditPageView, AuditRowView } from './view.ts'

/** 审计日志: who did what to what, when and why, the newest first. */
export function AuditPage(page: AuditPageView) {
  const t = useT()
  const { rows, next, query, chain, late } = page
  const { before: _, ...asked } = query
  return (
    <Wrap wide>
      <PageHead
        title={t('audit.title')}
        facts={
          <>
            <span>{t('audit.lead')}</span>
            <span className="num">{t('audit.head', { seq: chain.seq })}</span>
            <span className="num">
              {chain.sealedSeq !== null && chain.sealedAt !== null
                ? t('audit.sealed', { seq: chain.sealedSeq, at: chain.sealedAt.toISOString() })
                : t('audit.notSealed')}
            </span>
          </>
        }
      />
      <AuditSearch query={query} kinds={page.kinds} />
      {rows.length === 0 ? (
        <EmptyState title={t('audit.none')}>{t('audit.noneText')}</EmptyState>
      ) : (
        <Rows rows={rows} />
      )}
      <Actions className="mt4">
        {next !== null && (
          <ButtonLink look="line" size="sm" rel="next" href={paths.audit({ ...asked, before: next })}>
            {t('audit.older')}
          </ButtonLink>
        )}
        {query.before !== undefined && (
          <ButtonLink look="quiet" size="sm" href={paths.audit(asked)}>
            {t('audit.newest')}
          </ButtonLink>
        )}
      </Actions>
      {late && (
        <Section title={t('audit.late')} note={t('audit.lateNote')}>
          {late.length === 0 && <p className="ink3">{t('audit.lateNone')}</p>}
          <ul className="audit__late">
            {late.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Section>
      )}
    </Wrap>
  )
}

function Rows({ rows }: { rows: readonly AuditRowView[] }) {
  const t = useT()
  const columns: Column<AuditRowView>[] = [
    {
      key: 'what',
      head: t('audit.what'),
      header: true,
      full: true,
      cell: row => (
        <>
          <Link href={paths.auditRow(row.seq)}>{deedWords(t, row.noun, row.deed)}</Link>
          {row.reason && <small className="audit__why">{row.reason}</small>}
        </>
      ),
    },
    { key: 'about', head: t('audit.about'), full: true, cell: row => <About row={row} /> },
    { key: 'by', head: t('audit.by'), label: t('audit.by'), cell: row => row.by },
    {
      key: 'at',
      head: t('audit.at'),
      cell: row => (
        <time className="audit__at" dateTime={row.at.toISOString()}>
          {t.dateTime(row.at)}
        </time>
      ),
    },
    {
      key: 'seq',
      head: t('audit.seq'),
      label: t('audit.seq'),
      cell: row => (
        <span className="audit__at">
          {row.seq}
          <small className="audit__mark" title={row.hash}>
            {row.hash.slice(0, 10)}
          </small>
        </span>
      ),
    },
  ]
  return (
    <div className="audit__rows">
      <DataTable
        caption={t('audit.rows')}
        columns={columns}
        rows={rows}
        rowKey={row => String(row.seq)}
        tight
      />
    </div>
  )
}

function About({ row }: { row: AuditRowView }) {
  const t = useT()
  const href = pageOf(row.noun, row.objectId)
  const words = objectWords(t, row)
  return (
    <>
      <span className="ink3">{t.maybe(`audit.noun.${row.noun}`) ?? row.noun}</span>{' '}
      {href ? <Link href={href}>{words}</Link> : words}
      {row.ruleVersion && (
        <small className="audit__mark">{t('audit.rule', { version: row.ruleVersion })}</small>
      )}
    </>
  )
}
