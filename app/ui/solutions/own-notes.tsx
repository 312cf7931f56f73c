import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { fieldLabel } from './field-labels.ts'
import type { SolutionPageView } from './view.ts'
import { listText } from './words.ts'

/** What its own people must know: why it came back, what is missing, whose consent is awaited. */
export function OwnNotes({ view }: { view: SolutionPageView }) {
  const t = useT()
  const { status, history, missing, parts } = view
  const returned = status === 'returned' ? history.findLast(step => step.deed === 'return') : undefined
  const open = status === 'draft' || status === 'returned'
  const asked = open ? parts.filter(({ consent }) => consent === 'asked') : []
  return (
    <>
      {returned && (
        <Alert tone="red" title={t('solution.returned.title')}>
          <p>{returned.reason}</p>
          <p className="t13 ink3">{t('solution.returned.at', { time: t.moment(returned.at) })}</p>
        </Alert>
      )}
      {asked.length > 0 && (
        <Alert title={t('solution.waiting.title')}>
          <p>
            {t('solution.waiting.text', {
              names: listText(
                t,
                asked.map(({ name }) => name),
              ),
            })}
          </p>
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert title={t('solution.missing.title', { n: missing.length })}>
          <ul className="prodnotes__missing">
            {missing.map(({ field, error }) => (
              <li key={`${field}-${error}`}>
                <Link href={`${paths.solutionEdit(view.id)}#solution-${field}`}>
                  {t('solution.missing.item', { field: fieldLabel(t, field), error: t.error(error) })}
                </Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {open && missing.length === 0 && view.can.submit.ok && (
        <Alert tone="blue" title={t('solution.missing.done')} />
      )}
    </>
  )
}
