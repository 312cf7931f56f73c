import type { ComparisonRow } from '#domain/comparing/comparison.ts'
import { groups } from '#domain/comparing/comparison.ts'
import { paths } from '#paths'
import { FirmName } from '../firms/firm-name.tsx'
import { GradeTag, SourceTag } from '../primitives/tags.tsx'
import { Tri } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { ComparedView, ComparisonView } from './view.ts'
import { answerText, cellText, needText, subjectText } from './words.ts'

interface TableProps {
  view: ComparisonView
  rows: readonly ComparisonRow[]
  caption: string
}

/** Products as columns, what they state as rows. On a phone each row becomes a paragraph that names every product. */
export function CompareTable({ view, rows, caption }: TableProps) {
  const t = useT()
  const { products } = view
  return (
    <table className="cmp" data-n={products.length}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.subject')}</th>
          {products.map(product => (
            <th key={product.id} scope="col" translate="no">
              <Head view={view} product={product} />
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(group => {
        const own = rows.filter(row => row.group === group)
        return own.length === 0 ? null : (
          <tbody key={group}>
            <tr className="cmp__group">
              <th scope="rowgroup" colSpan={products.length + 1}>
                {t(`compare.group.${group}`)}
              </th>
            </tr>
            {own.map(row => (
              <tr key={row.subject}>
                <th scope="row">
                  {subjectText(t, row)}
                  <Need row={row} />
                </th>
                {products.map((product, at) => (
                  <td key={product.id} data-l={product.name}>
                    <Value row={row} product={product} at={at} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        )
      })}
    </table>
  )
}

function Head({ view: { products, scenario }, product }: { view: ComparisonView; product: ComparedView }) {
  const t = useT()
  const others = products.filter(each => each.id !== product.id).map(each => each.id)
  return (
    <>
      <Link href={paths.product(product.id)}>{product.name}</Link>
      <span className="cmp__firm">
        <FirmName {...product.organization} />
      </span>
      <SourceTag source={product.source} />
      <Link className="cmp__drop" href={paths.compare({ p: others, scenario: scenario?.id })}>
        {t('compare.remove')}
        <span className="vh"> {product.name}</span>
      </Link>
    </>
  )
}

function Need({ row }: { row: ComparisonRow }) {
  const t = useT()
  const text = needText(t, row)
  return text === '' ? null : <small>{text}</small>
}

function Value({ row, product, at }: { row: ComparisonRow; product: ComparedView; at: number }) {
  const t = useT()
  const text = cellText(t, row, { product, at })
  const grade = row.kind === 'criterion' ? row.cells[at]?.grade : undefined
  const answer = row.answers[at]
  return (
    <>
      {text === null ? (
        <span className="unsaid t13">{t('common.undisclosed')}</span>
      ) : (
        <span className="cmp__value">{text}</span>
      )}
      {grade && <GradeTag grade={grade} />}
      {answer && <Tri value={answer.state}>{answerText(t, row, answer)}</Tri>}
    </>
  )
}
