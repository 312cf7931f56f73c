import { useEffect, useRef } from 'react'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'

/** What the summary needs of a conform form; `form` from `useForm` fits. */
export interface FormMeta {
  id: string
  errors?: string[] | undefined
  allErrors: Record<string, string[]>
}

/**
 * All errors at the top of the form, each a link to its field. Takes the focus when it appears, so that a screen
 * reader starts here. `labels` gives a field's name in words; `ids` maps it to its control where it differs.
 */
export function ErrorSummary({
  form,
  labels = {},
  title,
}: {
  form: FormMeta
  labels?: Record<string, string>
  /** Instead of how many places have to be mended. */
  title?: string
}) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(form.allErrors).filter(([name]) => name !== '')
  const whole = form.errors ?? form.allErrors[''] ?? []
  const count = entries.length + whole.length
  const signature = JSON.stringify(form.allErrors)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new set of errors asks for the focus again
  useEffect(() => {
    if (count > 0) box.current?.focus()
  }, [signature])
  if (count === 0) return null
  return (
    <div className="alert alert--red" role="alert" tabIndex={-1} ref={box} id={`${form.id}-errors`}>
      <Icon name="warn" />
      <div>
        <strong>{title ?? t('common.form.errors', { n: count })}</strong>
        <ul className="errlist">
          {whole.map(code => (
            <li key={code}>{t.error(code)}</li>
          ))}
          {entries.map(([name, codes]) => (
            <li key={name}>
              <a href={`#${form.id}-${name}`}>
                {labelOf(name, labels)}
                {codes.map(t.error).join(t.locale === 'zh' ? '；' : '; ')}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )

  function labelOf(name: string, known: Record<string, string>) {
    const label = known[name] ?? known[name.replace(/\[\d+\]/g, '[]')]
    const row = /\[(\d+)\]/.exec(name)?.[1]
    if (!label) return ''
    const place = row === undefined ? '' : t('common.form.row', { n: Number(row) + 1 })
    return `${place}${label}${t.locale === 'zh' ? '：' : ': '}`
  }
}
