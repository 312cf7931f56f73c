import { useForm } from '@conform-to/react'
import { RadioGroup } from '../form/choice.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface RhythmFormProps {
  id: string
  action: string
  rhythm: string
  label: string
  options: readonly { value: string; label: string }[]
}

/** How often one wants mail about one kind of thing that may be switched off. */
export function RhythmForm({ id, action, rhythm, label, options }: RhythmFormProps) {
  const t = useT()
  const [form, fields] = useForm<{ rhythm: string }>({ id, defaultValue: { rhythm } })
  return (
    <form method="post" action={action} id={form.id} className="stack">
      <RadioGroup field={fields.rhythm} label={label} options={options} />
      <Actions>
        <SubmitButton look="line" size="sm">
          {t('account.own.save')}
        </SubmitButton>
      </Actions>
    </form>
  )
}
