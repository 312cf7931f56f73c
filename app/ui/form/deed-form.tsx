import type { ReactNode } from 'react'
import type { ButtonLook, ButtonSize } from '../primitives/button.tsx'
import { FormKey } from './form-key.tsx'
import { SubmitButton } from './submit-button.tsx'

export interface DeedFormProps {
  /** The deed's own address; the answer is a redirect back to the object's page. */
  action: string
  id: string
  rev?: number
  formKey: string
  look?: ButtonLook
  size?: ButtonSize
  full?: boolean
  /** Further fields of the deed, hidden or not, before the button. */
  fields?: ReactNode
  children: ReactNode
}

/** One button that does one deed to one object: works without JavaScript, has one effect however often it is sent. */
export function DeedForm({ action, id, rev, formKey, look, size, full, fields, children }: DeedFormProps) {
  return (
    <form method="post" action={action} className="deed">
      <input type="hidden" name="id" value={id} />
      {rev !== undefined && <input type="hidden" name="rev" value={rev} />}
      <FormKey value={formKey} />
      {fields}
      <SubmitButton look={look} size={size} full={full}>
        {children}
      </SubmitButton>
    </form>
  )
}
