import { type Column, DataTable, Figure } from '../primitives/data-table.tsx'
import { GradeTag } from '../primitives/tags.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { SpokenLine } from './spoken.ts'

/** Each fact with the strength of its evidence; what is not stated has a row and a look of its own. */
export function SpecsTable({ lines }: { lines: readonly SpokenLine[] }) {
  const t = useT()
  const columns: Column<SpokenLine>[] = [
    {
      key: 'name',
      head: t('product.spec.name'),
      header: true,
      cell: ({ name }) => name,
    },
    { key: 'value', head: t('product.spec.value'), cell: line => <Value line={line} /> },
    {
      key: 'grade',
      head: t('product.spec.grade'),
      cell: ({ spec }) => (
        <>
          <GradeTag grade={spec?.grade ?? null} />
          {spec?.proof && <small className="specs__note">{spec.proof}</small>}
        </>
      ),
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
        rowKey={line => line.key}
      />
    </div>
  )
}

function Value({ line: { spec } }: { line: SpokenLine }) {
  if (!spec)
    return (
      <span className="specs__none" aria-hidden="true">
        ?
      </span>
    )
  const { value, unit, isWords } = spec
  return (
    <>
      <Figure strong>{isWords ? <span className="words">{value}</span> : value}</Figure>
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
