import type { ConfidentialPart } from '#domain/scenarios/confidential-parts.ts'
import { initiallyChosen } from '../form/field-meta.ts'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { type FormState, fieldOf } from './values.ts'

/** 仅向已核验企业公开: a box beside the field that it keeps back. */
export function ConfidentialMark({ form, part }: { form: FormState; part: ConfidentialPart }) {
  const t = useT()
  const field = fieldOf(form, 'confidential')
  const id = `${field.id}-${part}`
  return (
    <label className="check keepback" htmlFor={id}>
      <input
        type="checkbox"
        id={id}
        name={field.name}
        value={part}
        defaultChecked={initiallyChosen(field, part)}
      />
      <span>
        <Icon name="lock" />
        {t('wizard.confidential.mark')}
        <span className="vh">{`${t.locale === 'zh' ? '：' : ': '}${t(`wizard.confidential.part.${part}`)}`}</span>
      </span>
    </label>
  )
}
