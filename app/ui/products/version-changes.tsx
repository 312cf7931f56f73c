import { type Column, DataTable } from '../primitives/data-table.tsx'
import { GradeTag } from '../primitives/tags.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { SpokenChanges, SpokenSpec, SpokenSpecChange, SpokenWordChange } from './spoken.ts'

/** What one version says otherwise than another: the typed facts first, then everything else. */
export function VersionChanges({ changes, old, now }: { changes: SpokenChanges; old: string; now: string }) {
  const t = useT()
  const { specs, words } = changes
  return (
    <>
      <Section title={t('product.diff.specs')} note={t('product.diff.specsNote', { n: specs.length })}>
        {specs.length === 0 ? (
          <p className="t14 ink2">{t('product.diff.sameSpecs')}</p>
        ) : (
          <div className="specs versions">
            <DataTable
              caption={t('product.diff.specs')}
              columns={specColumns(t, old, now)}
              rows={specs}
              rowKey={row => row.key}
            />
          </div>
        )}
      </Section>
      <Section title={t('product.diff.words')}>
        {words.length === 0 ? (
          <p className="t14 ink2">{t('product.diff.sameWords')}</p>
        ) : (
          <div className="versions">
            <DataTable
              caption={t('product.diff.words')}
              columns={wordColumns(t, old, now)}
              rows={words}
              rowKey={row => row.key}
            />
          </div>
        )}
      </Section>
    </>
  )
}

type Say = ReturnType<typeof useT>

function specColumns(t: Say, old: string, now: string): Column<SpokenSpecChange>[] {
  return [
    { key: 'name', head: t('product.spec.name'), header: true, cell: row => row.name },
    { key: 'kind', head: t('product.diff.kind'), cell: row => t(`product.diff.${row.kind}`) },
    {
      key: 'before',
      head: old,
      label: old,
      full: true,
      cell: row => <Side spec={row.before} mark="del" row={row} />,
    },
    {
      key: 'after',
      head: now,
      label: now,
      full: true,
      cell: row => <Side spec={row.after} mark="ins" row={row} />,
    },
    {
      key: 'grade',
      head: t('product.diff.evidence'),
      cell: row => row.grade && t(`product.diff.${row.grade}`),
    },
  ]
}

/** 未披露 where a side states nothing; a value that is the same on both sides is not marked. */
function Side({
  spec,
  mark: Mark,
  row,
}: {
  spec: SpokenSpec | null
  mark: 'del' | 'ins'
  row: SpokenSpecChange
}) {
  const t = useT()
  if (!spec) return <span className="unsaid">{t('common.undisclosed')}</span>
  const alike = row.before?.text === row.after?.text
  return (
    <>
      <span className="diff num">{alike ? spec.text : <Mark>{spec.text}</Mark>}</span>{' '}
      <GradeTag grade={spec.grade} />
      {spec.proof && <small className="specs__note">{spec.proof}</small>}
    </>
  )
}

function wordColumns(t: Say, old: string, now: string): Column<SpokenWordChange>[] {
  const side = (text: string | null, Mark: 'del' | 'ins') =>
    text === null ? (
      <span className="unsaid">{t('product.diff.nothing')}</span>
    ) : (
      <span className="diff lines">
        <Mark>{text}</Mark>
      </span>
    )
  return [
    { key: 'name', head: t('product.diff.field'), header: true, cell: row => row.label },
    { key: 'before', head: old, label: old, full: true, cell: row => side(row.before, 'del') },
    { key: 'after', head: now, label: now, full: true, cell: row => side(row.after, 'ins') },
  ]
}
