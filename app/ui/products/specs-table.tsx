import { type CriterionId, criterionOf, isSet } from '#domain/ontology/criteria.ts'
import type { Spec } from '#domain/ontology/requirement.ts'
import { writeValue } from '#domain/ontology/values.ts'
import { type Column, DataTable, Figure } from '../primitives/data-table.tsx'
import { GradeTag } from '../primitives/tags.tsx'
import { useT } from '../shell/dictionary.tsx'

interface Line {
  criterion: CriterionId
  /** Null when nothing is stated: 未披露. */
  spec: Spec | null
}

/** Each fact with the strength of its evidence; what is not stated has a row and a look of its own. */
export function SpecsTable({ lines }: { lines: readonly Line[] }) {
  const t = useT()
  const columns: Column<Line>[] = [
    {
      key: 'name',
      head: t('product.spec.name'),
      header: true,
      cell: ({ criterion }) => t.pick(criterionOf(criterion).label),
    },
    { key: 'value', head: t('product.spec.value'), cell: line => <Value line={line} /> },
    {
      key: 'grade',
      head: t('product.spec.grade'),
      cell: ({ spec }) => <GradeTag grade={spec?.grade ?? null} />,
    },
  ]
  if (lines.some(line => line.spec?.source))
    columns.push({
      key: 'source',
      head: t('product.spec.source'),
      full: true,
      cell: ({ spec }) => spec?.source && <SourceText text={spec.source} />,
    })
  return (
    <div className="specs">
      <DataTable
        caption={t('product.spec.caption')}
        columns={columns}
        rows={lines}
        rowKey={line => line.criterion}
      />
    </div>
  )
}

function Value({ line: { criterion, spec } }: { line: Line }) {
  const t = useT()
  if (!spec)
    return (
      <span className="specs__none" aria-hidden="true">
        ?
      </span>
    )
  const { value, unit } = writeValue(criterion, spec.value, t.locale)
  return (
    <>
      <Figure strong>{isSet(spec.value) ? <span className="words">{value}</span> : value}</Figure>
      {unit && <span className="unit"> {unit}</span>}
    </>
  )
}

/** Where the figure was read; an address becomes a link. */
function SourceText({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/.test(text)) return <span className="t13 ink2">{text}</span>
  return (
    <a className="t13" href={text} rel="noopener noreferrer nofollow">
      {hostOf(text)}
    </a>
  )
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}
